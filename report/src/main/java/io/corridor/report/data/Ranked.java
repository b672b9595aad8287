package io.corridor.report.data;

import java.util.Comparator;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.apache.commons.math3.stat.ranking.NaturalRanking;

/** Numbers and their ranks; equal ones share the mean of theirs. Infinite ones rank too. */
final class Ranked {
  private static final int TENTHS = 10;

  private final double[] values;
  private final double[] ranks;

  Ranked(double[] values) {
    this.values = values;
    this.ranks = new NaturalRanking().rank(values);
  }

  static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  /** Returns Spearman's correlation with {@code other}; NaN if either is the same everywhere. */
  double correlation(Ranked other) {
    return new PearsonsCorrelation().correlation(ranks, other.ranks);
  }

  /**
   * Returns the mean of {@code y} in each tenth of the places, in ascending order of these numbers.
   * Of places with equal numbers nobody can say which comes first: each counts with their mean.
   */
  double[] tenths(double[] y) {
    int[] order =
        IntStream.range(0, values.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> values[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] sorted = pooled(order, y);
    double[] means = new double[TENTHS];
    for (int tenth = 0; tenth < TENTHS; tenth++) {
      int from = (int) ((long) tenth * sorted.length / TENTHS);
      int to = (int) ((tenth + 1L) * sorted.length / TENTHS);
      double sum = 0;
      for (int i = from; i < to; i++) {
        sum += sorted[i];
      }
      means[tenth] = sum / (to - from);
    }
    return means;
  }

  private double[] pooled(int[] order, double[] y) {
    double[] pooled = new double[order.length];
    for (int first = 0; first < order.length; ) {
      int end = first;
      double sum = 0;
      while (end < order.length && values[order[end]] == values[order[first]]) {
        sum += y[order[end++]];
      }
      double mean = sum / (end - first);
      while (first < end) {
        pooled[first++] = mean;
      }
    }
    return pooled;
  }
}
