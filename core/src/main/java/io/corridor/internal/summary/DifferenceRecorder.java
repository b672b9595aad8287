package io.corridor.internal.summary;

/**
 * Records blocks of paths for a {@link DifferenceSummary}: {@link #begin}, then {@link #record}
 * once for every metric and month in any order, then {@link #end}; at last {@link #close}.
 *
 * <p>For use by one thread; any number of recorders may fill one summary at the same time.
 */
public final class DifferenceRecorder implements AutoCloseable {
  private final DifferenceSummary summary;
  private final int months;
  private final long[] above;
  private final long[] below;
  private final int[] fanOf;
  private final MetricRecorder fans;
  private final Moments.Scratch scratch = new Moments.Scratch();
  private Moments moments;
  private double[] differences = {};
  private long block;
  private int paths;

  /** Makes a recorder; {@code fanOf} says by metric which histogram it has, −1: none. */
  DifferenceRecorder(
      DifferenceSummary summary, int months, int size, int[] fanOf, MetricRecorder fans) {
    this.summary = summary;
    this.months = months;
    this.above = new long[size];
    this.below = new long[size];
    this.fanOf = fanOf;
    this.fans = fans;
    this.moments = summary.takeMoments();
  }

  /**
   * Starts a block.
   *
   * @param block its number, {@code >= 0}
   * @param paths how many paths it has, {@code >= 1}
   */
  public void begin(long block, int paths) {
    this.block = block;
    this.paths = paths;
    fans.begin(block, paths);
    moments.begin(paths);
    if (differences.length < paths) {
      differences = new double[paths];
    }
  }

  /**
   * Records the differences of one metric in one month.
   *
   * @param metric index of the metric
   * @param month from 0
   * @param variant one value for each path of the block, from index 0 on
   * @param base the same
   * @throws NotFiniteException if a difference is infinite or NaN and the metric has a histogram
   */
  public void record(int metric, int month, double[] variant, double[] base) {
    int larger = 0;
    int smaller = 0;
    for (int p = 0; p < paths; p++) {
      differences[p] = variant[p] - base[p];
      larger += variant[p] > base[p] ? 1 : 0;
      smaller += variant[p] < base[p] ? 1 : 0;
    }
    int index = metric * months + month;
    above[index] += larger;
    below[index] += smaller;
    moments.record(index, differences, scratch);
    if (fanOf[metric] >= 0) {
      fans.record(fanOf[metric], month, differences);
    }
  }

  /**
   * Ends the block: its moments go into the summary.
   *
   * @throws IllegalArgumentException if the summary has the block already
   */
  public void end() {
    fans.end();
    moments = summary.fold(block, moments);
  }

  /** Gives the counts to the summary; nothing can be recorded any more. */
  @Override
  public void close() {
    fans.close();
    summary.add(above, below);
  }
}
