package io.corridor.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.UniformRealDistribution;
import org.apache.commons.math3.stat.inference.KolmogorovSmirnovTest;

/**
 * Tests of samples against closed forms. Each is two-sided and rejects a right program for one seed
 * in a million; seeds are fixed, so that a test that has passed goes on passing.
 */
public final class Significance {
  /** Two-sided critical value of the standard normal distribution. */
  private static final double Z_CRITICAL = 4.892;

  private static final double LEVEL = 1e-6;

  private Significance() {}

  /** Asserts that {@code sample} may have a mean of {@code expected}. */
  public static void mean(String what, double[] sample, double expected) {
    double mean = Arrays.stream(sample).average().orElseThrow();
    double squares = Arrays.stream(sample).map(x -> (x - mean) * (x - mean)).sum();
    double sd = Math.sqrt(squares / (sample.length - 1));
    mean(what, mean, sd, sample.length, expected);
  }

  /**
   * Asserts that a mean of {@code n} values of deviation {@code sd} may stem from {@code expected}.
   */
  public static void mean(String what, double mean, double sd, long n, double expected) {
    double z = (mean - expected) / (sd / Math.sqrt(n));
    assertThat(Math.abs(z))
        .as("%s: mean %s of %d, expected %s, z %.2f", what, mean, n, expected, z)
        .isLessThan(Z_CRITICAL);
  }

  /**
   * Asserts that {@code sample} may have the mean {@code mean} and the variance {@code variance}:
   * squared deviations from a known mean have the variance as theirs.
   */
  public static void moments(String what, double[] sample, double mean, double variance) {
    mean(what, sample, mean);
    double[] squares = Arrays.stream(sample).map(x -> (x - mean) * (x - mean)).toArray();
    mean(what + ", variance", squares, variance);
  }

  /** Asserts that two samples may have this covariance about their known means. */
  public static void covariance(
      String what, double[] x, double meanX, double[] y, double meanY, double expected) {
    double[] products =
        IntStream.range(0, x.length).mapToDouble(i -> (x[i] - meanX) * (y[i] - meanY)).toArray();
    mean(what + ", covariance", products, expected);
  }

  /** Asserts that {@code hits} of {@code n} may come of the probability {@code expected}. */
  public static void share(String what, long hits, long n, double expected) {
    double sd = Math.sqrt(expected * (1 - expected));
    if (sd == 0) {
      assertThat((double) hits / n).as(what).isEqualTo(expected);
    } else {
      mean(what, (double) hits / n, sd, n, expected);
    }
  }

  /**
   * Asserts that {@code sample} may be distributed as {@code cumulative} says (Kolmogorov and
   * Smirnov): then its cumulative probabilities are uniform.
   */
  public static void law(String what, double[] sample, DoubleUnaryOperator cumulative) {
    double[] uniform = Arrays.stream(sample).map(cumulative).toArray();
    double p =
        new KolmogorovSmirnovTest()
            .kolmogorovSmirnovTest(new UniformRealDistribution(0, 1), uniform);
    assertThat(p).as("%s: p-value of %d values", what, sample.length).isGreaterThan(LEVEL);
  }
}
