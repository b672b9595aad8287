package io.corridor.internal.summary;

import io.corridor.internal.numeric.Replications;
import io.corridor.model.Metric;
import io.corridor.projection.MetricDifference;
import io.corridor.projection.Series;
import java.nio.BufferUnderflowException;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;

/**
 * Moments and signs of the differences of metrics between two scenarios, by month, over a set of
 * blocks of paths; of some metrics histograms too. Its bits depend on the blocks alone, as those of
 * a {@link MetricSummary} do.
 *
 * <p>Thread-safe.
 */
public final class DifferenceSummary {
  /** Changes whenever the bytes do: {@code "CSD"} and a version. */
  private static final int FORMAT = 0x43534401;

  private final int months;
  private final MomentTree moments;
  private final long[] above;
  private final long[] below;
  private final int[] fans;
  private final MetricSummary distributions;

  private DifferenceSummary(int months, boolean[] whole, int[] fans, Replications replications) {
    int size = months * whole.length;
    this.months = months;
    this.moments = new MomentTree(size, replications);
    this.above = new long[size];
    this.below = new long[size];
    this.fans = fans.clone();
    boolean[] wholeFans = new boolean[fans.length];
    for (int i = 0; i < fans.length; i++) {
      wholeFans[i] = whole[fans[i]];
    }
    this.distributions = MetricSummary.of(months, wholeFans, replications);
  }

  /**
   * Returns a summary of no paths.
   *
   * @param months how many, {@code >= 1}
   * @param whole for each metric, whether its values are whole numbers
   * @param fans indices of the metrics whose differences get histograms
   * @param replications which the paths are dealt out to
   */
  public static DifferenceSummary of(
      int months, boolean[] whole, int[] fans, Replications replications) {
    return new DifferenceSummary(months, whole, fans, replications);
  }

  /** Returns a new recorder, for one thread. */
  public DifferenceRecorder recorder() {
    int[] fanOf = new int[above.length / months];
    Arrays.fill(fanOf, -1);
    for (int i = 0; i < fans.length; i++) {
      fanOf[fans[i]] = i;
    }
    return new DifferenceRecorder(this, months, above.length, fanOf, distributions.recorder());
  }

  synchronized Moments takeMoments() {
    return moments.take();
  }

  /** Adds a block's moments, and returns others to fill. */
  synchronized Moments fold(long block, Moments added) {
    moments.add(block, added);
    return moments.take();
  }

  synchronized void add(long[] moreAbove, long[] moreBelow) {
    for (int i = 0; i < above.length; i++) {
      above[i] += moreAbove[i];
      below[i] += moreBelow[i];
    }
  }

  /**
   * Returns the summary as bytes, with all that is needed to go on with other blocks.
   *
   * @throws IllegalStateException if a recorder hasn't been closed
   */
  public synchronized byte[] toBytes() {
    PackedOutput out = new PackedOutput();
    out.writeLong(FORMAT);
    out.writeLong(above.length);
    moments.write(out);
    for (int i = 0; i < above.length; i++) {
      out.writeLong(above[i]);
      out.writeLong(below[i]);
    }
    out.writeBytes(distributions.toBytes());
    return out.toBytes();
  }

  /**
   * Adds what {@link #toBytes} of a summary of other blocks wrote, of the same metrics and months.
   *
   * @throws IllegalArgumentException if the bytes are damaged, of another version or of other
   *     metrics, or share a block with this summary
   */
  public synchronized void add(byte[] bytes) {
    try {
      add(new PackedInput(bytes));
    } catch (BufferUnderflowException e) {
      throw new IllegalArgumentException("damaged summary: " + e.getMessage(), e);
    }
  }

  private void add(PackedInput in) {
    if (in.readLong() != FORMAT || in.readLong() != above.length) {
      throw new IllegalArgumentException("a summary of another version or of other metrics");
    }
    moments.merge(MomentTree.read(in, above.length, moments.replications()));
    for (int i = 0; i < above.length; i++) {
      above[i] += in.readLong();
      below[i] += in.readLong();
    }
    distributions.merge(MetricSummary.fromBytes(in.readBytes()));
  }

  /**
   * Returns the differences of all metrics.
   *
   * @param metrics what they are, in order
   * @param start month 0
   * @throws IllegalStateException if there are no paths
   */
  public synchronized List<MetricDifference> differences(List<Metric> metrics, YearMonth start) {
    Moments total = moments.total();
    MetricDifference[] differences = new MetricDifference[metrics.size()];
    Arrays.setAll(differences, i -> difference(total, i, metrics.get(i), start));
    return List.of(differences);
  }

  private MetricDifference difference(Moments total, int index, Metric metric, YearMonth start) {
    int from = index * months;
    double[] mean = new double[months];
    double[] sd = new double[months];
    double[] error = new double[months];
    for (int month = 0; month < months; month++) {
      mean[month] = total.mean(from + month);
      sd[month] = total.sd(from + month);
      error[month] = total.standardError(from + month);
    }
    return new MetricDifference(
        metric,
        start,
        total.paths(),
        mean,
        sd,
        error,
        Arrays.copyOfRange(above, from, from + months),
        Arrays.copyOfRange(below, from, from + months));
  }

  /**
   * Returns the distribution of the differences of a metric that has a histogram.
   *
   * @param fan its place among these
   * @param metric what it is
   * @param start month 0
   * @param percentiles in (0, 100), ascending
   * @throws IllegalStateException if there are no paths, or a recorder hasn't been closed
   */
  public Series fan(int fan, Metric metric, YearMonth start, List<Double> percentiles) {
    return distributions.series(fan, metric, start, percentiles);
  }
}
