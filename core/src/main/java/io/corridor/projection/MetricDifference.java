package io.corridor.projection;

import io.corridor.model.Metric;
import java.time.YearMonth;

/**
 * How a metric differs, path by path and month by month, between two scenarios that were simulated
 * on the same random numbers: variant less base. Months are calendar months, or counted from 0, the
 * scenarios' start. Values are in the metric's unit.
 *
 * <p>Immutable.
 */
public final class MetricDifference {
  private final Metric metric;
  private final Horizon horizon;
  private final long paths;
  private final double[] mean;
  private final double[] sd;
  private final double[] error;
  private final long[] above;
  private final long[] below;

  /**
   * Makes a difference of its figures.
   *
   * @param metric what it is of
   * @param start month 0
   * @param paths number of paths
   * @param mean of the differences, by month
   * @param sd standard deviation of the differences, by month
   * @param error standard error of the mean, by month
   * @param above paths on which the variant is larger, by month
   * @param below paths on which the variant is smaller, by month
   */
  public MetricDifference(
      Metric metric,
      YearMonth start,
      long paths,
      double[] mean,
      double[] sd,
      double[] error,
      long[] above,
      long[] below) {
    this.metric = metric;
    this.horizon = new Horizon(start, mean.length);
    this.paths = paths;
    this.mean = mean.clone();
    this.sd = sd.clone();
    this.error = error.clone();
    this.above = above.clone();
    this.below = below.clone();
  }

  /** Returns what differs. */
  public Metric metric() {
    return metric;
  }

  /** Returns the number of months. */
  public int months() {
    return mean.length;
  }

  /** Returns the calendar month of {@code index}. */
  public YearMonth month(int index) {
    return horizon.month(index);
  }

  /** Returns the mean of the differences over the paths, which is the difference of the means. */
  public double mean(int month) {
    return mean[horizon.within(month)];
  }

  /** Returns the same of a calendar month; {@code IllegalArgumentException} outside the series. */
  public double mean(YearMonth month) {
    return mean(horizon.within(month));
  }

  /** Returns the standard deviation of the differences, with divisor n − 1; 0 for a single path. */
  public double sd(int month) {
    return sd[horizon.within(month)];
  }

  /** Returns the same of a calendar month; {@code IllegalArgumentException} outside the series. */
  public double sd(YearMonth month) {
    return sd(horizon.within(month));
  }

  /**
   * Returns the Monte Carlo standard error of the mean difference: sd/√n of random paths, else that
   * of the replications.
   */
  public double standardError(int month) {
    return error[horizon.within(month)];
  }

  /** Returns the same of a calendar month; {@code IllegalArgumentException} outside the series. */
  public double standardError(YearMonth month) {
    return standardError(horizon.within(month));
  }

  /** Returns the share of the paths on which the variant is larger than the base, in [0, 1]. */
  public double above(int month) {
    return (double) above[horizon.within(month)] / paths;
  }

  /** Returns the same of a calendar month; {@code IllegalArgumentException} outside the series. */
  public double above(YearMonth month) {
    return above(horizon.within(month));
  }

  /** Returns the share of the paths on which the variant is smaller than the base, in [0, 1]. */
  public double below(int month) {
    return (double) below[horizon.within(month)] / paths;
  }

  /** Returns the same of a calendar month; {@code IllegalArgumentException} outside the series. */
  public double below(YearMonth month) {
    return below(horizon.within(month));
  }
}
