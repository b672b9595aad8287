package io.corridor.internal.summary;

import io.corridor.internal.numeric.Replications;
import java.util.Arrays;

/**
 * Means of many metrics and months over the paths of each replication. Part of {@link Moments}, and
 * folded with them.
 *
 * <p>For use by one thread.
 */
final class ReplicationMeans {
  /** Of as many values as there are sums of {@link Moments}, each belongs to one replication. */
  static final int LANES = 32;

  private final Replications replications;
  private final int count;
  private final double[] mean;
  private final long[] paths;

  /** Makes room for {@code size} metrics and months. */
  ReplicationMeans(int size, Replications replications) {
    if (LANES % (replications.count() * replications.together()) != 0) {
      throw new IllegalArgumentException(
          LANES + " sums can't be dealt out to " + replications + " alike");
    }
    this.replications = replications;
    this.count = replications.count();
    this.mean = new double[size * count];
    this.paths = new long[count];
  }

  /** Makes these the means of a block of {@code n} paths. */
  void begin(long n) {
    for (int r = 0; r < count; r++) {
      paths[r] = 0;
    }
    for (int lane = 0; lane < LANES; lane++) {
      paths[replications.ofPath(lane)] += (n + LANES - 1 - lane) / LANES;
    }
  }

  /**
   * Takes the means of a block.
   *
   * @param index of the metric and month
   * @param shift what was taken off each value
   * @param sums of every 32nd value of the block, from the first on
   */
  void record(int index, double shift, double[] sums) {
    int at = index * count;
    for (int r = 0; r < count; r++) {
      mean[at + r] = 0;
    }
    for (int lane = 0; lane < LANES; lane++) {
      mean[at + replications.ofPath(lane)] += sums[lane];
    }
    for (int r = 0; r < count; r++) {
      mean[at + r] = paths[r] == 0 ? 0 : shift + mean[at + r] / paths[r];
    }
  }

  /** Returns the standard error of the mean of all replications. */
  double standardError(int index) {
    double[] means = Arrays.copyOfRange(mean, index * count, (index + 1) * count);
    return Replications.standardError(Replications.deviations(means, paths));
  }

  /** Adds the paths of {@code other}, which come after these. */
  void merge(ReplicationMeans other) {
    double[] share = new double[count];
    for (int r = 0; r < count; r++) {
      long total = paths[r] + other.paths[r];
      share[r] = total == 0 ? 0 : (double) other.paths[r] / total;
      paths[r] = total;
    }
    for (int at = 0; at < mean.length; at += count) {
      for (int r = 0; r < count; r++) {
        mean[at + r] += (other.mean[at + r] - mean[at + r]) * share[r];
      }
    }
  }

  /** Makes these a copy of {@code other}. */
  void set(ReplicationMeans other) {
    System.arraycopy(other.mean, 0, mean, 0, mean.length);
    System.arraycopy(other.paths, 0, paths, 0, count);
  }

  /** Writes the means. */
  void write(PackedOutput out) {
    for (long n : paths) {
      out.writeLong(n);
    }
    for (double value : mean) {
      out.writeDouble(value);
    }
  }

  /** Reads what {@link #write} wrote. */
  void read(PackedInput in) {
    for (int r = 0; r < count; r++) {
      paths[r] = in.readLong();
    }
    for (int i = 0; i < mean.length; i++) {
      mean[i] = in.readDouble();
    }
  }
}
