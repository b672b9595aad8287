package io.corridor.projection;

import io.corridor.model.Metric;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a metric differs, path by path and month by month, between two scenarios that were simulated
 * on the same random numbers: variant less base. Months are calendar months, or counted from 0, the
 * scenarios' start. Values are in the metric's unit.
 *
 * <p>Immutable.
 */
public final class MetricDifference extends MonthlyMeans {
  private final long paths;
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
    super(metric, start, mean, sd, error);
    this.paths = paths;
    this.above = above.clone();
    this.below = below.clone();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof MetricDifference difference
        && hasMeansOf(difference)
        && paths == difference.paths
        && Arrays.equals(above, difference.above)
        && Arrays.equals(below, difference.below);
  }

  @Override
  int figures() {
    return Objects.hash(super.figures(), paths, Arrays.hashCode(above), Arrays.hashCode(below));
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
