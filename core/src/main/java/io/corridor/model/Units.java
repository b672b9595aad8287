package io.corridor.model;

/**
 * Numbers of a scenario as people say them, in the units of the model: dollars a year, fractions,
 * MW, mcm/d and kb/d. The same factors as in scenario files.
 */
public final class Units {
  private static final double HOURS_PER_YEAR = 8_760;

  private Units() {}

  /** Returns a percentage as a fraction: {@code percent(4)} is 0.04. */
  public static double percent(double number) {
    return number / 100;
  }

  /** Returns millions: of dollars, as a rule. */
  public static double million(double number) {
    return 1e6 * number;
  }

  /** Returns billions: of dollars, as a rule. */
  public static double billion(double number) {
    return 1e9 * number;
  }

  /** Returns dollars a month as dollars a year. */
  public static double perMonth(double dollars) {
    return 12 * dollars;
  }

  /** Returns GW in MW. */
  public static double gigawatts(double number) {
    return 1_000 * number;
  }

  /** Returns TWh a year in MW, as a mean over 8 760 hours. */
  public static double terawattHoursPerYear(double number) {
    return 1e6 * number / HOURS_PER_YEAR;
  }

  /** Returns billion cubic metres a year in million a day. */
  public static double bcmPerYear(double number) {
    return number / 0.365;
  }

  /** Returns million barrels a day in thousand. */
  public static double millionBarrelsPerDay(double number) {
    return 1_000 * number;
  }

  /** Returns dollars for a kWh in dollars for a MWh. */
  public static double perKilowattHour(double dollars) {
    return 1_000 * dollars;
  }

  /** Returns dollars for a thousand cubic metres of gas in dollars for a million Btu. */
  public static double perThousandCubicMetres(double dollars) {
    return dollars / 35.315;
  }
}
