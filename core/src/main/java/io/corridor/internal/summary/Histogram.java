package io.corridor.internal.summary;

import io.corridor.internal.numeric.Rank;
import io.corridor.internal.numeric.Scratch;
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
  /** Cells that are passed over at once when percentiles are looked for. */
  private static final int STRIDE = 64;

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
    boolean isFirst = total == 0;
    total += n;
    if (isFirst) {
      findEnds(values, n);
      add(values, n);
      return;
    }
    // Ends can only be new if something was counted at the old ones or beyond.
    long atLeast = inCell(min);
    long atGreatest = inCell(max);
    if (add(values, n)) {
      if (inCell(min) > atLeast || positive.holdsBelow(Cells.key(min))) {
        lower(values, n);
      }
    } else if (min == 0 && negative.isEmpty()) {
      atMin = zeros;
    } else {
      lower(values, n);
    }
    if (!(max > 0) || inCell(max) > atGreatest || positive.holdsAbove(Cells.key(max))) {
      raise(values, n);
    }
  }

  /** Counts the values; returns whether all are positive. */
  private boolean add(double[] values, int n) {
    boolean areAllPositive = min > 0 && addPositive(values, n);
    if (!areAllPositive) {
      addAll(values, n);
    }
    return areAllPositive;
  }

  private long inCell(double value) {
    return value > 0 && value <= Double.MAX_VALUE ? positive.count(Cells.key(value)) : 0;
  }

  /** Finds the ends of the first values, and makes the window hold them all at once. */
  private void findEnds(double[] values, int n) {
    lower(values, n);
    raise(values, n);
    if (isPositive(min) && isPositive(max)) {
      positive.reserve(Cells.key(min), Cells.key(max));
    }
  }

  /** Returns whether the value is finite, positive, and doesn't count as 0. */
  private static boolean isPositive(double value) {
    return value >= Double.MIN_NORMAL && value <= Double.MAX_VALUE;
  }

  /** Counts the values if all are positive; returns whether they are. */
  private boolean addPositive(double[] values, int n) {
    int counted = add(positive, values, n);
    if (counted < n) {
      positive.remove(values, counted);
    }
    return counted == n;
  }

  private void addAll(double[] values, int n) {
    double[] selected = Scratch.doubles(n);
    int above = selectPositive(values, n, selected);
    boolean finite = add(positive, selected, above) == above;
    int below = 0;
    if (above < n && hasSigns(values, n)) {
      below = selectNegative(values, n, selected);
      finite &= add(negative, selected, below) == below;
    }
    if (!finite) {
      throw notFinite(values);
    }
    zeros += n - above - below;
  }

  /** Selects the values that aren't below all that don't count as 0; returns how many there are. */
  private static int selectPositive(double[] values, int n, double[] selected) {
    int count = 0;
    for (int i = 0; i < n; i++) {
      selected[count] = values[i];
      count += values[i] < Double.MIN_NORMAL ? 0 : 1;
    }
    return count;
  }

  /** Selects, as magnitudes, the values that aren't above all that don't count as 0. */
  private static int selectNegative(double[] values, int n, double[] selected) {
    int count = 0;
    for (int i = 0; i < n; i++) {
      selected[count] = -values[i];
      count += -values[i] < Double.MIN_NORMAL ? 0 : 1;
    }
    return count;
  }

  private static boolean hasSigns(double[] values, int n) {
    long bits = 0;
    for (int i = 0; i < n; i++) {
      bits |= Double.doubleToRawLongBits(values[i]);
    }
    return bits < 0;
  }

  /** Counts values up to the first that is not positive; returns its index, or n. */
  private static int add(Cells cells, double[] values, int n) {
    cells.makeRoom(n);
    int counted = cells.add(values, 0, n);
    while (counted < n && isPositive(values[counted])) {
      int key = Cells.key(values[counted]);
      cells.reserve(key, key);
      counted = cells.add(values, counted, n);
    }
    return counted;
  }

  private static ArithmeticException notFinite(double[] values) {
    int path = 0;
    while (Math.abs(values[path]) <= Double.MAX_VALUE) {
      path++;
    }
    return new ArithmeticException("value " + values[path] + " of path " + path + " of the block");
  }

  private void lower(double[] values, int n) {
    double least = min;
    long count = atMin;
    for (int i = 0; i < n; i++) {
      double value = cleared(values[i]);
      if (value <= least) {
        count = value < least ? 1 : count + 1;
        least = value;
      }
    }
    min = least;
    atMin = count;
  }

  private void raise(double[] values, int n) {
    double greatest = max;
    long count = atMax;
    for (int i = 0; i < n; i++) {
      double value = cleared(values[i]);
      if (value >= greatest) {
        count = value > greatest ? 1 : count + 1;
        greatest = value;
      }
    }
    max = greatest;
    atMax = count;
  }

  /** Returns 0 for what counts as 0. */
  private static double cleared(double value) {
    return Math.abs(value) < Double.MIN_NORMAL ? 0 : value;
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
      placement.pass(negative.count(key), -Cells.edge(key), -width(key));
    }
    placement.pass(zeros, 0, 0);
    int end = positive.endKey();
    for (int from = positive.firstKey(); from < end && !placement.isDone(); from += STRIDE) {
      int to = Math.min(from + STRIDE, end);
      if (!placement.skip(positive.count(from, to))) {
        for (int key = from; key < to; key++) {
          placement.pass(positive.count(key), Cells.edge(key), width(key));
        }
      }
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

    boolean isDone() {
      return next == ranks.length;
    }

    /** Passes over {@code count} values if no rank is in them; returns whether it did. */
    boolean skip(long count) {
      boolean free = isDone() || ranks[next] > below + count;
      below += free ? count : 0;
      return free;
    }

    /** Places the ranks that are in a cell of {@code count} values. */
    void pass(long count, double edge, double width) {
      while (next < ranks.length && ranks[next] <= below + count) {
        long rank = ranks[next];
        double share = (rank - below - 0.5) / count;
        double value = edge + width * (width < 0 ? 1 - share : share);
        values[next++] =
            rank <= atMin ? min : rank > total - atMax ? max : Math.max(min, Math.min(max, value));
      }
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
