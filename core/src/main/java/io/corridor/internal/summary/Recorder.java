package io.corridor.internal.summary;

import io.corridor.internal.numeric.Sign;

/**
 * Records blocks of paths for {@link Channels}: {@link #begin}, then {@link #record} or {@link
 * #recordDifference} once for every channel and month in any order, then {@link #end}; at last
 * {@link #close}.
 *
 * <p>For use by one thread; any number of recorders may fill one summary at the same time.
 */
public final class Recorder implements AutoCloseable {
  private final Channels summary;
  private final int months;
  private final Channels.Counts counts;
  private final Moments.Scratch scratch = new Moments.Scratch();
  private Moments moments;
  private double[] differences = {};
  private long block;
  private int paths;

  Recorder(Channels summary, int months, Channels.Counts counts) {
    this.summary = summary;
    this.months = months;
    this.counts = counts;
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
   * Records the values of one channel in one month.
   *
   * @param channel its place
   * @param month from 0
   * @param values one for each path of the block, from index 0 on; further entries are ignored
   * @throws ArithmeticException if a value is infinite or NaN and the channel has a histogram; the
   *     summary is of no use then
   */
  public void record(int channel, int month, double[] values) {
    int index = channel * months + month;
    moments.record(index, values, scratch);
    counts.count(index, values, paths);
  }

  /**
   * Records by how much one channel's values in one month differ: {@code variant − base}.
   *
   * @param channel its place
   * @param month from 0
   * @param variant one value for each path of the block, from index 0 on
   * @param base the same
   * @throws ArithmeticException if a difference is infinite or NaN and the channel has a histogram
   */
  public void recordDifference(int channel, int month, double[] variant, double[] base) {
    if (differences.length < paths) {
      differences = new double[paths];
    }
    double[] d = differences;
    for (int p = 0; p < paths; p++) {
      d[p] = variant[p] - base[p];
    }
    int larger = 0;
    int smaller = 0;
    for (int p = 0; p < paths; p++) {
      larger += Sign.bit(0 - d[p]);
      smaller += Sign.bit(d[p] + 0); // makes −0, of −0 and 0, a 0
    }
    counts.countSigns(channel * months + month, larger, smaller);
    record(channel, month, differences);
  }

  /**
   * Returns the largest distance from its origin so far of a channel with a histogram in a month.
   */
  public double magnitude(int channel, int month) {
    return counts.magnitude(channel * months + month);
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
    summary.take(counts);
  }
}
