package io.corridor.internal.summary;

import io.corridor.internal.numeric.Rank;
import io.corridor.internal.numeric.Replications;
import io.corridor.model.Metric;
import io.corridor.projection.Series;
import java.nio.BufferUnderflowException;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Moments and histograms of metrics by month, over a set of blocks of paths.
 *
 * <p>Two summaries of the same blocks are the same, bit for bit, however the blocks were shared out
 * and merged. A block that has fewer paths than the others must be the last of a run.
 *
 * <p>Thread-safe.
 */
public final class MetricSummary {
  /** Changes whenever the bytes do: {@code "CSM"} and a version. */
  private static final int FORMAT = 0x43534D02;

  private static final int MAX_METRICS = 1 << 20;
  private static final int MAX_SIZE = 1 << 26;
  private static final int MAX_LANES = 32;

  private final int months;
  private final boolean[] whole;
  private final Replications replications;
  private final MomentTree moments;
  private final Histogram[] histograms;

  private MetricSummary(
      int months,
      boolean[] whole,
      Replications replications,
      MomentTree moments,
      Histogram[] histograms) {
    this.months = months;
    this.whole = whole;
    this.replications = replications;
    this.moments = moments;
    this.histograms = histograms;
  }

  /**
   * Returns a summary of no paths, which are independent of each other.
   *
   * @param months how many, {@code >= 1}
   * @param whole for each metric, whether its values are whole numbers
   */
  public static MetricSummary of(int months, boolean[] whole) {
    return of(months, whole, Replications.NONE);
  }

  /**
   * Returns a summary of no paths.
   *
   * @param months how many, {@code >= 1}
   * @param whole for each metric, whether its values are whole numbers
   * @param replications which the paths are dealt out to
   */
  public static MetricSummary of(int months, boolean[] whole, Replications replications) {
    return new MetricSummary(
        months,
        whole.clone(),
        replications,
        new MomentTree(months * whole.length, replications),
        emptyHistograms(months, whole));
  }

  private static Histogram[] emptyHistograms(int months, boolean[] whole) {
    Histogram[] histograms = new Histogram[months * whole.length];
    Arrays.setAll(histograms, i -> new Histogram(whole[i / months]));
    return histograms;
  }

  /** Returns a new recorder, for one thread. */
  public MetricRecorder recorder() {
    return new MetricRecorder(this, months, emptyHistograms(months, whole));
  }

  synchronized Moments takeMoments() {
    return moments.take();
  }

  /** Adds a block's moments, and returns others to fill. */
  synchronized Moments fold(long block, Moments added) {
    moments.add(block, added);
    return moments.take();
  }

  /** Adds what a recorder has counted; its histograms are the summary's from now on. */
  synchronized void add(Histogram[] added) {
    for (int i = 0; i < histograms.length; i++) {
      if (histograms[i].total() == 0) {
        histograms[i] = added[i];
      } else {
        histograms[i].merge(added[i]);
      }
      added[i] = null;
    }
  }

  /** Returns the number of paths in blocks that were ended. */
  public synchronized long paths() {
    return moments.paths();
  }

  /**
   * Adds what {@code other} holds, of other blocks.
   *
   * @return this
   * @throws IllegalArgumentException if the two aren't of the same metrics, months and
   *     replications, or share a block
   * @throws IllegalStateException if a recorder of either hasn't been closed
   */
  public MetricSummary merge(MetricSummary other) {
    if (months != other.months
        || !Arrays.equals(whole, other.whole)
        || !replications.equals(other.replications)) {
      throw new IllegalArgumentException("summaries of different metrics, months or replications");
    }
    synchronized (this) {
      synchronized (other) {
        requireClosed();
        other.requireClosed();
        moments.merge(other.moments);
        for (int i = 0; i < histograms.length; i++) {
          histograms[i].merge(other.histograms[i]);
        }
        return this;
      }
    }
  }

  private void requireClosed() {
    long paths = moments.paths();
    for (Histogram histogram : histograms) {
      if (histogram.total() != paths) {
        throw new IllegalStateException(
            histogram.total() + " values of " + paths + " paths: a recorder hasn't been closed");
      }
    }
  }

  /**
   * Returns the series of a metric.
   *
   * @param index of the metric
   * @param metric what it is
   * @param start month 0
   * @param percentiles in (0, 100), ascending
   * @throws IllegalStateException if there are no paths, or a recorder hasn't been closed
   */
  public synchronized Series series(
      int index, Metric metric, YearMonth start, List<Double> percentiles) {
    requireClosed();
    Moments total = moments.total();
    double[] mean = new double[months];
    double[] sd = new double[months];
    double[] error = new double[months];
    double[][] values = new double[percentiles.size()][months];
    long[] ranks = Rank.of(percentiles, histograms[index * months].total());
    for (int month = 0; month < months; month++) {
      int at = index * months + month;
      mean[month] = total.mean(at);
      sd[month] = total.sd(at);
      error[month] = total.standardError(at);
      double[] atMonth = histograms[at].atRanks(ranks);
      for (int i = 0; i < atMonth.length; i++) {
        values[i][month] = atMonth[i];
      }
    }
    return new Series(
        metric, start, mean, sd, error, percentiles, values, Optional.of(others(index)));
  }

  /** Any percentile of a metric, from the histograms, which are complete and change no more. */
  private Series.Percentiles others(int index) {
    Histogram[] ofMetric = Arrays.copyOfRange(histograms, index * months, (index + 1) * months);
    return (percentile, month) -> ofMetric[month].percentiles(List.of(percentile))[0];
  }

  /**
   * Returns the summary as bytes, with all that is needed to go on with other blocks.
   *
   * @throws IllegalStateException if a recorder hasn't been closed
   */
  public synchronized byte[] toBytes() {
    requireClosed();
    PackedOutput out = new PackedOutput();
    out.writeLong(FORMAT);
    out.writeLong(months);
    out.writeLong(whole.length);
    for (boolean one : whole) {
      out.writeLong(one ? 1 : 0);
    }
    out.writeLong(replications.count());
    out.writeLong(replications.together());
    moments.write(out);
    for (Histogram histogram : histograms) {
      histogram.write(out);
    }
    return out.toBytes();
  }

  /**
   * Reads what {@link #toBytes} wrote.
   *
   * @throws IllegalArgumentException if the bytes are damaged or of another version
   */
  public static MetricSummary fromBytes(byte[] bytes) {
    try {
      return read(new PackedInput(bytes));
    } catch (BufferUnderflowException | ArithmeticException | IllegalStateException e) {
      throw new IllegalArgumentException("damaged summary: " + e.getMessage(), e);
    }
  }

  private static MetricSummary read(PackedInput in) {
    if (in.readLong() != FORMAT) {
      throw new IllegalArgumentException("a summary of another version, or none");
    }
    int months = in.readInt(1, MAX_METRICS);
    boolean[] whole = new boolean[in.readInt(0, MAX_SIZE / months)];
    for (int i = 0; i < whole.length; i++) {
      whole[i] = in.readInt(0, 1) == 1;
    }
    Replications replications =
        new Replications(in.readInt(0, MAX_LANES), in.readInt(1, MAX_LANES));
    MomentTree moments = MomentTree.read(in, months * whole.length, replications);
    Histogram[] histograms = new Histogram[months * whole.length];
    for (int i = 0; i < histograms.length; i++) {
      histograms[i] = Histogram.read(in, whole[i / months]);
    }
    if (!in.isAtEnd()) {
      throw new IllegalArgumentException("damaged summary: it goes on after its end");
    }
    MetricSummary summary = new MetricSummary(months, whole, replications, moments, histograms);
    summary.requireClosed();
    return summary;
  }
}
