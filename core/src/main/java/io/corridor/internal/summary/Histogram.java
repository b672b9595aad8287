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

  /** From one value to the next when an atom is looked for. */
  private static final int SAMPLING_STEP = 64;

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
    }
    double atom = frequent(values, n);
    long atLeast = isFirst ? 0 : inCell(min);
    long atGreatest = isFirst ? 0 : inCell(max);
    int atoms = 0;
    if (!(min > 0 && Double.isNaN(atom) && addPositive(values, n))) {
      atoms = addAllBut(atom, values, n);
    }
    if (!isFirst) {
      stretch(values, n, atLeast, atGreatest, atom, atoms);
    }
    if (atoms > 0) {
      (atom < 0 ? negative : positive).addSame(Cells.key(Math.abs(atom)), atoms);
    }
  }

  /**
   * Updates the ends. A pass over the values is only made where there may be new ones: because
   * something but the atom was counted at the old ones or beyond.
   */
  private void stretch(
      double[] values, int n, long atLeast, long atGreatest, double atom, int atoms) {
    if (atom < min || isReached(-min, atLeast, negative, positive)) {
      lower(values, n);
    } else if (min == 0) {
      atMin = zeros;
    } else if (atom == min) {
      atMin += atoms;
    }
    if (atom > max || isReached(max, atGreatest, positive, negative)) {
      raise(values, n);
    } else if (max == 0) {
      atMax = zeros;
    } else if (atom == max) {
      atMax += atoms;
    }
  }

  /**
   * Returns whether something may have been counted at an end or beyond.
   *
   * @param end the greatest value, or the least times −1
   * @param before what was counted in its cell until now
   * @param same cells of values of the sign that the greatest would have
   * @param opposite cells of the others
   */
  private boolean isReached(double end, long before, Cells same, Cells opposite) {
    if (end > 0) {
      int key = Cells.key(end);
      return same.count(key) > before || same.holdsAbove(key);
    }
    if (!same.isEmpty() || end == 0) {
      return !same.isEmpty();
    }
    int key = Cells.key(-end);
    return zeros > 0 || opposite.count(key) > before || opposite.holdsBelow(key);
  }

  /**
   * Returns a number other than 0 that many of the values seem to be, or NaN. To count a number
   * that comes again and again in its cell takes long, as each time waits for the one before.
   */
  private static double frequent(double[] values, int n) {
    int at = 0;
    while (at < n - SAMPLING_STEP && cleared(values[at]) == 0) {
      at += SAMPLING_STEP;
    }
    double candidate = values[at];
    int same = 0;
    for (int i = at; i < n; i += SAMPLING_STEP) {
      same += values[i] == candidate ? 1 : 0;
    }
    boolean isAtom = 8 * SAMPLING_STEP * same > n && isPositive(Math.abs(candidate));
    return isAtom ? candidate : Double.NaN;
  }

  /** Returns how many values were counted in the cell of an end; 0 of zeros. */
  private long inCell(double end) {
    return end == 0 ? 0 : (end > 0 ? positive : negative).count(Cells.key(Math.abs(end)));
  }

  /** Finds the ends of the first values, and makes the window hold them all at once. */
  private void findEnds(double[] values, int n) {
    lower(values, n);
    raise(values, n);
    if (isPositive(max)) {
      positive.reserve(Cells.key(isPositive(min) ? min : max), Cells.key(max));
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

  /** Counts all values but {@code atom}; returns how many are that. */
  private int addAllBut(double atom, double[] values, int n) {
    double[] selected = Scratch.doubles(n);
    int above = selectPositive(values, n, selected);
    int others = atom > 0 ? selectOthers(selected, above, atom) : above;
    int atoms = above - others;
    boolean finite = add(positive, selected, others) == others;
    zeros += n - above;
    if (above < n && hasSigns(values, n)) {
      int below = selectNegative(values, n, selected);
      others = atom < 0 ? selectOthers(selected, below, -atom) : below;
      atoms += below - others;
      finite &= add(negative, selected, others) == others;
      zeros -= below;
    }
    if (!finite) {
      throw notFinite(values);
    }
    return atoms;
  }

  // Each of these has one condition, so that it takes no branch, which could not be foretold.

  /** Selects the values that aren't below all that don't count as 0; returns how many there are. */
  private static int selectPositive(double[] values, int n, double[] selected) {
    int count = 0;
    for (int i = 0; i < n; i++) {
      selected[count] = values[i];
      count += values[i] < Double.MIN_NORMAL ? 0 : 1;
    }
    return count;
  }

  /** The same for those that aren't above all that don't count as 0, as magnitudes. */
  private static int selectNegative(double[] values, int n, double[] selected) {
    int count = 0;
    for (int i = 0; i < n; i++) {
      selected[count] = -values[i];
      count += -values[i] < Double.MIN_NORMAL ? 0 : 1;
    }
    return count;
  }

  /** Takes {@code atom} out of the values; returns how many are left. */
  private static int selectOthers(double[] values, int n, double atom) {
    int count = 0;
    for (int i = 0; i < n; i++) {
      double value = values[i];
      values[count] = value;
      count += value == atom ? 0 : 1;
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
    for (int i = 0; i < n; i++) {
      if (values[i] < least) {
        least = cleared(values[i]);
      }
    }
    atMin = (least < min ? 0 : atMin) + countSame(values, n, least);
    min = least;
  }

  private void raise(double[] values, int n) {
    double greatest = max;
    for (int i = 0; i < n; i++) {
      if (values[i] > greatest) {
        greatest = cleared(values[i]);
      }
    }
    atMax = (greatest > max ? 0 : atMax) + countSame(values, n, greatest);
    max = greatest;
  }

  private static int countSame(double[] values, int n, double value) {
    int count = 0;
    if (value == 0) {
      for (int i = 0; i < n; i++) {
        count += Math.abs(values[i]) < Double.MIN_NORMAL ? 1 : 0;
      }
    } else {
      for (int i = 0; i < n; i++) {
        count += values[i] == value ? 1 : 0;
      }
    }
    return count;
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
    return atRanks(Rank.of(percentiles, total));
  }

  /**
   * Returns the values of some ranks: the least value has rank 1.
   *
   * @param ranks ascending
   */
  double[] atRanks(long[] ranks) {
    Placement placement = new Placement(ranks);
    int first = negative.firstKey();
    for (int to = negative.endKey(); to > first && !placement.isDone(); to -= STRIDE) {
      int from = Math.max(first, to - STRIDE);
      if (!placement.skip(negative.count(from, to))) {
        for (int key = to - 1; key >= from; key--) {
          placement.pass(negative.count(key), -Cells.edge(key), -width(key));
        }
      }
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
