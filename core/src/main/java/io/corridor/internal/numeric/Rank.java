package io.corridor.internal.numeric;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** The rank of a percentile. */
public final class Rank {

  private Rank() {}

  /** Returns the ranks of some percentiles, each as of {@link #of(double, long)}. */
  public static long[] of(List<Double> percentiles, long n) {
    return percentiles.stream().mapToLong(percentile -> of(percentile, n)).toArray();
  }

  /**
   * Returns ⌈p/100 · n⌉, at least 1, where p is the decimal number that the double stands for: one
   * per mille of 1 000 is 1, though the double nearest to 0.1 is larger.
   *
   * @param percentile p, in (0, 100)
   * @param n number of values, {@code >= 1}
   */
  public static long of(double percentile, long n) {
    BigDecimal exact =
        BigDecimal.valueOf(percentile).multiply(BigDecimal.valueOf(n)).movePointLeft(2);
    return Math.max(1, exact.setScale(0, RoundingMode.CEILING).longValueExact());
  }
}
