package io.corridor.projection;

import io.corridor.model.Metric;
import java.time.YearMonth;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Means of a metric over the paths, month by month: of its values, or of its differences. */
abstract sealed class MonthlyMeans permits Series, MetricDifference {
  final Horizon horizon;
  private final Metric metric;
  private final double[] mean;
  private final double[] sd;
  private final double[] error;

  MonthlyMeans(Metric metric, YearMonth start, double[] mean, double[] sd, double[] error) {
    this.metric = metric;
    this.horizon = new Horizon(start, mean.length);
    this.mean = mean.clone();
    this.sd = sd.clone();
    this.error = error.clone();
  }

  /** Returns whether metric, months and means are the same to the last bit. */
  final boolean hasMeansOf(MonthlyMeans other) {
    return metric.equals(other.metric)
        && horizon.equals(other.horizon)
        && Arrays.equals(mean, other.mean)
        && Arrays.equals(sd, other.sd)
        && Arrays.equals(error, other.error);
  }

  /** Returns a number that is the same wherever the figures are, in any JVM. */
  int figures() {
    return Arrays.deepHashCode(new double[][] {mean, sd, error});
  }

  @Override
  public int hashCode() {
    return 31 * metric.id().hashCode() + figures();
  }

  /** The subclasses compare what they have beside the means. */
  @Override
  public abstract boolean equals(@Nullable Object other);

  /**
   * Returns the metric, its mean in the last month, and a number that tells all figures apart from
   * others.
   */
  @Override
  public String toString() {
    int last = months() - 1;
    String unit = metric.unit().isEmpty() ? "" : " " + metric.unit();
    return metric.id()
        + ": mean "
        + mean[last]
        + unit
        + " in "
        + month(last)
        + " (all figures: "
        + Integer.toHexString(figures())
        + ")";
  }

  /** Returns the metric. */
  public final Metric metric() {
    return metric;
  }

  /** Returns the number of months. */
  public final int months() {
    return mean.length;
  }

  /** Returns the calendar month of {@code index}. */
  public final YearMonth month(int index) {
    return horizon.month(index);
  }

  /** Returns the index of a calendar month, which may lie outside the horizon. */
  public final int index(YearMonth month) {
    return horizon.index(month);
  }

  /** Returns the mean over the paths; that of differences is the difference of the means. */
  public final double mean(int month) {
    return mean[horizon.within(month)];
  }

  /** Returns the same of a calendar month; {@code IllegalArgumentException} outside the horizon. */
  public final double mean(YearMonth month) {
    return mean(horizon.within(month));
  }

  /** Returns the standard deviation over the paths, with divisor n − 1; 0 for a single path. */
  public final double sd(int month) {
    return sd[horizon.within(month)];
  }

  /** Returns the same of a calendar month; {@code IllegalArgumentException} outside the horizon. */
  public final double sd(YearMonth month) {
    return sd(horizon.within(month));
  }

  /**
   * Returns the Monte Carlo standard error of the mean: sd/√n of random paths, else that of the
   * replications.
   */
  public final double standardError(int month) {
    return error[horizon.within(month)];
  }

  /** Returns the same of a calendar month; {@code IllegalArgumentException} outside the horizon. */
  public final double standardError(YearMonth month) {
    return standardError(horizon.within(month));
  }
}
