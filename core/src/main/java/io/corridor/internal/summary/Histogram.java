package io.corridor.internal.summary;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;

/**
 * Counts of values by cell, where a cell is what the sign, the exponent and the eight leading bits of
 * the mantissa say: 256 cells from each power of two to the next, and one for 0.
 *
 * <p>The cells are the same for every histogram and counts are integers, so that merging is exact
 * and may be done in any order. A percentile is placed within its cell by the rank, and no cell is
 * wider than 1/256 of its smallest magnitude: its error is below 0.391 % of the value, for every
 * double from the smallest to the largest. The least and the greatest value are kept and
 * counted. Exact, then, are 0, values that are the same on every path, atoms at either end, and, in a histogram of whole numbers, those up to 512 in magnitude.
 *
 * <p>How it counts. Cells have keys: the leading bits of the magnitude, as a number. The array holds
 * a window of keys: cell {@code zero + k} counts positive values of key {@code low + k − 1}, cell
 * {@code zero − k} the negative ones. A value of smaller magnitude than the window's, be it 0 or not,
 * is caught by the cell before the smallest, which is emptied after each block: the zeros are counted
 * then, and if they don't explain all that was caught, the window grows for the others. A value
 * beyond the ends of what was seen so far stops the loop, and the window grows too. Both get rarer
 * with the logarithm of the number of paths. Meanwhile a value costs a shift, a subtraction, a
 * maximum, a comparison and an increment. As both ends are known to the cell, a block can hold a new
 * least or greatest value only if it adds to the count of the first cell or the last; only then is
 * it searched.
 *
 * <p>For use by one thread.
 */
final class Histogram {
  /** Bits of a double below those of a key. */
  private static final int SHIFT = 44;

  private static final int CELLS_AN_OCTAVE = 1 << (52 - SHIFT);

  /** Key of the smallest normal double. Subnormal ones have the keys that their exponents merit. */
  private static final int FIRST_NORMAL = CELLS_AN_OCTAVE;

  /** Makes every subnormal double normal, by 52 octaves. */
  private static final double TO_NORMAL = 0x1p52;

  private static final int SUBNORMAL_KEYS = 52 * CELLS_AN_OCTAVE;

  /** Less than every key. */
  private static final int NO_KEY = -2 * SUBNORMAL_KEYS;

  /** Added to a key to make a positive number of it. */
  private static final int KEY_TO_NUMBER = SUBNORMAL_KEYS + 1;

  private static final int LAST_CELL = key(Double.MAX_VALUE) + KEY_TO_NUMBER;

  /** Counts are moved out of the array of ints before they can add up to 2³¹. */
  private static final int SPILL = 1 << 30;

  private static final int[] NONE = new int[1];
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final boolean whole;

  private int[] counts = NONE;
  private long[] spilled;
  private int recent;

  /** Key of the cells next to {@code zero}, on the edge of an octave. */
  private int low = Integer.MAX_VALUE;

  private int zero;

  /** The first and the last cell in use. */
  private int first;

  private int last;

  private long zeros;

  private double min = Double.POSITIVE_INFINITY;
  private double max = Double.NEGATIVE_INFINITY;

  /** How many values are the least and the greatest, unless these are 0. */
  private long atMin;

  private long atMax;

  /** Whether the current block made the window grow. */
  private boolean grown;

  private long total;

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
   * Counts the first {@code n} of {@code values}.
   *
   * @throws ArithmeticException if one of them is infinite or NaN; the histogram is of no use then
   */
  void record(double[] values, int n) {
    spillBefore(n);
    total += n;
    grown = false;
    if (isEmpty()) {
      grow(values, n);
    }
    if (isEmpty()) {
      addZeros(n);
      return;
    }
    int[] before = counts;
    int inFirst = before[first];
    int inLast = before[last];
    int from = 0;
    while (from < n) {
      int to = count(values, from, n);
      settle(values, from, to, n);
      if (to < n) {
        grow(values, n);
      }
      from = to;
    }
    if (grown || last < zero) {
      addLeast(values, n, countSame(values, n, min));
      addGreatest(values, n, countSame(values, n, max));
    } else {
      addEnds(values, n, before[first] - inFirst, before[last] - inLast);
    }
  }

  /** Whether there are no values but zeros. */
  private boolean isEmpty() {
    return counts.length == 1;
  }

  private boolean isSigned() {
    return zero > 0;
  }

  private void addZeros(long count) {
    zeros += count;
    if (count > 0) {
      min = Math.min(min, 0);
      max = Math.max(max, 0);
    }
  }

  /** Counts values up to the first that lies outside the window; returns its index, or n. */
  private int count(double[] values, int from, int n) {
    if (low < FIRST_NORMAL) {
      return countEach(values, from, n);
    }
    return isSigned()
        ? countSigned(
            values, from, n, counts, low - 1, zero, Math.min(first, zero), Math.max(last, zero))
        : countPositive(
            values, from, n, counts, keyOf(first) - 1, first - keyOf(first), keyOf(last));
  }

  /** Counts keys up to {@code last}, taking those below {@code base} for that. */
  private static int countPositive(
      double[] values, int from, int n, int[] counts, int base, int offset, int last) {
    for (int i = from; i < n; i++) {
      int key = (int) (Double.doubleToRawLongBits(values[i]) >> SHIFT);
      if (key > last) {
        return i;
      }
      counts[Math.max(key, base) + offset]++;
    }
    return n;
  }

  private static int countSigned(
      double[] values, int from, int n, int[] counts, int base, int zero, int first, int last) {
    for (int i = from; i < n; i++) {
      long bits = Double.doubleToRawLongBits(values[i]);
      int sign = (int) (bits >> 63);
      int distance = Math.max((int) ((bits & Long.MAX_VALUE) >> SHIFT) - base, 0);
      int cell = zero + ((distance ^ sign) - sign);
      if (cell < first || cell > last) {
        return i;
      }
      counts[cell]++;
    }
    return n;
  }

  /** Counts where there are subnormal values, whose bits don't tell their keys. */
  private int countEach(double[] values, int from, int n) {
    grow(values, n);
    for (int i = from; i < n; i++) {
      if (values[i] == 0) {
        addZeros(1);
      } else {
        counts[cell(values[i])]++;
      }
    }
    return n;
  }

  /** Empties the cell that caught values too small for the window. */
  private void settle(double[] values, int from, int to, int n) {
    boolean signed = isSigned();
    int caught = signed ? zero : first - 1;
    int found = counts[caught];
    if (found == 0) {
      return;
    }
    counts[caught] = 0;
    int zeroes = countZeros(values, from, to);
    addZeros(zeroes);
    if (found > zeroes) {
      double least = edge(signed ? low : keyOf(first));
      grow(values, n);
      for (int i = from; i < to; i++) {
        double value = values[i];
        if (value != 0 && (signed ? Math.abs(value) : value) < least) {
          counts[cell(value)]++;
        }
      }
    }
  }

  private static int countZeros(double[] values, int from, int to) {
    int count = 0;
    for (int i = from; i < to; i++) {
      long magnitude = Double.doubleToRawLongBits(values[i]) & Long.MAX_VALUE;
      count += (int) (magnitude - 1 >>> 63);
    }
    return count;
  }

  /** Counts what is the same as {@code value}, other than 0, to the bit. */
  private static int countSame(double[] values, int n, double value) {
    long bits = Double.doubleToRawLongBits(value);
    int count = n;
    for (int i = 0; i < n; i++) {
      long difference = Double.doubleToRawLongBits(values[i]) ^ bits;
      count -= (int) ((difference | -difference) >>> 63);
    }
    return count;
  }

  /** Makes the window hold all values. */
  private void grow(double[] values, int n) {
    double least = Double.POSITIVE_INFINITY;
    double lowest = Double.POSITIVE_INFINITY;
    double highest = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < n; i++) {
      double value = values[i];
      if (!(Math.abs(value) <= Double.MAX_VALUE)) {
        throw new ArithmeticException("value " + value + " of path " + i + " of the block");
      }
      if (value != 0) {
        least = Math.min(least, Math.abs(value));
        lowest = Math.min(lowest, value);
        highest = Math.max(highest, value);
      }
    }
    grown = true;
    if (lowest <= highest) {
      boolean empty = isEmpty();
      reserve(
          key(least),
          lowest < 0 ? key(-lowest) + 1 : NO_KEY,
          highest > 0 ? key(highest) + 1 : NO_KEY);
      first = empty ? cell(lowest) : Math.min(first, cell(lowest));
      last = empty ? cell(highest) : Math.max(last, cell(highest));
    }
  }

  /**
   * Updates the extremes after a block with so many values in the first and the last cell. Where
   * all of these are the same as the extreme, there is no other to look for.
   */
  private void addEnds(double[] values, int n, int inFirst, int inLast) {
    boolean zeroIsLeast = min == 0 && !isSigned();
    int least = inFirst == 0 || zeroIsLeast ? 0 : countSame(values, n, min);
    int greatest = inLast == 0 ? 0 : min == max ? least : countSame(values, n, max);
    if (least == inFirst) {
      atMin += least;
    } else if (!zeroIsLeast) {
      addLeast(values, n, least);
    }
    if (greatest == inLast) {
      atMax += greatest;
    } else {
      addGreatest(values, n, greatest);
    }
  }

  /** Looks for a new least value in a block, {@code same} of which are the same as the old one. */
  private void addLeast(double[] values, int n, int same) {
    double least = min;
    for (int i = 0; i < n; i++) {
      if (values[i] < least) {
        least = values[i];
      }
    }
    addLeast(least, least < min ? countSame(values, n, least) : same);
  }

  private void addLeast(double value, long count) {
    atMin = value < min ? count : value == min ? atMin + count : atMin;
    min = Math.min(min, value) + 0.0; // of a negative zero, a zero
  }

  /** Looks for a new greatest value in a block, {@code same} of which are the same as the old one. */
  private void addGreatest(double[] values, int n, int same) {
    double greatest = max;
    for (int i = 0; i < n; i++) {
      if (values[i] > greatest) {
        greatest = values[i];
      }
    }
    addGreatest(greatest, greatest > max ? countSame(values, n, greatest) : same);
  }

  private void addGreatest(double value, long count) {
    atMax = value > max ? count : value == max ? atMax + count : atMax;
    max = Math.max(max, value) + 0.0;
  }

  private long atMin() {
    return min == 0 ? zeros : atMin;
  }

  private long atMax() {
    return max == 0 ? zeros : atMax;
  }

  /**
   * Makes the window hold magnitudes from key {@code least} on, to below key {@code negative} on one
   * side and {@code positive} on the other, in whole octaves.
   */
  private void reserve(int least, int negative, int positive) {
    int newLow = Math.min(low, octave(least));
    int newNegative = Math.max(zero == 0 ? newLow : low + zero, nextOctave(negative));
    int size = counts.length - 1 - zero;
    int newPositive = Math.max(size == 0 ? newLow : low + size, nextOctave(positive));
    int newZero = newNegative - newLow;
    int length = newZero + 1 + newPositive - newLow;
    if (newLow != low || newZero != zero || length != counts.length) {
      move(newLow, newZero, length);
    }
  }

  private void move(int newLow, int newZero, int length) {
    int[] newCounts = new int[length];
    if (!isEmpty()) {
      int shift = low - newLow;
      copySides(counts, newCounts, newZero, shift);
      if (spilled != null) {
        long[] newSpilled = new long[length];
        copySides(spilled, newSpilled, newZero, shift);
        spilled = newSpilled;
      }
      first = moved(first - zero, newZero, shift);
      last = moved(last - zero, newZero, shift);
    }
    counts = newCounts;
    low = newLow;
    zero = newZero;
  }

  /** Copies the two sides of an array, {@code shift} cells further from its middle than before. */
  private void copySides(Object from, Object to, int newZero, int shift) {
    if (zero > 0) {
      System.arraycopy(from, 0, to, newZero - shift - zero, zero);
    }
    int positive = counts.length - 1 - zero;
    if (positive > 0) {
      System.arraycopy(from, zero + 1, to, newZero + shift + 1, positive);
    }
  }

  private static int moved(int distance, int newZero, int shift) {
    return newZero + distance + Integer.signum(distance) * shift;
  }

  private static int octave(int key) {
    return Math.floorDiv(key, CELLS_AN_OCTAVE) * CELLS_AN_OCTAVE;
  }

  private static int nextOctave(int key) {
    return octave(key + CELLS_AN_OCTAVE - 1);
  }

  private int cell(double value) {
    int distance = key(Math.abs(value)) - low + 1;
    return value == 0 ? zero : value > 0 ? zero + distance : zero - distance;
  }

  private int keyOf(int cell) {
    return low + Math.abs(cell - zero) - 1;
  }

  private static int key(double magnitude) {
    return magnitude >= Double.MIN_NORMAL
        ? (int) (Double.doubleToRawLongBits(magnitude) >> SHIFT)
        : key(magnitude * TO_NORMAL) - SUBNORMAL_KEYS;
  }

  /** Returns the smallest magnitude of a key. */
  private static double edge(int key) {
    return key >= FIRST_NORMAL
        ? Double.longBitsToDouble((long) key << SHIFT)
        : edge(key + SUBNORMAL_KEYS) / TO_NORMAL;
  }

  private void spillBefore(long n) {
    if (recent + n > SPILL) {
      spill();
    }
    recent += (int) n;
  }

  private void spill() {
    if (spilled == null) {
      spilled = new long[counts.length];
    }
    for (int i = 0; i < counts.length; i++) {
      spilled[i] += counts[i];
    }
    Arrays.fill(counts, 0);
    recent = 0;
  }

  /** Adds the values that {@code other} has counted. */
  void merge(Histogram other) {
    if (whole != other.whole) {
      throw new IllegalArgumentException("whole numbers: " + whole + " and " + other.whole);
    }
    zeros += other.zeros;
    total += other.total;
    addLeast(other.min, other.atMin);
    addGreatest(other.max, other.atMax);
    if (!other.isEmpty()) {
      boolean empty = isEmpty();
      int negative = other.low + other.zero;
      int positive = other.low + other.counts.length - 1 - other.zero;
      reserve(
          other.low,
          negative > other.low ? negative : NO_KEY,
          positive > other.low ? positive : NO_KEY);
      int otherFirst = moved(other.first - other.zero, zero, other.low - low);
      int otherLast = moved(other.last - other.zero, zero, other.low - low);
      first = empty ? otherFirst : Math.min(first, otherFirst);
      last = empty ? otherLast : Math.max(last, otherLast);
      for (int i = 0; i < other.counts.length; i++) {
        add(moved(i - other.zero, zero, other.low - low), other.count(i));
      }
    }
  }

  private void add(int cell, long count) {
    if (count <= SPILL - recent) {
      counts[cell] += (int) count;
      recent += (int) count;
    } else {
      if (spilled == null) {
        spilled = new long[counts.length];
      }
      spilled[cell] += count;
    }
  }

  private long count(int cell) {
    return spilled == null ? counts[cell] : counts[cell] + spilled[cell];
  }

  /**
   * Returns, for each percentile, the smallest value that at least so many per cent of the values
   * don't exceed.
   *
   * @param percentiles in (0, 100), ascending
   */
  double[] percentiles(List<Double> percentiles) {
    double[] values = new double[percentiles.size()];
    int cell = -1;
    long below = 0;
    long here = 0;
    for (int i = 0; i < values.length; i++) {
      long rank = rank(percentiles.get(i), total);
      while (below + here < rank) {
        below += here;
        cell++;
        here = cell == zero ? zeros : count(cell);
      }
      values[i] = value(cell, rank, (rank - below - 0.5) / here);
    }
    return values;
  }

  /**
   * Returns ⌈p/100 · n⌉, where p is the decimal number that the double stands for: one per mille of
   * 1 000 is 1, though the double nearest to 0.1 is larger.
   */
  static long rank(double p, long n) {
    return BigDecimal.valueOf(p)
        .multiply(BigDecimal.valueOf(n))
        .divide(HUNDRED, 0, RoundingMode.CEILING)
        .longValueExact();
  }

  /** Returns the value of a rank that lies in {@code cell}, at {@code share} of those in it. */
  private double value(int cell, long rank, double share) {
    if (rank <= atMin()) {
      return min;
    }
    if (rank > total - atMax()) {
      return max;
    }
    if (cell == zero) {
      return 0;
    }
    double near = edge(keyOf(cell));
    double width = whole ? 0 : Math.min(edge(keyOf(cell) + 1), Double.MAX_VALUE) - near;
    double value = cell > zero ? near + width * share : -(near + width * (1 - share));
    return Math.max(min, Math.min(max, value));
  }

  /** Writes the histogram: the extremes, what cells are in use, and the counts of these. */
  void write(PackedOutput out) {
    out.writeLong(zeros);
    out.writeDouble(min);
    out.writeDouble(max);
    out.writeLong(atMin());
    out.writeLong(atMax());
    long cells = 0;
    for (int i = 0; i < counts.length; i++) {
      cells += count(i) > 0 ? 1 : 0;
    }
    out.writeLong(cells);
    int previous = -LAST_CELL - 1;
    for (int i = 0; i < counts.length; i++) {
      if (count(i) > 0) {
        int number = i < zero ? -number(i) : number(i);
        out.writeLong(number - previous - 1);
        out.writeLong(count(i));
        previous = number;
      }
    }
  }

  private int number(int cell) {
    return keyOf(cell) + KEY_TO_NUMBER;
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IllegalArgumentException if it can't be
   */
  static Histogram read(PackedInput in, boolean whole) {
    Histogram histogram = new Histogram(whole);
    histogram.zeros = in.readLong();
    histogram.total = histogram.zeros;
    histogram.min = in.readDouble();
    histogram.max = in.readDouble();
    histogram.atMin = in.readLong();
    histogram.atMax = in.readLong();
    histogram.readCells(in, in.readLong());
    return histogram;
  }

  private void readCells(PackedInput in, long cells) {
    long number = -LAST_CELL - 1L;
    for (long i = 0; i < cells; i++) {
      number += in.readLong() + 1;
      if (number == 0 || Math.abs(number) > LAST_CELL) {
        throw new IllegalArgumentException("damaged summary: no cell " + number);
      }
      int key = (int) Math.abs(number) - KEY_TO_NUMBER;
      reserve(key, number < 0 ? key + 1 : NO_KEY, number > 0 ? key + 1 : NO_KEY);
      int cell = moved(Long.signum(number), zero, key - low);
      first = i == 0 ? cell : Math.min(first, cell);
      last = i == 0 ? cell : Math.max(last, cell);
      long count = in.readLong();
      add(cell, count);
      total += count;
    }
  }
}
