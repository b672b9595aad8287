package io.corridor.model;

import java.math.BigDecimal;
import java.util.List;

/** What a number of a scenario may measure, and the units it may be written in, base unit first. */
public enum Dimension {
  /** Elasticities, exponents, weights: no unit. */
  NUMBER("a number without a unit"),
  /** Shares, probabilities, factors. */
  FRACTION("a fraction or percentage", unit("%", "1", "100")),
  /** Growth, drift, volatility: per year. */
  YEARLY("a rate per year", unit("%/year", "1", "100"), unit("%", "1", "100")),
  /** US dollars. */
  MONEY("an amount of money", unit("USD")),
  /** US dollars a year. */
  MONEY_FLOW("money per year", unit("USD/year"), unit("USD/month", "12", "1")),
  /** MW; energy a year is spread over its 8 760 hours. */
  POWER(
      "power",
      unit("MW"),
      unit("GW", "1000", "1"),
      unit("GWh/year", "1000", "8760"),
      unit("TWh/year", "1000000", "8760")),
  /** Million cubic metres a day. */
  GAS_FLOW("a flow of gas", unit("mcm/d"), unit("bcm/year", "1", "0.365")),
  /** Million cubic metres; bcm are thousand million, tcm thousand. */
  GAS("a volume of gas", unit("mcm"), unit("bcm", "1000", "1"), unit("tcm", "1", "1000")),
  /** Thousand barrels a day. */
  OIL_FLOW("a flow of oil", unit("kb/d"), unit("mb/d", "1000", "1")),
  /** Thousand barrels. */
  OIL("a volume of oil", unit("kb")),
  /** US dollars a MWh. */
  POWER_PRICE("a price of electricity", unit("USD/MWh"), unit("USD/kWh", "1000", "1")),
  /**
   * US dollars a million British thermal units, or a thousand cubic metres, which hold 35.315 of
   * them (at 1 000 Btu a cubic foot).
   */
  GAS_PRICE("a price of gas", unit("USD/MMBtu"), unit("USD/tcm", "1", "35.315")),
  /** US dollars a barrel. */
  OIL_PRICE("a price of oil", unit("USD/bbl")),
  /** Months. */
  MONTHS("a number of months", unit("months")),
  /** Days. */
  DAYS("a number of days", unit("days")),
  /** Hours a day. */
  HOURS_A_DAY("hours a day", unit("hours/day")),
  /** What a carrier's volumes are in: that of its {@link Carrier.Kind#unit()}. */
  CARRIER_FLOW("a volume of the carrier"),
  /** What a carrier's store is in: that of its {@link Carrier.Kind#storageUnit()}. */
  CARRIER_VOLUME("a stored volume of the carrier"),
  /** What a carrier's price is in: that of its {@link Carrier.Kind#priceUnit()}. */
  CARRIER_PRICE("a price of the carrier"),
  /** What a driver says itself that its values are in. */
  OWN("a number in the driver's unit");

  /**
   * A unit: a quantity in it is multiplied by {@code times} and divided by {@code per} to be in the
   * dimension's base unit.
   *
   * @param name as it is written
   * @param times what to multiply by
   * @param per what to divide by
   */
  public record Unit(String name, BigDecimal times, BigDecimal per) {}

  private final String words;
  private final List<Unit> units;

  Dimension(String words, Unit... units) {
    this.words = words;
    this.units = List.of(units);
  }

  private static Unit unit(String name) {
    return unit(name, "1", "1");
  }

  private static Unit unit(String name, String times, String per) {
    return new Unit(name, new BigDecimal(times), new BigDecimal(per));
  }

  /** Returns what it is in words. */
  public String words() {
    return words;
  }

  /** Returns its units. */
  public List<Unit> units() {
    return units;
  }
}
