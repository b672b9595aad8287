package io.corridor.internal.numeric;

/** Sums over numbers, which are added from the first to the last, and what follows from them. */
public final class Sums {

  private Sums() {}

  /** Returns the sum. */
  public static double of(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum;
  }

  /** Returns the mean; NaN of nothing. */
  public static double mean(double[] values) {
    return of(values) / values.length;
  }

  /** Returns the sum of the squares of what the values differ from {@code centre} by. */
  public static double squares(double[] values, double centre) {
    double squares = 0;
    for (double value : values) {
      squares += (value - centre) * (value - centre);
    }
    return squares;
  }

  /** Returns the variance, divided by their number less one; 0 of fewer than two. */
  public static double variance(double[] values, double mean) {
    return values.length < 2 ? 0 : squares(values, mean) / (values.length - 1);
  }

  /** Returns the standard error of the mean of independent values; 0 of fewer than two. */
  public static double standardError(double[] values, double mean) {
    return Math.sqrt(variance(values, mean) / Math.max(1, values.length));
  }
}
