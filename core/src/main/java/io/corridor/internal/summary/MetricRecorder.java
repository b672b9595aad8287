package io.corridor.internal.summary;

/**
 * Records blocks of paths for a {@link MetricSummary}: {@link #begin}, then {@link #record} once for
 * each metric and month in any order, then {@link #end}; at last {@link #close}.
 *
 * <p>For use by one thread; any number of recorders may fill one summary at the same time.
 */
public final class MetricRecorder implements AutoCloseable {
  private final MetricSummary summary;

  MetricRecorder(MetricSummary summary) {
    this.summary = summary;
  }

  /**
   * Starts a block.
   *
   * @param block its number, {@code >= 0}
   * @param paths how many paths it has, {@code >= 1}
   */
  public void begin(long block, int paths) {}

  /**
   * Records the values of one metric in one month.
   *
   * @param metric index of the metric
   * @param month from 0
   * @param values one for each path of the block, from index 0 on; further entries are ignored
   * @throws ArithmeticException if a value is infinite or NaN
   */
  public void record(int metric, int month, double[] values) {}

  /** Ends the block: its moments go into the summary. */
  public void end() {}

  /** Gives the histograms to the summary; the recorder can't be used any more. */
  @Override
  public void close() {}
}
