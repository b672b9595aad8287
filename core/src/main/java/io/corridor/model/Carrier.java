package io.corridor.model;

import io.corridor.internal.withers.Withers;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One energy carrier of the importer's balance (section 6 of the model). Volumes are in {@link
 * Kind#unit()}, prices in {@link Kind#priceUnit()}.
 *
 * @param kind electricity, gas or oil
 * @param demand the importer's own demand
 * @param supply the importer's domestic supply
 * @param imports what the exporter can deliver
 * @param price border price
 * @param storage the importer's store; not for electricity
 * @param projects what adds to domestic supply, by id
 */
@Section("a carrier")
@Withers
public record Carrier(
    @Key(says = "electricity, gas or oil; needed where the id is none of these") Kind kind,
    @Key(says = "the importer's own demand") Quantity demand,
    @Key(says = "the importer's domestic supply") Supply supply,
    @Key(says = "what the exporter can deliver") Imports imports,
    @Key(says = "the border price") Price price,
    @Key(says = "the importer's store; not for electricity") Optional<Storage> storage,
    @Key(
            says = "what adds to domestic supply, by id",
            defines = Key.Defines.IDS,
            absent = Key.NONE,
            form = "a mapping of projects")
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
    return new Carrier(
        kind,
        demand,
        new Supply(supply, Optional.empty()),
        imports,
        price,
        Optional.empty(),
        Map.of());
  }

  /** Returns a copy whose domestic supply burns another carrier. */
  public Carrier withFuel(Fuel fuel) {
    return new Carrier(
        kind,
        demand,
        new Supply(supply.quantity(), Optional.of(fuel)),
        imports,
        price,
        storage,
        projects);
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
   * Domestic supply, which may burn another carrier.
   *
   * @param quantity base, growth, season and elasticities
   * @param fuel the carrier burned; absent: none
   */
  @Section("supply")
  @Withers
  public record Supply(
      @Key(says = "the supply", inline = true) Quantity quantity,
      @Key(says = "the carrier that it burns") Optional<Fuel> fuel)
      implements CarrierSupplyWithers {}

  /**
   * The part of domestic supply that burns another carrier.
   *
   * @param carrier the fuel
   * @param share of domestic supply that needs it, in [0, 1]
   * @param perUnit fuel needed for each unit of supply, {@code >= 0}
   */
  @Section("fuel")
  @Withers
  public record Fuel(
      @Key(says = "the carrier that is burned", refers = Key.Refers.CARRIER) String carrier,
      @Key(
              says = "share of domestic supply that needs it",
              unit = Dimension.FRACTION,
              range = Range.FRACTION)
          Value share,
      @Key(
              says = "fuel needed for each unit of supply, in the unit of the fuel",
              range = Range.NOT_NEGATIVE)
          Value perUnit)
      implements CarrierFuelWithers {

    /** Returns the fuel of two known numbers: a share in [0, 1], and fuel per unit of supply. */
    public static Fuel of(String carrier, double share, double perUnit) {
      return new Fuel(carrier, Value.of(share), Value.of(perUnit));
    }
  }

  /**
   * What the exporter can deliver: capacity · season[month] · Π (X(t)/X(0))^elasticity · regime
   * factor.
   *
   * @param capacity {@code >= 0}, a value or dated points
   * @param season twelve factors, January first; empty: all 1
   * @param elasticities by driver
   * @param regimeFactor by regime, {@code >= 0}; 1 where absent
   */
  @Section("imports")
  @Withers
  public record Imports(
      @Key(
              says = "most that can be delivered, a number or dated points",
              unit = Dimension.CARRIER_FLOW,
              range = Range.NOT_NEGATIVE)
          Schedule capacity,
      @Key(
              says = "twelve factors, January first; absent: all 1",
              unit = Dimension.FRACTION,
              range = Range.NOT_NEGATIVE,
              absent = Key.NONE,
              size = 12,
              form = "a list of 12 factors, January first")
          List<Double> season,
      @Key(
              says = "elasticities, by driver",
              refers = Key.Refers.DRIVER,
              absent = Key.NONE,
              form = "a mapping of drivers to elasticities")
          Map<String, Value> elasticities,
      @Key(
              says =
                  "factors by regime, relative to the initial one; 1 for a regime that is absent",
              unit = Dimension.FRACTION,
              range = Range.NOT_NEGATIVE,
              refers = Key.Refers.REGIME,
              absent = Key.NONE,
              form = "a mapping of regimes to factors")
          Map<String, Value> regimeFactor)
      implements CarrierImportsWithers {
    /** Copies the collections. */
    public Imports {
      season = List.copyOf(season);
      elasticities = Ordered.copyOf(elasticities);
      regimeFactor = Ordered.copyOf(regimeFactor);
    }

    /** Returns imports up to {@code capacity}, a value or dated points. */
    public static Imports of(Schedule capacity) {
      return new Imports(capacity, List.of(), Map.of(), Map.of());
    }

    /** Returns imports up to {@code capacity}. */
    public static Imports of(double capacity) {
      return of(Value.of(capacity));
    }
  }

  /**
   * Border price: base · Π (X(t)/X(0))^elasticity · regime factor.
   *
   * @param base {@code >= 0}
   * @param elasticities by driver
   * @param regimeFactor by regime, {@code >= 0}; 1 where absent
   */
  @Section("price")
  @Withers
  public record Price(
      @Key(
              says = "border price at the start",
              unit = Dimension.CARRIER_PRICE,
              range = Range.NOT_NEGATIVE)
          Value base,
      @Key(
              says = "elasticities, by driver",
              refers = Key.Refers.DRIVER,
              absent = Key.NONE,
              form = "a mapping of drivers to elasticities")
          Map<String, Value> elasticities,
      @Key(
              says =
                  "factors by regime, relative to the initial one; 1 for a regime that is absent",
              unit = Dimension.FRACTION,
              range = Range.NOT_NEGATIVE,
              refers = Key.Refers.REGIME,
              absent = Key.NONE,
              form = "a mapping of regimes to factors")
          Map<String, Value> regimeFactor)
      implements CarrierPriceWithers {
    /** Copies the mappings. */
    public Price {
      elasticities = Ordered.copyOf(elasticities);
      regimeFactor = Ordered.copyOf(regimeFactor);
    }

    /** Returns the price that stays at {@code base}. */
    public static Price of(Value base) {
      return new Price(base, Map.of(), Map.of());
    }

    /** Returns the price that stays at {@code base}. */
    public static Price of(double base) {
      return of(Value.of(base));
    }
  }

  /**
   * The importer's store.
   *
   * @param capacity mcm or kb
   * @param start content at the start, {@code <= capacity}
   * @param injection most that goes in, a day
   * @param withdrawal most that comes out, a day
   * @param fillMonths calendar months (1 to 12) in which it is filled
   */
  @Section("storage")
  @Withers
  public record Storage(
      @Key(says = "what it holds", unit = Dimension.CARRIER_VOLUME, range = Range.NOT_NEGATIVE)
          Value capacity,
      @Key(
              says = "content at the start, at most the capacity",
              unit = Dimension.CARRIER_VOLUME,
              range = Range.NOT_NEGATIVE)
          Value start,
      @Key(says = "most that goes in", unit = Dimension.CARRIER_FLOW, range = Range.NOT_NEGATIVE)
          Value injection,
      @Key(says = "most that comes out", unit = Dimension.CARRIER_FLOW, range = Range.NOT_NEGATIVE)
          Value withdrawal,
      @Key(
              says = "calendar months, 1 to 12, in which it is filled",
              range = Range.MONTH_OF_YEAR,
              form = "a list of calendar months")
          List<Integer> fillMonths)
      implements CarrierStorageWithers {
    /** Copies the list. */
    public Storage {
      fillMonths = List.copyOf(fillMonths);
    }

    /**
     * Returns the store of known numbers.
     *
     * @param capacity mcm or kb
     * @param start content at the start, {@code <= capacity}
     * @param injection most that goes in, a day
     * @param withdrawal most that comes out, a day
     * @param fillMonths calendar months (1 to 12) in which it is filled
     */
    public static Storage of(
        double capacity,
        double start,
        double injection,
        double withdrawal,
        List<Integer> fillMonths) {
      return new Storage(
          Value.of(capacity),
          Value.of(start),
          Value.of(injection),
          Value.of(withdrawal),
          fillMonths);
    }
  }

  /**
   * A plant or field that adds to domestic supply.
   *
   * @param capacity when complete, in the carrier's unit
   * @param planned month of completion as planned
   * @param delay months, may be negative; rounded half up
   * @param cancel probability that it is never built, in [0, 1]
   * @param rampMonths months from completion to full supply, {@code >= 1}
   * @param availability share of capacity that it supplies, in [0, 1]
   */
  @Section("a project")
  @Withers
  public record Project(
      @Key(says = "when complete", unit = Dimension.CARRIER_FLOW, range = Range.NOT_NEGATIVE)
          Value capacity,
      @Key(says = "month of completion as planned") YearMonth planned,
      @Key(
              says = "months later than planned; may be negative",
              unit = Dimension.MONTHS,
              absent = "0",
              eitherSign = true)
          Value delay,
      @Key(
              says = "probability that it is never built",
              unit = Dimension.FRACTION,
              range = Range.FRACTION,
              absent = "0")
          Value cancel,
      @Key(
              says = "months from completion to full supply",
              unit = Dimension.MONTHS,
              range = Range.DURATION,
              absent = "1")
          int rampMonths,
      @Key(
              says = "share of capacity that it supplies",
              unit = Dimension.FRACTION,
              range = Range.FRACTION,
              absent = "1")
          Value availability)
      implements CarrierProjectWithers {

    /** Returns a project that is complete and at full supply in the month it is planned for. */
    public static Project of(double capacity, YearMonth planned) {
      return new Project(Value.of(capacity), planned, Value.ZERO, Value.ZERO, 1, Value.ONE);
    }
  }
}
