package io.corridor.internal.summary;

/**
 * Records blocks of paths for a {@link MetricSummary}: {@link #begin}, then {@link #record} once
 * for every metric and month in any order, then {@link #end}; at last {@link #close}.
 *
 * <p>For use by one thread; any number of recorders may fill one summary at the same time.
 */
public final class MetricRecorder implements AutoCloseable {
  private final MetricSummary summary;
  private final int months;
  private final Histogram[] histograms;
  private final Moments.Scratch scratch = new Moments.Scratch();
  private Moments moments;
  private long block;
  private int paths;

  MetricRecorder(MetricSummary summary, int months, Histogram[] histograms) {
    this.summary = summary;
    this.months = months;
    this.histograms = histograms;
    this.moments = summary.takeMoments();
  }

  /**
   * Starts a block.
   *
   * @param block its number, {@code >= 0}
   * @param paths how many paths it has, {@code >= 1}
   */
  public void begin(long block, int paths) {
    if (block < 0 || paths < 1) {
      throw new IllegalArgumentException("block " + block + " of " + paths + " paths");
    }
    this.block = block;
    this.paths = paths;
    moments.begin(paths);
  }

  /**
   * Records the values of one metric in one month.
   *
   * @param metric index of the metric
   * @param month from 0
   * @param values one for each path of the block, from index 0 on; further entries are ignored
   * @throws NotFiniteException if a value is infinite or NaN; the summary is of no use then
   */
  public void record(int metric, int month, double[] values) {
    int index = metric * months + month;
    moments.record(index, values, scratch);
    histograms[index].record(values, paths);
  }

  /** Returns the largest magnitude of a metric in a month that was recorded so far. */
  public double magnitude(int metric, int month) {
    Histogram histogram = histograms[metric * months + month];
    return Math.max(-histogram.min(), histogram.max());
  }

  /**
   * Ends the block: its moments go into the summary.
   *
   * @throws IllegalArgumentException if the summary has the block already
   */
  public void end() {
    moments = summary.fold(block, moments);
  }

  /** Gives the counts to the summary; nothing can be recorded any more. */
  @Override
  public void close() {
    summary.add(histograms);
  }
}
