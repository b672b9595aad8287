package io.corridor.internal.numeric;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Arrays;
import java.util.LongSummaryStatistics;
import java.util.stream.LongStream;

/**
 * How paths that depend on each other are dealt out to independent replications, and the standard
 * errors that follow from how much these differ.
 *
 * <p>What is estimated is a ratio of sums A / B over all paths, or a difference of two; a mean is
 * one with B the number of paths. With a<sub>r</sub> and b<sub>r</sub> the sums over replication r
 * of R, the estimate deviates from its expectation as the sum of
 *
 * <pre>  d_r = (a_r − A / B · b_r) / B</pre>
 *
 * does, by the delta method (Asmussen and Glynn, Stochastic Simulation, 2007, section III.3,
 * doi:10.1007/978-0-387-69033-9), and its standard error is √(R / (R − 1) · Σd_r²), with R − 1
 * degrees of freedom. For means of replications of the same size this is the standard error of the
 * mean of R numbers.
 *
 * @param count R; 0 where paths are independent of each other
 * @param together how many neighbouring paths belong to the same replication
 */
public record Replications(int count, int together) {

  /** Paths that are independent of each other. */
  public static final Replications NONE = new Replications(0, 1);

  /** Returns {@code count} replications that get one path each in turn. */
  public static Replications of(int count) {
    return new Replications(count, 1);
  }

  /** Returns {@code count} replications that get two neighbouring paths each in turn. */
  public static Replications ofPairs(int count) {
    return new Replications(count, 2);
  }

  /** Returns whether paths are independent of each other. */
  public boolean isNone() {
    return count == 0;
  }

  /** Returns the replication of {@code path}. */
  public int ofPath(long path) {
    return (int) (path / together % count);
  }

  /**
   * Returns d of a mean.
   *
   * @param means of the replications
   * @param paths how many each has; at least one in all
   */
  public static double[] deviations(double[] means, long[] paths) {
    double n = 0;
    double sum = 0;
    for (int r = 0; r < means.length; r++) {
      n += paths[r];
      sum += paths[r] * (means[r] - means[0]);
    }
    double mean = means[0] + sum / n;
    double[] deviations = new double[means.length];
    for (int r = 0; r < means.length; r++) {
      deviations[r] = paths[r] / n * (means[r] - mean);
    }
    return deviations;
  }

  /**
   * Returns d of a ratio of sums of whole numbers, computed exactly but for the last division: so
   * it is 0 where all replications say the same. They do, too, where they differ by no more than
   * the one path or pair that some have more than others: 2 of 62 and 2 of 63 say nothing of an
   * error.
   *
   * @param a by replication
   * @param b by replication; their sum is above 0
   */
  public static double[] deviations(long[] a, long[] b) {
    if (spread(b) <= 2 && (spread(a) == 0 || spread(differences(b, a)) == 0)) {
      return new double[a.length];
    }
    BigInteger sumA = sum(a);
    BigInteger sumB = sum(b);
    BigDecimal square = new BigDecimal(sumB.multiply(sumB));
    double[] deviations = new double[a.length];
    for (int r = 0; r < a.length; r++) {
      BigInteger numerator =
          sumB.multiply(BigInteger.valueOf(a[r])).subtract(sumA.multiply(BigInteger.valueOf(b[r])));
      deviations[r] =
          new BigDecimal(numerator).divide(square, MathContext.DECIMAL128).doubleValue();
    }
    return deviations;
  }

  private static long spread(long[] values) {
    LongSummaryStatistics ends = LongStream.of(values).summaryStatistics();
    return ends.getMax() - ends.getMin();
  }

  private static long[] differences(long[] b, long[] a) {
    long[] differences = new long[a.length];
    Arrays.setAll(differences, r -> b[r] - a[r]);
    return differences;
  }

  private static BigInteger sum(long[] values) {
    BigInteger sum = BigInteger.ZERO;
    for (long value : values) {
      sum = sum.add(BigInteger.valueOf(value));
    }
    return sum;
  }

  /** Returns the standard error of an estimate of these deviations. */
  public static double standardError(double[] deviations) {
    double squares = 0;
    for (double deviation : deviations) {
      squares += deviation * deviation;
    }
    return Math.sqrt(squares * deviations.length / (deviations.length - 1));
  }
}
