package io.corridor.model;

/** The interval that a number of the scenario must lie in. Infinities and NaN lie in none. */
public enum Range {
  /** Any finite number: drift, delay, elasticities, jump-mean, on-dependency, on-unserved. */
  FREE(Double.NEGATIVE_INFINITY, true, Double.POSITIVE_INFINITY, true),

  /** In [0, 1]: probabilities, cut, enforcement, compliance level, availability, impact, … */
  FRACTION(0, false, 1, false),

  /** Above 0 and at most 1: partner-share. */
  POSITIVE_FRACTION(0, true, 1, false),

  /** {@code >= 0}: money, power, volume, prices, volatility, reversion, cost, factors, … */
  NOT_NEGATIVE(0, false, Double.POSITIVE_INFINITY, true),

  /** {@code > 0}: starts and levels of positive drivers, the initial regime's factor. */
  POSITIVE(0, true, Double.POSITIVE_INFINITY, true),

  /** {@code > 1}: substitution. */
  ABOVE_ONE(1, true, Double.POSITIVE_INFINITY, true),

  /** {@code >= 1}: widen. */
  FROM_ONE(1, false, Double.POSITIVE_INFINITY, true),

  /** {@code > −1}: growth. */
  ABOVE_MINUS_ONE(-1, true, Double.POSITIVE_INFINITY, true),

  /** In [−1, 1]: rho. */
  CORRELATION(-1, false, 1, false),

  /** Strictly between 0 and 100: percentiles. */
  PERCENTILE(0, true, 100, true),

  /** Above 0 and below 1: precision. */
  PRECISION(0, true, 1, true),

  /** In [0.1, 50]: trade-elasticity. */
  TRADE_ELASTICITY(0.1, false, 50, false),

  /** In [0, 100]: tariff. */
  TARIFF(0, false, 100, false),

  /** A year of a calendar. */
  YEAR(Limits.FIRST_YEAR, false, Limits.LAST_YEAR, false),

  /** Days or months that something lasts. */
  DURATION(1, false, Limits.DURATION, false),

  /** Months after its end that a period is out. */
  LAG(0, false, Limits.MONTHS, false),

  /** Months that a scenario runs. */
  HORIZON(1, false, Limits.MONTHS, false),

  /** Units of one sort. */
  UNITS(0, false, Limits.UNITS, false),

  /** Months of a year. */
  MONTH_OF_YEAR(1, false, 12, false),

  /** Paths of a run. */
  PATHS(1, false, Limits.PATHS, false);

  private final double low;
  private final boolean lowOpen;
  private final double high;
  private final boolean highOpen;

  Range(double low, boolean lowOpen, double high, boolean highOpen) {
    this.low = low;
    this.lowOpen = lowOpen;
    this.high = high;
    this.highOpen = highOpen;
  }

  /** Returns the lower end; negative infinity: none. */
  public double low() {
    return low;
  }

  /** Returns whether the lower end itself is excluded. */
  public boolean lowOpen() {
    return lowOpen;
  }

  /** Returns the upper end; positive infinity: none. */
  public double high() {
    return high;
  }

  /** Returns whether the upper end itself is excluded. */
  public boolean highOpen() {
    return highOpen;
  }

  /** Returns whether {@code number} lies in the range. */
  public boolean contains(double number) {
    return Double.isFinite(number)
        && (lowOpen ? number > low : number >= low)
        && (highOpen ? number < high : number <= high);
  }

  /**
   * Returns the range in words that follow "must be": {@code from 0 to 1}, {@code above 0 and at
   * most 1}, {@code at least 0}, {@code a finite number}.
   */
  public String words() {
    return words(low, lowOpen, high, highOpen);
  }

  static String words(double low, boolean lowOpen, double high, boolean highOpen) {
    boolean bounded = low != Double.NEGATIVE_INFINITY;
    boolean limited = high != Double.POSITIVE_INFINITY;
    if (!bounded && !limited) {
      return "a finite number";
    }
    if (bounded && limited && !lowOpen && !highOpen) {
      return "from " + Wording.number(low) + " to " + Wording.number(high);
    }
    String least = bounded ? (lowOpen ? "above " : "at least ") + Wording.number(low) : "";
    String most = limited ? (highOpen ? "below " : "at most ") + Wording.number(high) : "";
    return least + (bounded && limited ? " and " : "") + most;
  }
}
