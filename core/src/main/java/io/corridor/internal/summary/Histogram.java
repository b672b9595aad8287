package io.corridor.internal.summary;

import io.corridor.internal.numeric.Rank;
import java.util.List;

/**
 * Counts of values by {@link Cells cell}: negative ones, zeros and positive ones apart.
 *
 * <p>The cells are the same for every histogram and counts are integers, so that merging is exact
 * and may be done in any order. A percentile is placed within its cell by the rank, and no cell is
 * wider than 1/256 of its smallest magnitude: its error is below 0.391 % of the value, for every
 * double from the smallest normal one to the largest; magnitudes below 2.3 · 10⁻³⁰⁸ count as 0. The
 * least and the greatest value are kept, with how often they came, and bound it. Exact, then, are
 * 0, values that are the same on every path, atoms at either end, and, in a histogram of whole
 * numbers, those up to 512 in magnitude.
 *
 * <p>For use by one thread.
 */
final class Histogram {
  /** The largest magnitude that counts as 0. */
  private static final double MOST_OF_ZERO = Math.nextDown(Double.MIN_NORMAL);

  private final boolean whole;
  private final Cells negative = new Cells();
  private final Cells positive = new Cells();
  private long zeros;
  private long total;
  private double min = Double.POSITIVE_INFINITY;
  private double max = Double.NEGATIVE_INFINITY;
  private long atMin;
  private long atMax;

  /**
   * Makes an empty histogram.
   *
   * @param whole whether values are whole numbers, whose percentiles are then whole too
   */
  Histogram(boolean whole) {
    this.whole = whole;
  }

  /** Returns the number of values. */
  long total() {
    return total;
  }

  /** Returns the least value; +∞ if there is none. */
  double min() {
    return min;
  }

  /** Returns the greatest value; −∞ if there is none. */
  double max() {
    return max;
  }

  /**
   * Counts the first {@code n} of {@code values}, up to 65 535.
   *
   * @throws ArithmeticException if one of them is infinite or NaN; the histogram is of no use then
   */
  void record(double[] values, int n) {
    total += n;
    if (min > max) {
      start(values, n);
    }
    long atLeast = inCell(min);
    long atGreatest = inCell(max);
    boolean counted = min > 0 ? addPositive(values, n) : min == 0 && addPositiveAndZeros(values, n);
    if (counted) {
      stretch(values, n, atLeast, atGreatest);
    } else {
      recordEach(values, n);
    }
  }

  /** Takes the ends of the first values, if none is negative, as a place to start from. */
  private void start(double[] values, int n) {
    double least = cleared(least(values, n));
    double greatest = cleared(greatest(values, n));
    if (least >= 0 && greatest <= Double.MAX_VALUE) {
      min = least;
      max = greatest;
      if (least > 0) {
        positive.reserve(Cells.key(least));
      }
      if (greatest > 0) {
        positive.reserve(Cells.key(greatest));
      }
    }
  }

  /** Counts values that are expected to be positive; returns whether they are. */
  private boolean addPositive(double[] values, int n) {
    positive.begin(n);
    int counted = positive.add(values, 0, n);
    while (counted < n) {
      double value = values[counted];
      if (!(value >= Double.MIN_NORMAL && value <= Double.MAX_VALUE)) {
        positive.remove(values, counted);
        return false;
      }
      positive.reserve(Cells.key(value));
      counted = positive.add(values, counted, n);
    }
    return true;
  }

  /** Counts values that are expected to be positive or 0; returns whether they are. */
  private boolean addPositiveAndZeros(double[] values, int n) {
    positive.begin(n);
    int zeroes = positive.addButZeros(values, n);
    if (zeroes < 0 && reserveAll(values, n)) {
      zeroes = positive.addButZeros(values, n);
    }
    if (zeroes < 0) {
      return false;
    }
    zeros += zeroes;
    addLeast(0, zeroes);
    if (zeroes == n) {
      addGreatest(0, zeroes);
    }
    return true;
  }

  /**
   * Makes the window hold all values but zeros; returns false if some are negative or not finite.
   */
  private boolean reserveAll(double[] values, int n) {
    for (int i = 0; i < n; i++) {
      double value = values[i];
      if (value >= Double.MIN_NORMAL && value <= Double.MAX_VALUE) {
        positive.reserve(Cells.key(value));
      } else if (value != 0) {
        return false;
      }
    }
    return true;
  }

  private long inCell(double value) {
    return value > 0 && value <= Double.MAX_VALUE ? positive.count(Cells.key(value)) : 0;
  }

  /**
   * Looks for new ends: there can only be some if something was counted at the old ones or beyond.
   */
  private void stretch(double[] values, int n, long atLeast, long atGreatest) {
    if (min > 0 && (inCell(min) > atLeast || positive.holdsBelow(Cells.key(min)))) {
      findLeast(values, n);
    }
    int last = max > 0 ? Cells.key(max) : positive.firstKey() - 1;
    if (inCell(max) > atGreatest || positive.holdsAbove(last)) {
      findGreatest(values, n);
    }
  }

  private void recordEach(double[] values, int n) {
    for (int i = 0; i < n; i++) {
      double magnitude = Math.abs(values[i]);
      if (!(magnitude <= Double.MAX_VALUE)) {
        throw new ArithmeticException("value " + values[i] + " of path " + i + " of the block");
      }
      if (magnitude < Double.MIN_NORMAL) {
        zeros++;
      } else {
        (values[i] < 0 ? negative : positive).add(Cells.key(magnitude), 1);
      }
    }
    findLeast(values, n);
    findGreatest(values, n);
  }

  private void findLeast(double[] values, int n) {
    double least = cleared(least(values, n));
    addLeast(least, countSame(values, n, least));
  }

  private void findGreatest(double[] values, int n) {
    double greatest = cleared(greatest(values, n));
    addGreatest(greatest, countSame(values, n, greatest));
  }

  private static double least(double[] values, int n) {
    double least = values[0];
    for (int i = 1; i < n; i++) {
      if (values[i] < least) {
        least = values[i];
      }
    }
    return least;
  }

  private static double greatest(double[] values, int n) {
    double greatest = values[0];
    for (int i = 1; i < n; i++) {
      if (values[i] > greatest) {
        greatest = values[i];
      }
    }
    return greatest;
  }

  /** Returns 0 for what counts as 0. */
  private static double cleared(double value) {
    return Math.abs(value) < Double.MIN_NORMAL ? 0 : value;
  }

  private static int countSame(double[] values, int n, double value) {
    double low = value == 0 ? -MOST_OF_ZERO : value;
    double high = value == 0 ? MOST_OF_ZERO : value;
    int count = 0;
    for (int i = 0; i < n; i++) {
      count += values[i] >= low && values[i] <= high ? 1 : 0;
    }
    return count;
  }

  private void addLeast(double value, long count) {
    atMin = value < min ? count : value == min ? atMin + count : atMin;
    min = Math.min(min, value);
  }

  private void addGreatest(double value, long count) {
    atMax = value > max ? count : value == max ? atMax + count : atMax;
    max = Math.max(max, value);
  }

  /** Adds the values that {@code other} has counted. */
  void merge(Histogram other) {
    if (whole != other.whole) {
      throw new IllegalArgumentException("whole numbers: " + whole + " and " + other.whole);
    }
    negative.merge(other.negative);
    positive.merge(other.positive);
    zeros += other.zeros;
    total += other.total;
    addLeast(other.min, other.atMin);
    addGreatest(other.max, other.atMax);
  }

  /**
   * Returns, for each percentile, the smallest value that at least so many per cent of the values
   * don't exceed.
   *
   * @param percentiles in (0, 100), ascending
   */
  double[] percentiles(List<Double> percentiles) {
    Placement placement =
        new Placement(percentiles.stream().mapToLong(p -> Rank.of(p, total)).toArray());
    for (int key = negative.endKey() - 1; key >= negative.firstKey(); key--) {
      long count = negative.count(key);
      if (placement.isDueWithin(count)) {
        placement.place(count, -Cells.edge(key), -width(key));
      }
      placement.pass(count);
    }
    if (placement.isDueWithin(zeros)) {
      placement.place(zeros, 0, 0);
    }
    placement.pass(zeros);
    for (int key = positive.firstKey(); key < positive.endKey(); key++) {
      long count = positive.count(key);
      if (placement.isDueWithin(count)) {
        placement.place(count, Cells.edge(key), width(key));
      }
      placement.pass(count);
    }
    return placement.values;
  }

  private double width(int key) {
    return whole ? 0 : Cells.edge(key + 1) - Cells.edge(key);
  }

  /** A walk over the cells from the least values to the greatest, with the ranks to be placed. */
  private final class Placement {
    private final long[] ranks;
    private final double[] values;
    private int next;
    private long below;

    Placement(long[] ranks) {
      this.ranks = ranks;
      this.values = new double[ranks.length];
    }

    /** Returns whether the next rank is in a cell of {@code count} values. */
    boolean isDueWithin(long count) {
      return next < ranks.length && ranks[next] <= below + count;
    }

    /** Places the ranks that are in a cell of {@code count} values. */
    void place(long count, double edge, double width) {
      while (isDueWithin(count)) {
        long rank = ranks[next];
        double share = (rank - below - 0.5) / count;
        double value = edge + width * (width < 0 ? 1 - share : share);
        values[next++] =
            rank <= atMin ? min : rank > total - atMax ? max : Math.max(min, Math.min(max, value));
      }
    }

    void pass(long count) {
      below += count;
    }
  }

  /** Writes the histogram. */
  void write(PackedOutput out) {
    out.writeLong(zeros);
    out.writeDouble(min);
    out.writeDouble(max);
    out.writeLong(atMin);
    out.writeLong(atMax);
    negative.write(out);
    positive.write(out);
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IllegalArgumentException if it can't be
   */
  static Histogram read(PackedInput in, boolean whole) {
    Histogram histogram = new Histogram(whole);
    histogram.zeros = in.readLong();
    histogram.min = in.readDouble();
    histogram.max = in.readDouble();
    histogram.atMin = in.readLong();
    histogram.atMax = in.readLong();
    histogram.total = histogram.zeros + histogram.negative.read(in) + histogram.positive.read(in);
    return histogram;
  }
}
