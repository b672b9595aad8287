package io.corridor.model;

import static java.util.Objects.requireNonNull;

import io.corridor.internal.withers.Matched;
import io.corridor.internal.withers.Withers;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One energy carrier of the importer's balance (section 6 of the model). Volumes are in {@link
 * Kind#unit()}, prices in {@link Kind#priceUnit()}.
 *
 * @param kind electricity, gas or oil; needed where the id is none of these
 * @param demand the importer's own demand
 * @param supply the importer's domestic supply
 * @param imports what the exporter, and others, can deliver
 * @param price the border price of every source without one; absent: each has its own
 * @param storage the importer's store; not for electricity
 * @param projects what adds to domestic supply, by id
 */
@Section("a carrier")
@Withers
public record Carrier(
    @Key Kind kind,
    @Key Demand demand,
    @Key Supply supply,
    @Key Imports imports,
    @Key Optional<Price> price,
    @Key Optional<Storage> storage,
    @Key(defines = Key.Defines.IDS, absent = Key.NONE, form = "a mapping of projects")
        Map<String, Project> projects)
    implements CarrierWithers {

  /** Copies the mapping. */
  public Carrier {
    projects = Ordered.copyOf(projects);
  }

  /**
   * Returns a carrier without store, fuel and projects. Volumes are in {@link Kind#unit()}.
   *
   * @param kind electricity, gas or oil
   * @param demand the importer's own demand
   * @param supply the importer's domestic supply
   * @param imports what the exporter can deliver
   * @param price border price, in {@link Kind#priceUnit()}
   */
  public static Carrier of(
      Kind kind, Quantity demand, Quantity supply, Imports imports, Price price) {
    return Declaration.of(Carrier.class)
        .of(
            kind,
            Demand.of(requireNonNull(demand, "demand")),
            Supply.of(requireNonNull(supply, "supply")),
            imports)
        .withPrice(price);
  }

  /** Returns the sources by id, in the order of use; the only one without a name under "". */
  public Map<String, Source> sources() {
    return imports.match(source -> Map.of("", source), Sources::sources);
  }

  /** Returns when sources open that aren't open yet, by id. */
  public Map<String, Opening> openings() {
    Map<String, Opening> openings = new LinkedHashMap<>();
    sources()
        .forEach((id, source) -> source.opens().ifPresent(opening -> openings.put(id, opening)));
    return openings;
  }

  /** Returns the key, below its carrier's, of a source: {@code imports.sources.pipeline}. */
  public static String importsKey(String source) {
    return source.isEmpty() ? "imports" : "imports.sources." + source;
  }

  /** Returns whether the sources have names, and so metrics of their own. */
  public boolean namesSources() {
    return imports.match(source -> false, named -> true);
  }

  /** Returns a copy with {@code source} in place of that under {@code id} in {@link #sources()}. */
  public Carrier withSource(String id, Source source) {
    return withImports(imports.match(before -> source, named -> named.withSource(id, source)));
  }

  /** Returns whether its balance differs by the hour or by what fails of its supply. */
  public boolean hasShortHours() {
    return !demand.blocks().isEmpty() || !supply.units().isEmpty();
  }

  /** Returns a copy whose domestic supply burns another carrier. */
  public Carrier withFuel(Fuel fuel) {
    return withSupply(supply.withFuel(fuel));
  }

  /** The sort of a carrier, which fixes its units and what a unit is worth. */
  public enum Kind {
    /** MW, priced in USD/MWh. */
    ELECTRICITY("electricity", "MW", "USD/MWh", "", 24),
    /** Million cubic metres a day, priced in USD/MMBtu. */
    GAS("gas", "mcm/d", "USD/MMBtu", "mcm", 35_315),
    /** Thousand barrels a day, priced in USD/bbl. */
    OIL("oil", "kb/d", "USD/bbl", "kb", 1_000);

    private final String key;
    private final String unit;
    private final String priceUnit;
    private final String storageUnit;
    private final double pricedPerDay;

    Kind(String key, String unit, String priceUnit, String storageUnit, double pricedPerDay) {
      this.key = key;
      this.unit = unit;
      this.priceUnit = priceUnit;
      this.storageUnit = storageUnit;
      this.pricedPerDay = pricedPerDay;
    }

    /** Returns the word of the scenario file. */
    public String key() {
      return key;
    }

    /** Returns the unit of volumes. */
    public String unit() {
      return unit;
    }

    /** Returns the unit of prices. */
    public String priceUnit() {
      return priceUnit;
    }

    /** Returns the unit of what is stored; empty for electricity. */
    public String storageUnit() {
      return storageUnit;
    }

    /**
     * Returns how many priced units one unit of volume makes in a day: MWh a MW, MMBtu a million
     * cubic metres (at 1 000 Btu a cubic foot), barrels a thousand barrels.
     */
    public double pricedPerDay() {
      return pricedPerDay;
    }
  }

  /**
   * The importer's own demand, which may differ by the hour.
   *
   * @param quantity the demand. Base, growth, season and elasticities are those of the month's mean
   * @param blocks parts of a month's hours; absent: all hours are alike; not with storage
   */
  @Section(value = "demand", fitted = true)
  @Withers
  public record Demand(
      @Key(inline = true) Quantity quantity,
      @Key(label = "block", absent = Key.NONE, form = "a list of blocks of hours")
          List<Block> blocks)
      implements CarrierDemandWithers {
    /** Copies the list. */
    public Demand {
      blocks = List.copyOf(blocks);
    }

    /** Returns demand that is the same in all hours of a month. */
    public static Demand of(Quantity quantity) {
      return Declaration.of(Demand.class).of(quantity);
    }
  }

  /**
   * A part of a month's hours.
   *
   * @param hours share of the month's hours; those of all blocks sum to 1. Above 0; the sum may be
   *     off by 0.1 %
   * @param factor demand in these hours over the month's mean; its mean over all hours is 1. At
   *     least 0; the mean may be off by 0.1 %
   */
  @Section("a block of hours")
  public record Block(
      @Key(label = "share of the hours", unit = Dimension.FRACTION, range = Range.POSITIVE_FRACTION)
          double hours,
      @Key(label = "demand against the mean", unit = Dimension.FRACTION, range = Range.NOT_NEGATIVE)
          double factor) {}

  /**
   * Domestic supply, which may burn another carrier, and of which units may fail.
   *
   * @param quantity the supply. Where there are units, what doesn't fail
   * @param fuel the carrier that it burns. Absent: none
   * @param units units of which each may fail, by id
   */
  @Section(value = "supply", fitted = true)
  @Withers
  public record Supply(
      @Key(inline = true) Quantity quantity,
      @Key Optional<Fuel> fuel,
      @Key(defines = Key.Defines.IDS, absent = Key.NONE, form = "a mapping of units")
          Map<String, Units> units)
      implements CarrierSupplyWithers {
    /** Copies the mapping. */
    public Supply {
      units = Ordered.copyOf(units);
    }

    /** Returns a copy with units of one more sort, or others in their place. */
    public Supply withUnits(String id, Units sort) {
      return withUnits(Ordered.with(units, id, sort));
    }

    /** Returns supply that burns nothing and doesn't fail. */
    public static Supply of(Quantity quantity) {
      return Declaration.of(Supply.class).of(quantity);
    }
  }

  /**
   * Units of one sort, each of which runs or fails by itself, in each month and block of hours.
   *
   * @param count how many there are. From 0 to {@link Limits#UNITS}
   * @param size what each supplies. At least 0
   * @param outage probability that one doesn't run. In [0, 1]
   * @param from first month in which there are any; absent: always
   * @param until last month in which there are any; absent: for ever
   */
  @Section("units")
  @Withers
  public record Units(
      @Key(range = Range.UNITS) int count,
      @Key(label = "what each supplies", unit = Dimension.CARRIER_FLOW, range = Range.NOT_NEGATIVE)
          Value size,
      @Key(
              label = "chance that one stands still",
              unit = Dimension.FRACTION,
              range = Range.FRACTION)
          Value outage,
      @Key Optional<YearMonth> from,
      @Key Optional<YearMonth> until)
      implements CarrierUnitsWithers {

    /** Returns units that are always there. */
    public static Units of(int count, double size, double outage) {
      return Declaration.of(Units.class).of(count, size, outage);
    }

    /** Returns whether there are any in {@code month}. */
    public boolean isThere(YearMonth month) {
      return from.filter(month::isBefore).isEmpty() && until.filter(month::isAfter).isEmpty();
    }
  }

  /**
   * The part of domestic supply that burns another carrier.
   *
   * @param carrier the carrier that is burned
   * @param share share of domestic supply that needs it. In [0, 1]
   * @param perUnit fuel needed for each unit of supply, in the unit of the fuel. At least 0
   */
  @Section("fuel")
  @Withers
  public record Fuel(
      @Key(refers = Key.Refers.CARRIER) String carrier,
      @Key(
              label = "share of supply that needs it",
              unit = Dimension.FRACTION,
              range = Range.FRACTION)
          Value share,
      @Key(label = "fuel for a unit of supply", range = Range.NOT_NEGATIVE) Value perUnit)
      implements CarrierFuelWithers {

    /** Returns the fuel of two known numbers: a share in [0, 1], and fuel per unit of supply. */
    public static Fuel of(String carrier, double share, double perUnit) {
      return Declaration.of(Fuel.class).of(carrier, share, perUnit);
    }
  }

  /** What can be imported: of one source, which has no name, or of several that have. */
  @Matched
  public sealed interface Imports extends CarrierImportsMatch permits Source, Sources {

    /** Returns imports from the exporter up to {@code capacity}, a value or dated points. */
    static Source of(Schedule capacity) {
      return Declaration.of(Source.class).of(capacity);
    }

    /** Returns imports from the exporter up to {@code capacity}. */
    static Source of(double capacity) {
      return of(Value.of(capacity));
    }
  }

  /**
   * Named sources.
   *
   * @param sources sources by id, in the order in which they are used. At least one
   */
  @Section("named sources")
  @Withers
  public record Sources(
      @Key(defines = Key.Defines.IDS, form = "a mapping of sources") Map<String, Source> sources)
      implements Imports, CarrierSourcesWithers {
    /** Copies the mapping. */
    public Sources {
      sources = Ordered.copyOf(sources);
    }

    /** Returns imports without a source yet. */
    public static Sources none() {
      return new Sources(Map.of());
    }
  }

  /**
   * What one source can deliver: capacity · season[month] · Π (X(t)/X(0))^elasticity · regime
   * factor · noise, once it is open and while it isn't interrupted.
   *
   * @param from who delivers; absent: the exporter; any other is a rival. No rival is the importer
   * @param capacity most that can be delivered, a number or dated points. At least 0
   * @param season twelve factors, January first; absent: all 1
   * @param elasticities by driver
   * @param regimeFactor by regime, {@code >= 0}; 1 where absent
   * @param opens when it opens; absent: it is open
   * @param interruptions how it fails; absent: never
   * @param takeOrPay share of capacity times season that is paid for, bought or not. In [0, 1]
   * @param price its own border price; absent: the carrier's
   * @param noise its own mean-reverting noise. It acts on what can be delivered
   */
  @Section(value = "a source", fitted = true)
  @Withers
  public record Source(
      @Key Optional<String> from,
      @Key(unit = Dimension.CARRIER_FLOW, range = Range.NOT_NEGATIVE, fitted = true)
          Schedule capacity,
      @Key(like = Flow.class) List<Double> season,
      @Key(like = Flow.class) Map<String, Value> elasticities,
      @Key(like = Flow.class) Map<String, Value> regimeFactor,
      @Key Optional<Opening> opens,
      @Key Optional<Interruptions> interruptions,
      @Key(
              label = "share that is paid for, bought or not",
              unit = Dimension.FRACTION,
              range = Range.FRACTION,
              absent = "0")
          Value takeOrPay,
      @Key Optional<Price> price,
      @Key(fitted = true) Optional<Noise> noise)
      implements Imports, CarrierSourceWithers {
    /** Copies the collections. */
    public Source {
      season = List.copyOf(season);
      elasticities = Ordered.copyOf(elasticities);
      regimeFactor = Ordered.copyOf(regimeFactor);
    }
  }

  /**
   * When a source opens.
   *
   * @param planned month of opening as planned
   * @param delay months, may be negative; rounded half up
   * @param cancel probability that it never opens. In [0, 1]
   * @param rampMonths months from opening to full capacity. At least 1
   */
  @Section(value = "an opening", fitted = true)
  @Withers
  public record Opening(
      @Key YearMonth planned,
      @Key(
              label = "months late",
              says = "months later than planned; may be negative",
              unit = Dimension.MONTHS,
              absent = "0",
              eitherSign = true,
              fitted = true)
          Value delay,
      @Key(
              label = "chance that it never opens",
              unit = Dimension.FRACTION,
              range = Range.FRACTION,
              absent = "0",
              fitted = true)
          Value cancel,
      @Key(unit = Dimension.MONTHS, range = Range.DURATION, absent = "1") int rampMonths)
      implements CarrierOpeningWithers {

    /** Returns an opening at full capacity in the month it is planned for. */
    public static Opening of(YearMonth planned) {
      return Declaration.of(Opening.class).of(planned);
    }
  }

  /**
   * How a source fails: at most one interruption begins in a month, and lasts for days.
   *
   * @param ratePerMonth one begins in a month with probability 1 - exp(-rate). At least 0
   * @param days days that one lasts; a distribution is drawn anew for each. Rounded half up, and at
   *     least 1: none that is below 1 for sure
   */
  @Section("interruptions")
  @Withers
  public record Interruptions(
      @Key(label = "how many a month", range = Range.NOT_NEGATIVE) Value ratePerMonth,
      @Key(label = "days that one lasts", unit = Dimension.DAYS, range = Range.NOT_NEGATIVE)
          Value days)
      implements CarrierInterruptionsWithers {

    /** Returns interruptions that all last the same number of days. */
    public static Interruptions of(double ratePerMonth, double days) {
      return Declaration.of(Interruptions.class).of(ratePerMonth, days);
    }
  }

  /**
   * Border price: base · Π (X(t)/X(0))^elasticity · regime factor.
   *
   * @param base border price at the start. At least 0
   * @param elasticities by driver
   * @param regimeFactor by regime, {@code >= 0}; 1 where absent
   */
  @Section("price")
  @Withers
  public record Price(
      @Key(label = "at the start", unit = Dimension.CARRIER_PRICE, range = Range.NOT_NEGATIVE)
          Value base,
      @Key(like = Flow.class) Map<String, Value> elasticities,
      @Key(like = Flow.class) Map<String, Value> regimeFactor)
      implements CarrierPriceWithers {
    /** Copies the mappings. */
    public Price {
      elasticities = Ordered.copyOf(elasticities);
      regimeFactor = Ordered.copyOf(regimeFactor);
    }

    /** Returns the price that stays at {@code base}. */
    public static Price of(Value base) {
      return Declaration.of(Price.class).of(base);
    }

    /** Returns the price that stays at {@code base}. */
    public static Price of(double base) {
      return of(Value.of(base));
    }
  }

  /**
   * The importer's store.
   *
   * @param capacity what it holds. In mcm or kb
   * @param start content at the start, at most the capacity
   * @param injection most that goes in. Per day
   * @param withdrawal most that comes out. Per day
   * @param fillMonths calendar months, 1 to 12, in which it is filled
   */
  @Section("storage")
  @Withers
  public record Storage(
      @Key(unit = Dimension.CARRIER_VOLUME, range = Range.NOT_NEGATIVE) Value capacity,
      @Key(unit = Dimension.CARRIER_VOLUME, range = Range.NOT_NEGATIVE) Value start,
      @Key(unit = Dimension.CARRIER_FLOW, range = Range.NOT_NEGATIVE) Value injection,
      @Key(unit = Dimension.CARRIER_FLOW, range = Range.NOT_NEGATIVE) Value withdrawal,
      @Key(range = Range.MONTH_OF_YEAR, form = "a list of calendar months")
          List<Integer> fillMonths)
      implements CarrierStorageWithers {
    /** Copies the list. */
    public Storage {
      fillMonths = List.copyOf(fillMonths);
    }

    /** Returns the store of known numbers, filled in some calendar months, 1 to 12. */
    public static Storage of(
        double capacity,
        double start,
        double injection,
        double withdrawal,
        List<Integer> fillMonths) {
      return Declaration.of(Storage.class).of(capacity, start, injection, withdrawal, fillMonths);
    }
  }

  /**
   * A plant or field that adds to domestic supply.
   *
   * @param capacity when complete. In the carrier's unit
   * @param planned month of completion as planned
   * @param delay months, may be negative; rounded half up
   * @param cancel probability that it is never built. In [0, 1]
   * @param rampMonths months from completion to full supply. At least 1
   * @param availability share of capacity that it supplies. In [0, 1]
   */
  @Section(value = "a project", fitted = true)
  @Withers
  public record Project(
      @Key(unit = Dimension.CARRIER_FLOW, range = Range.NOT_NEGATIVE) Value capacity,
      @Key YearMonth planned,
      @Key(like = Opening.class) Value delay,
      @Key(
              label = "chance that it is never built",
              unit = Dimension.FRACTION,
              range = Range.FRACTION,
              absent = "0",
              fitted = true)
          Value cancel,
      @Key(unit = Dimension.MONTHS, range = Range.DURATION, absent = "1") int rampMonths,
      @Key(
              label = "share of capacity that it supplies",
              unit = Dimension.FRACTION,
              range = Range.FRACTION,
              absent = "1")
          Value availability)
      implements CarrierProjectWithers {

    /** Returns a project that is complete and at full supply in the month it is planned for. */
    public static Project of(double capacity, YearMonth planned) {
      return Declaration.of(Project.class).of(capacity, planned);
    }
  }
}
