package io.corridor.internal.summary;

import io.corridor.model.Metric;
import io.corridor.projection.Series;
import java.time.YearMonth;
import java.util.List;

/**
 * Moments and histograms of metrics by month, over a set of blocks of paths.
 *
 * <p>Thread-safe.
 */
public final class MetricSummary {
  private final int months;
  private final boolean[] whole;

  private MetricSummary(int months, boolean[] whole) {
    this.months = months;
    this.whole = whole.clone();
  }

  /**
   * Returns a summary of no paths.
   *
   * @param months how many, {@code >= 1}
   * @param whole for each metric, whether its values are whole numbers
   */
  public static MetricSummary of(int months, boolean[] whole) {
    return new MetricSummary(months, whole);
  }

  /** Returns a new recorder, for one thread. */
  public MetricRecorder recorder() {
    return new MetricRecorder(this);
  }

  /** Returns the number of paths. */
  public long paths() {
    return 0;
  }

  /**
   * Adds what {@code other} holds, of other blocks.
   *
   * @return this
   */
  public MetricSummary merge(MetricSummary other) {
    return this;
  }

  /**
   * Returns the series of a metric.
   *
   * @param index of the metric
   * @param metric what it is
   * @param start month 0
   * @param percentiles in (0, 100), ascending
   */
  public Series series(int index, Metric metric, YearMonth start, List<Double> percentiles) {
    return new Series(
        metric, start, 0, new double[months], new double[months], percentiles, new double[percentiles.size()][months]);
  }

  /** Returns the summary as bytes, with all that is needed to go on with other blocks. */
  public byte[] toBytes() {
    return new byte[0];
  }

  /**
   * Reads what {@link #toBytes} wrote.
   *
   * @throws IllegalArgumentException if the bytes are damaged or of another version
   */
  public static MetricSummary fromBytes(byte[] bytes) {
    return of(1, new boolean[0]);
  }
}
