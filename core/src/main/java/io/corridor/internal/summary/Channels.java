package io.corridor.internal.summary;

import static java.util.Objects.requireNonNull;

import io.corridor.internal.numeric.Rank;
import io.corridor.internal.numeric.Replications;
import io.corridor.model.Metric;
import io.corridor.projection.MetricDifference;
import io.corridor.projection.Series;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Moments of some channels by month, over a set of blocks of paths, and what else each {@link
 * Channel} says.
 *
 * <p>Two summaries of the same blocks are the same, bit for bit, however the blocks were shared out
 * and merged. A block that has fewer paths than the others must be the last of a run.
 *
 * <p>Thread-safe.
 */
public final class Channels {
  private final int months;
  private final List<Channel> channels;
  private final MomentTree moments;
  private final Counts counts;

  /** The moments of all blocks, until others come. */
  private @Nullable Moments total;

  private Channels(int months, List<Channel> channels, MomentTree moments, Counts counts) {
    this.months = months;
    this.channels = channels;
    this.moments = moments;
    this.counts = counts;
  }

  /**
   * Returns a summary of no paths.
   *
   * @param months how many, {@code >= 1}
   * @param channels what is recorded
   * @param replications which the paths are dealt out to
   */
  public static Channels of(int months, List<Channel> channels, Replications replications) {
    return new Channels(
        months,
        List.copyOf(channels),
        new MomentTree(months * channels.size(), replications),
        new Counts(months, channels));
  }

  /** Returns a new recorder, for one thread. */
  public Recorder recorder() {
    return new Recorder(this, months, new Counts(months, channels));
  }

  synchronized Moments takeMoments() {
    return moments.take();
  }

  /** Adds a block's moments, and returns others to fill. */
  synchronized Moments fold(long block, Moments added) {
    total = null;
    moments.add(block, added);
    return moments.take();
  }

  /** Adds what a recorder has counted; its histograms are the summary's from now on. */
  synchronized void take(Counts added) {
    counts.take(added);
  }

  /** Returns the number of paths in blocks that were ended. */
  public synchronized long paths() {
    return moments.paths();
  }

  /**
   * Adds what {@code other} holds, of other blocks.
   *
   * @throws IllegalArgumentException if the two aren't of the same channels, months and
   *     replications, or share a block; then nothing is added
   * @throws IllegalStateException if a recorder of either hasn't been closed
   */
  public void merge(Channels other) {
    require(
        months == other.months
            && channels.equals(other.channels)
            && moments.replications().equals(other.moments.replications()));
    synchronized (this) {
      synchronized (other) {
        requireClosed();
        other.requireClosed();
        total = null;
        moments.merge(other.moments);
        counts.merge(other.counts);
      }
    }
  }

  private static void require(boolean isSame) {
    if (!isSame) {
      throw new IllegalArgumentException("a summary of other metrics, months or replications");
    }
  }

  private void requireClosed() {
    counts.requirePaths(moments.paths());
  }

  /**
   * Returns the distribution of a channel that keeps one.
   *
   * @param channel its place
   * @param metric what it is
   * @param start month 0
   * @param percentiles in (0, 100), ascending
   * @throws IllegalStateException if there are no paths, or a recorder hasn't been closed
   */
  public synchronized Series series(
      int channel, Metric metric, YearMonth start, List<Double> percentiles) {
    requireClosed();
    Means means = means(channel);
    Histogram[] histograms = counts.histograms(channel);
    double origin = channels.get(channel).origin();
    double[][] values = new double[percentiles.size()][months];
    long[] ranks = Rank.of(percentiles, moments.paths());
    for (int month = 0; month < months; month++) {
      double[] atMonth = histograms[month].atRanks(ranks);
      for (int i = 0; i < atMonth.length; i++) {
        values[i][month] = origin + atMonth[i];
      }
    }
    // Any other percentile, from the histograms, which are complete and change no more
    Series.Percentiles others =
        (percentile, month) -> origin + histograms[month].percentiles(List.of(percentile))[0];
    return new Series(
        metric, start, means.mean, means.sd, means.error, percentiles, values, Optional.of(others));
  }

  /**
   * Returns the means and signs of a channel that counts these.
   *
   * @param channel its place
   * @param metric what differs
   * @param start month 0
   * @throws IllegalStateException if there are no paths
   */
  public synchronized MetricDifference difference(int channel, Metric metric, YearMonth start) {
    Means means = means(channel);
    return new MetricDifference(
        metric,
        start,
        moments.paths(),
        means.mean,
        means.sd,
        means.error,
        counts.positive(channel),
        counts.negative(channel));
  }

  private record Means(double[] mean, double[] sd, double[] error) {}

  private Means means(int channel) {
    Moments all = total == null ? moments.total() : total;
    total = all;
    Means means = new Means(new double[months], new double[months], new double[months]);
    int from = channel * months;
    Arrays.setAll(means.mean, month -> all.mean(from + month));
    Arrays.setAll(means.sd, month -> all.sd(from + month));
    Arrays.setAll(means.error, month -> all.standardError(from + month));
    return means;
  }

  /**
   * Writes all that is needed to go on with other blocks.
   *
   * @throws IllegalStateException if a recorder hasn't been closed
   */
  public synchronized void write(PackedOutput out) {
    requireClosed();
    out.writeLongs(shape());
    moments.write(out);
    counts.write(out);
  }

  private long[] shape() {
    Replications replications = moments.replications();
    long[] shape = new long[3 + 2 * channels.size()];
    shape[0] = months;
    shape[1] = replications.count();
    shape[2] = replications.together();
    for (int i = 0; i < channels.size(); i++) {
      Channel channel = channels.get(i);
      shape[4 + 2 * i] = Double.doubleToLongBits(channel.origin());
      shape[3 + 2 * i] =
          (channel.whole() ? 1 : 0) + (channel.distribution() ? 2 : 0) + (channel.signs() ? 4 : 0);
    }
    return shape;
  }

  /**
   * Returns what {@link #write} wrote of the same channels, months and replications.
   *
   * @throws IllegalArgumentException if it is of others, or damaged
   */
  public Channels read(PackedInput in) {
    require(Arrays.equals(in.readLongs(), shape()));
    try {
      Channels read =
          new Channels(
              months,
              channels,
              MomentTree.read(in, months * channels.size(), moments.replications()),
              new Counts(months, channels));
      read.counts.read(in);
      read.requireClosed();
      return read;
    } catch (ArithmeticException | IllegalStateException e) {
      throw new IllegalArgumentException("damaged summary: " + e.getMessage(), e);
    }
  }

  /**
   * What is counted of each channel and month: a histogram, or signs, or both.
   *
   * <p>For use by one thread.
   */
  static final class Counts {
    private final int months;
    private final List<Channel> channels;

    /** By channel and month; null where none is kept. */
    private final Histogram[] histograms;

    private final long[] positive;
    private final long[] negative;
    private double[] distances = {};

    Counts(int months, List<Channel> channels) {
      int size = months * channels.size();
      this.months = months;
      this.channels = channels;
      this.histograms = new Histogram[size];
      this.positive = new long[size];
      this.negative = new long[size];
      for (int i = 0; i < size; i++) {
        if (channels.get(i / months).distribution()) {
          histograms[i] = new Histogram(channels.get(i / months).whole());
        }
      }
    }

    /** Counts values in the histogram, if there is one. */
    void count(int index, double[] values, int n) {
      double origin = channels.get(index / months).origin();
      if (histograms[index] != null) {
        histograms[index].record(origin == 0 ? values : distances(values, n, origin), n);
      }
    }

    private double[] distances(double[] values, int n, double origin) {
      if (distances.length < n) {
        distances = new double[n];
      }
      for (int p = 0; p < n; p++) {
        distances[p] = values[p] - origin;
      }
      return distances;
    }

    /** Adds to the numbers of signs. */
    void countSigns(int index, int morePositive, int moreNegative) {
      positive[index] += morePositive;
      negative[index] += moreNegative;
    }

    /** Returns the largest distance from its origin of what has a histogram. */
    double magnitude(int index) {
      Histogram histogram = requireNonNull(histograms[index]);
      return Math.max(-histogram.min(), histogram.max());
    }

    Histogram[] histograms(int channel) {
      return Arrays.copyOfRange(histograms, channel * months, (channel + 1) * months);
    }

    long[] positive(int channel) {
      return Arrays.copyOfRange(positive, channel * months, (channel + 1) * months);
    }

    long[] negative(int channel) {
      return Arrays.copyOfRange(negative, channel * months, (channel + 1) * months);
    }

    /** Merges {@code added}, whose histograms stand in for those that have no values yet. */
    void take(Counts added) {
      for (int i = 0; i < histograms.length; i++) {
        if (histograms[i] != null && histograms[i].total() == 0) {
          histograms[i] = added.histograms[i];
          added.histograms[i] = null;
        }
      }
      merge(added);
    }

    void merge(Counts other) {
      for (int i = 0; i < histograms.length; i++) {
        if (other.histograms[i] != null) {
          histograms[i].merge(other.histograms[i]);
        }
        positive[i] += other.positive[i];
        negative[i] += other.negative[i];
      }
    }

    void requirePaths(long paths) {
      for (Histogram histogram : histograms) {
        if (histogram != null && histogram.total() != paths) {
          throw new IllegalStateException(
              histogram.total() + " values of " + paths + " paths: a recorder hasn't been closed");
        }
      }
    }

    void write(PackedOutput out) {
      for (int i = 0; i < histograms.length; i++) {
        if (histograms[i] != null) {
          histograms[i].write(out);
        }
        if (channels.get(i / months).signs()) {
          out.writeLong(positive[i]);
          out.writeLong(negative[i]);
        }
      }
    }

    void read(PackedInput in) {
      for (int i = 0; i < histograms.length; i++) {
        Channel channel = channels.get(i / months);
        if (channel.distribution()) {
          histograms[i] = Histogram.read(in, channel.whole());
        }
        if (channel.signs()) {
          positive[i] = in.readLong();
          negative[i] = in.readLong();
        }
      }
    }
  }
}
