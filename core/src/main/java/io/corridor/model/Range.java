package io.corridor.model;

/**
 * The interval that a number of the scenario must lie in. Infinities and NaN lie in none.
 *
 * @param low the lower end; negative infinity: none
 * @param lowOpen whether the lower end itself is excluded
 * @param high the upper end; positive infinity: none
 * @param highOpen whether the upper end itself is excluded
 */
public record Range(double low, boolean lowOpen, double high, boolean highOpen) {

  /** Any finite number: drift, delay, elasticities, jump-mean, on-dependency, on-unserved. */
  public static final Range FREE =
      new Range(Double.NEGATIVE_INFINITY, true, Double.POSITIVE_INFINITY, true);

  /** In [0, 1]: probabilities, cut, enforcement, compliance level, availability, impact, … */
  public static final Range FRACTION = new Range(0, false, 1, false);

  /** Above 0 and at most 1: partner-share. */
  public static final Range POSITIVE_FRACTION = new Range(0, true, 1, false);

  /** {@code >= 0}: money, power, volume, prices, volatility, reversion, cost, factors, … */
  public static final Range NOT_NEGATIVE = atLeast(0);

  /** {@code > 0}: starts and levels of positive drivers, the initial regime's factor. */
  public static final Range POSITIVE = above(0);

  /** {@code > 1}: substitution. */
  public static final Range ABOVE_ONE = above(1);

  /** {@code > −1}: growth. */
  public static final Range ABOVE_MINUS_ONE = above(-1);

  /** In [−1, 1]: rho. */
  public static final Range CORRELATION = new Range(-1, false, 1, false);

  /** Strictly between 0 and 100: percentiles. */
  public static final Range PERCENTILE = new Range(0, true, 100, true);

  /** Above 0 and below 1: precision. */
  public static final Range PRECISION = new Range(0, true, 1, true);

  private static Range atLeast(double low) {
    return new Range(low, false, Double.POSITIVE_INFINITY, true);
  }

  private static Range above(double low) {
    return new Range(low, true, Double.POSITIVE_INFINITY, true);
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
