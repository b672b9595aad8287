package io.corridor.internal.summary;

import static java.util.Objects.requireNonNull;

import io.corridor.internal.numeric.Replications;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Means and sums of squared deviations of many metrics and months, over the same paths; if these
 * depend on each other, means of their replications too.
 *
 * <p>Those of a block are sums of the deviations from its first value and of their squares, added
 * by halves: x<sub>i</sub> + x<sub>i+1024</sub>, then the sums of these at a distance of 512, and
 * so on. The order is fixed, the loops vectorise, and rounding errors grow with the logarithm of
 * the number of paths. Where all values are the same, the mean is that value and the sum of squares
 * is 0. Two sets of moments become one by the formulas of Chan, Golub and LeVeque (The American
 * Statistician 37, 1983, doi:10.1080/00031305.1983.10483115).
 *
 * <p>Squares of deviations below 10⁻¹⁶² vanish, and above 10¹⁵⁴ are infinite.
 *
 * <p>For use by one thread.
 */
final class Moments {
  private static final int STRIDE = 2048;

  /** Sums that are kept apart to the last. */
  private static final int LANES = ReplicationMeans.LANES;

  private final double[] mean;
  private final double[] squares;
  private final @Nullable ReplicationMeans replications;
  private long paths;

  /** Makes room for {@code size} metrics and months. */
  Moments(int size, Replications replications) {
    this.mean = new double[size];
    this.squares = new double[size];
    this.replications = replications.isNone() ? null : new ReplicationMeans(size, replications);
  }

  /** Makes these the moments of {@code paths} paths, whose values are to be recorded. */
  void begin(long paths) {
    this.paths = paths;
    if (replications != null) {
      replications.begin(paths);
    }
  }

  /** Returns the number of paths. */
  long paths() {
    return paths;
  }

  /** Returns the mean. */
  double mean(int index) {
    return mean[index];
  }

  /** Returns the standard deviation with divisor n − 1; 0 for a single path. */
  double sd(int index) {
    return paths > 1 ? Math.sqrt(squares[index] / (paths - 1)) : 0;
  }

  /** Returns the standard error of the mean. */
  double standardError(int index) {
    return replications == null ? sd(index) / Math.sqrt(paths) : replications.standardError(index);
  }

  /** Takes the moments of the first {@code paths()} of {@code values}. */
  void record(int index, double[] values, Scratch scratch) {
    int n = (int) paths;
    double shift = values[0];
    int terms = STRIDE / 2;
    if (n == STRIDE) {
      deviateByHalves(values, shift, scratch.deviations, scratch.squares);
    } else {
      scratch.fit(n);
      terms = deviate(values, n, shift, scratch.deviations, scratch.squares);
    }
    double sum = sum(scratch.deviations, terms);
    double squareSum = sum(scratch.squares, terms);
    mean[index] = shift + sum / n;
    squares[index] = Math.max(0, squareSum - sum * (sum / n));
    if (replications != null) {
      replications.record(index, shift, scratch.deviations);
    }
  }

  /** Where the terms of a block's sums are added; for one thread. */
  static final class Scratch {
    private double[] deviations = new double[STRIDE];
    private double[] squares = new double[STRIDE];

    private void fit(int n) {
      if (n > deviations.length) {
        int length = Integer.highestOneBit(n - 1) << 1;
        deviations = new double[length];
        squares = new double[length];
      }
    }
  }

  /**
   * The terms of a block of the usual size, the first halving done; the same sums, at half the
   * cost.
   */
  private static void deviateByHalves(
      double[] values, double shift, double[] deviations, double[] squares) {
    for (int i = 0; i < STRIDE / 2; i++) {
      double near = values[i] - shift;
      double far = values[i + STRIDE / 2] - shift;
      deviations[i] = near + far;
      squares[i] = near * near + far * far;
    }
  }

  /**
   * The terms of a block of any other size, halved until they are no more than half a stride; terms
   * of paths that there aren't are 0, and left out where all further halves would add nothing else.
   * Returns how many terms are left, a power of two.
   */
  private static int deviate(
      double[] values, int n, double shift, double[] deviations, double[] squares) {
    for (int i = 0; i < n; i++) {
      double deviation = values[i] - shift;
      deviations[i] = deviation;
      squares[i] = deviation * deviation;
    }
    int terms = LANES;
    while (terms < n) {
      terms *= 2;
    }
    Arrays.fill(deviations, n, terms, 0);
    Arrays.fill(squares, n, terms, 0);
    for (; terms > STRIDE / 2; terms /= 2) {
      half(deviations, terms / 2);
      half(squares, terms / 2);
    }
    return terms;
  }

  /**
   * Adds the terms into the first 32, by halves; constant lengths let the loops vectorise. These
   * are left there: sums of every 32nd value.
   *
   * @param count of the terms, a power of two from 32 to 1024
   */
  private static double sum(double[] terms, int count) {
    if (count > 512) {
      half(terms, 512);
    }
    if (count > 256) {
      half(terms, 256);
    }
    if (count > 128) {
      half(terms, 128);
    }
    if (count > 64) {
      half(terms, 64);
    }
    if (count > LANES) {
      half(terms, LANES);
    }
    double sum0 = 0;
    double sum1 = 0;
    double sum2 = 0;
    double sum3 = 0;
    for (int i = 0; i < LANES; i += 4) {
      sum0 += terms[i];
      sum1 += terms[i + 1];
      sum2 += terms[i + 2];
      sum3 += terms[i + 3];
    }
    return (sum0 + sum1) + (sum2 + sum3);
  }

  private static void half(double[] terms, int half) {
    for (int i = 0; i < half; i++) {
      terms[i] += terms[i + half];
    }
  }

  /** Adds the paths of {@code other}, which come after these. */
  void merge(Moments other) {
    long total = paths + other.paths;
    double share = (double) other.paths / total;
    double weight = paths * share;
    merge(mean, squares, other.mean, other.squares, share, weight);
    paths = total;
    if (replications != null) {
      replications.merge(requireNonNull(other.replications));
    }
  }

  private static void merge(
      double[] mean,
      double[] squares,
      double[] otherMean,
      double[] otherSquares,
      double share,
      double weight) {
    for (int i = 0; i < mean.length; i++) {
      double difference = otherMean[i] - mean[i];
      mean[i] += difference * share;
      squares[i] += otherSquares[i] + difference * difference * weight;
    }
  }

  /** Makes these a copy of {@code other}. */
  void set(Moments other) {
    System.arraycopy(other.mean, 0, mean, 0, mean.length);
    System.arraycopy(other.squares, 0, squares, 0, squares.length);
    paths = other.paths;
    if (replications != null) {
      replications.set(requireNonNull(other.replications));
    }
  }

  /** Writes the moments. */
  void write(PackedOutput out) {
    out.writeLong(paths);
    for (int i = 0; i < mean.length; i++) {
      out.writeDouble(mean[i]);
      out.writeDouble(squares[i]);
    }
    if (replications != null) {
      replications.write(out);
    }
  }

  /** Reads what {@link #write} wrote. */
  void read(PackedInput in) {
    paths = in.readLong();
    for (int i = 0; i < mean.length; i++) {
      mean[i] = in.readDouble();
      squares[i] = in.readDouble();
    }
    if (replications != null) {
      replications.read(in);
    }
  }
}
