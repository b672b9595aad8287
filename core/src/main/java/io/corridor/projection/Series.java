package io.corridor.projection;

import io.corridor.model.Metric;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The distribution of one metric over the paths, month by month: by calendar month, or counted from
 * 0, the scenario's start. Values are in the metric's unit.
 *
 * <p>Immutable. Two are equal if all their figures are, to the last bit; what they know of
 * percentiles that weren't asked for isn't compared.
 */
public final class Series extends MonthlyMeans {
  private final List<Double> percentiles;
  private final double[][] values;
  private final Optional<Percentiles> others;

  /** Knows the percentiles that were not asked for. */
  @FunctionalInterface
  public interface Percentiles {

    /** Returns a percentile, in (0, 100), of a month from 0. */
    double at(double percentile, int month);
  }

  /**
   * Makes a series of its figures, which knows no other percentiles.
   *
   * @param metric what it is of
   * @param start month 0
   * @param mean by month
   * @param sd standard deviation by month
   * @param error standard error of the mean by month
   * @param percentiles in (0, 100), ascending
   * @param values by percentile and month
   */
  public Series(
      Metric metric,
      YearMonth start,
      double[] mean,
      double[] sd,
      double[] error,
      List<Double> percentiles,
      double[][] values) {
    this(metric, start, mean, sd, error, percentiles, values, Optional.empty());
  }

  /**
   * Makes a series of its figures.
   *
   * @param metric what it is of
   * @param start month 0
   * @param mean by month
   * @param sd standard deviation by month
   * @param error standard error of the mean by month
   * @param percentiles in (0, 100), ascending
   * @param values by percentile and month
   * @param others the percentiles beside these, if they are known
   */
  public Series(
      Metric metric,
      YearMonth start,
      double[] mean,
      double[] sd,
      double[] error,
      List<Double> percentiles,
      double[][] values,
      Optional<Percentiles> others) {
    super(metric, start, mean, sd, error);
    this.others = others;
    this.percentiles = List.copyOf(percentiles);
    this.values = new double[values.length][];
    for (int i = 0; i < values.length; i++) {
      this.values[i] = values[i].clone();
    }
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Series series
        && hasMeansOf(series)
        && percentiles.equals(series.percentiles)
        && Arrays.deepEquals(values, series.values);
  }

  @Override
  int figures() {
    return 31 * super.figures() + Arrays.deepHashCode(values);
  }

  /** Returns the percentiles that were asked for, ascending. */
  public List<Double> percentiles() {
    return percentiles;
  }

  /**
   * Returns the smallest value that at least {@code percentile} per cent of the paths don't exceed,
   * within half a per cent of the value, of what is 1 on the day before of its distance from 1;
   * exactly, if the metric's values are whole numbers or the same on every path.
   *
   * @param percentile in (0, 100); one of {@link #percentiles()} where the series was read back
   *     from a file, which keeps no others
   * @param month from 0
   * @throws IllegalArgumentException if it is no percentile, or not known
   */
  public double percentile(double percentile, int month) {
    int index = percentiles.indexOf(percentile);
    if (index >= 0) {
      return values[index][horizon.within(month)];
    }
    if (!(percentile > 0 && percentile < 100)) {
      throw new IllegalArgumentException(
          "percentile " + percentile + " must be above 0 and below 100");
    }
    return others
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "percentile " + percentile + " was not kept; there are " + percentiles))
        .at(percentile, horizon.within(month));
  }

  /** Returns whether any percentile is known, not only {@link #percentiles()}. */
  public boolean isWhole() {
    return others.isPresent();
  }

  /** Returns the same of a calendar month; {@code IllegalArgumentException} outside the series. */
  public double percentile(double percentile, YearMonth month) {
    return percentile(percentile, horizon.within(month));
  }
}
