package io.corridor.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.corridor.projection.Projection;
import io.corridor.projection.Series;
import java.util.Arrays;
import java.util.Collection;

/** Compares results bit for bit. */
public final class Identical {

  private Identical() {}

  /** Asserts that two runs have the same series and answers. */
  public static void runs(Projection actual, Projection expected) {
    assertThat(actual.paths()).isEqualTo(expected.paths());
    assertThat(actual.series().keySet()).containsExactlyElementsOf(expected.series().keySet());
    series(actual, expected, expected.series().keySet());
    assertThat(actual.answers()).isEqualTo(expected.answers());
  }

  /** Asserts that two runs have the same series of {@code metrics}. */
  public static void series(Projection actual, Projection expected, Collection<String> metrics) {
    for (String metric : metrics) {
      double[] one = numbers(actual.series(metric));
      double[] other = numbers(expected.series(metric));
      if (!Arrays.equals(one, other)) {
        int i = Arrays.mismatch(one, other);
        fail("%s at %d: %s, expected %s", metric, i, one[i], other[i]);
      }
    }
  }

  /** Asserts that paths 0 to {@code count} − 1 have the same values of {@code metrics}. */
  public static void paths(Paths actual, Paths expected, int count, Collection<String> metrics) {
    for (String metric : metrics) {
      for (int t = 0; t < actual.months(); t++) {
        double[] one = actual.at(metric, t);
        double[] other = expected.at(metric, t);
        if (!Arrays.equals(one, 0, count, other, 0, count)) {
          int p = Arrays.mismatch(one, other);
          fail("%s on path %d in month %d: %s, expected %s", metric, p, t, one[p], other[p]);
        }
      }
    }
  }

  /** {@link Arrays#equals(double[], double[])} tells bits apart, also those of 0 and −0. */
  private static double[] numbers(Series series) {
    int months = series.months();
    int rows = 3 + series.percentiles().size();
    double[] numbers = new double[rows * months];
    for (int t = 0; t < months; t++) {
      numbers[rows * t] = series.mean(t);
      numbers[rows * t + 1] = series.sd(t);
      numbers[rows * t + 2] = series.standardError(t);
      for (int i = 3; i < rows; i++) {
        numbers[rows * t + i] = series.percentile(series.percentiles().get(i - 3), t);
      }
    }
    return numbers;
  }
}
