package io.corridor.projection;

import io.corridor.model.Metric;
import java.time.YearMonth;
import java.util.List;

/**
 * The distribution of one metric over the paths, month by month. Months are counted from 0, the
 * scenario's start. Values are in the metric's unit. A month beyond the last is an {@link
 * IndexOutOfBoundsException}.
 *
 * <p>Immutable.
 */
public final class Series {
  private final Metric metric;
  private final YearMonth start;
  private final double[] mean;
  private final double[] sd;
  private final double[] error;
  private final List<Double> percentiles;
  private final double[][] values;

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
   */
  public Series(
      Metric metric,
      YearMonth start,
      double[] mean,
      double[] sd,
      double[] error,
      List<Double> percentiles,
      double[][] values) {
    this.metric = metric;
    this.start = start;
    this.mean = mean.clone();
    this.sd = sd.clone();
    this.error = error.clone();
    this.percentiles = List.copyOf(percentiles);
    this.values = new double[values.length][];
    for (int i = 0; i < values.length; i++) {
      this.values[i] = values[i].clone();
    }
  }

  /** Returns what the series is of. */
  public Metric metric() {
    return metric;
  }

  /** Returns the number of months. */
  public int months() {
    return mean.length;
  }

  /** Returns the calendar month of {@code index}. */
  public YearMonth month(int index) {
    return start.plusMonths(index);
  }

  /** Returns the index of a calendar month, which may lie outside the series. */
  public int index(YearMonth month) {
    return (int) java.time.temporal.ChronoUnit.MONTHS.between(start, month);
  }

  /** Returns the mean over the paths. */
  public double mean(int month) {
    return mean[at(month)];
  }

  /** Returns the standard deviation over the paths, with divisor n − 1; 0 for a single path. */
  public double sd(int month) {
    return sd[at(month)];
  }

  /**
   * Returns the Monte Carlo standard error of the mean: sd/√n of random paths, else that of the
   * replications.
   */
  public double standardError(int month) {
    return error[at(month)];
  }

  /** Returns the percentiles that were asked for, ascending. */
  public List<Double> percentiles() {
    return percentiles;
  }

  /**
   * Returns the smallest value that at least {@code percentile} per cent of the paths don't exceed,
   * within half a per cent of the value; exactly, if the metric's values are whole numbers or the
   * same on every path.
   *
   * @param percentile one of {@link #percentiles()}
   * @param month from 0
   * @throws IllegalArgumentException if the percentile was not asked for
   */
  public double percentile(double percentile, int month) {
    int index = percentiles.indexOf(percentile);
    if (index < 0) {
      throw new IllegalArgumentException(
          "percentile " + percentile + " was not asked for; there are " + percentiles);
    }
    return values[index][at(month)];
  }

  private int at(int month) {
    return Months.check(month, start, mean.length);
  }
}
