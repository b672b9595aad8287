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
@Withers
public record Carrier(
    Kind kind,
    Quantity demand,
    Supply supply,
    Imports imports,
    Price price,
    Optional<Storage> storage,
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
  @Withers
  public record Supply(Quantity quantity, Optional<Fuel> fuel) implements CarrierSupplyWithers {}

  /**
   * The part of domestic supply that burns another carrier.
   *
   * @param carrier the fuel
   * @param share of domestic supply that needs it, in [0, 1]
   * @param perUnit fuel needed for each unit of supply, {@code >= 0}
   */
  @Withers
  public record Fuel(String carrier, Value share, Value perUnit) implements CarrierFuelWithers {

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
  @Withers
  public record Imports(
      Schedule capacity,
      List<Double> season,
      Map<String, Value> elasticities,
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
  @Withers
  public record Price(Value base, Map<String, Value> elasticities, Map<String, Value> regimeFactor)
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
  @Withers
  public record Storage(
      Value capacity, Value start, Value injection, Value withdrawal, List<Integer> fillMonths)
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
  @Withers
  public record Project(
      Value capacity,
      YearMonth planned,
      Value delay,
      Value cancel,
      int rampMonths,
      Value availability)
      implements CarrierProjectWithers {

    /** Returns a project that is complete and at full supply in the month it is planned for. */
    public static Project of(double capacity, YearMonth planned) {
      return new Project(Value.of(capacity), planned, Value.ZERO, Value.ZERO, 1, Value.ONE);
    }
  }
}
