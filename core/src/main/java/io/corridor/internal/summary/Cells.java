package io.corridor.internal.summary;

/**
 * Counts of positive numbers by cell, where a cell is what the exponent and the eight leading bits
 * of the mantissa say: 256 cells from each power of two to the next. The number that these bits
 * make is the cell's key.
 *
 * <p>Between two visits of a metric's month, all others are visited: what its counts cost is their
 * way from memory. So a cell has sixteen bits, which are moved to a long before they can overflow.
 * The window of keys that are counted grows to hold what comes.
 *
 * <p>For use by one thread.
 */
final class Cells {
  /** Bits of a double below those of a key. */
  private static final int SHIFT = 44;

  /** Key of the smallest normal double; all below counts as 0. */
  static final int LEAST_KEY = 1 << (52 - SHIFT);

  /** Key of the largest double. */
  static final int GREATEST_KEY = (int) (Double.doubleToRawLongBits(Double.MAX_VALUE) >> SHIFT);

  /** What the window grows by beyond need: half an octave. */
  private static final int MARGIN = 128;

  /**
   * The first cells catch zeros: several, as one that is incremented again and again would make
   * each increment wait for the one before.
   */
  private static final int ZEROS = 8;

  private char[] counts = new char[ZEROS];

  /** What was moved out of {@code counts}; null before. */
  private long[] moved;

  /** How many more values may be counted before {@code counts} could overflow. */
  private int room = Character.MAX_VALUE;

  /** The key of the first cell after those of zeros. */
  private int base = LEAST_KEY;

  /** Returns the key of a positive normal number. */
  static int key(double magnitude) {
    return (int) (Double.doubleToRawLongBits(magnitude) >> SHIFT);
  }

  /** Returns the smallest number of a key; of the key after the last, the largest double. */
  static double edge(int key) {
    return key > GREATEST_KEY ? Double.MAX_VALUE : Double.longBitsToDouble((long) key << SHIFT);
  }

  /** Returns the first key of the window. */
  int firstKey() {
    return base;
  }

  /** Returns the key after the last of the window. */
  int endKey() {
    return base + counts.length - ZEROS;
  }

  /** Returns how many numbers of a key in the window were counted. */
  long count(int key) {
    int cell = key - base + ZEROS;
    return counts[cell] + (moved == null ? 0 : moved[cell]);
  }

  /** Makes room for {@code n} values to be counted. */
  void begin(int n) {
    makeRoom(n);
  }

  /**
   * Counts values from index {@code from} on, up to the first outside the window; returns its
   * index, or n.
   */
  int add(double[] values, int from, int n) {
    char[] cells = counts;
    int start = base - ZEROS;
    for (int i = from; i < n; i++) {
      int cell = (int) (Double.doubleToRawLongBits(values[i]) >> SHIFT) - start;
      if (cell < ZEROS || cell >= cells.length) {
        return i;
      }
      cells[cell]++;
    }
    return n;
  }

  /** Takes back the first {@code n} values, which were counted last. */
  void remove(double[] values, int n) {
    for (int i = 0; i < n; i++) {
      counts[key(values[i]) - base + ZEROS]--;
    }
  }

  /**
   * Counts values that are 0 or in the window; counts none if there are others.
   *
   * @return how many were 0; −1 if none was counted
   */
  int addButZeros(double[] values, int n) {
    if (!addToCells(values, n, 1)) {
      addToCells(values, n, -1);
      takeZeros();
      return -1;
    }
    return takeZeros();
  }

  /**
   * Adds {@code step} to the cell of each value, to one of the first where the window begins after
   * it, to the last where it ends before; returns whether all but zeros were in the window.
   */
  private boolean addToCells(double[] values, int n, int step) {
    char[] cells = counts;
    int start = base - ZEROS;
    int last = cells.length - 1;
    long below = 0;
    int beyond = 0;
    for (int i = 0; i < n; i++) {
      long bits = Double.doubleToRawLongBits(values[i]);
      int cell = (int) (bits >> SHIFT) - start;
      below |= bits & cell - ZEROS >> 31;
      beyond |= last - cell;
      cells[Math.min(Math.max(cell, i & ZEROS - 1), last)] += (char) step;
    }
    return below == 0 && beyond >= 0;
  }

  private int takeZeros() {
    int zeros = 0;
    for (int i = 0; i < ZEROS; i++) {
      zeros += counts[i];
      counts[i] = 0;
    }
    return zeros;
  }

  /** Returns whether a number of a smaller key was counted since the window's counts were moved. */
  boolean holdsBelow(int key) {
    return holds(ZEROS, key - base + ZEROS);
  }

  /** Returns whether a number of a larger key was counted since the window's counts were moved. */
  boolean holdsAbove(int key) {
    return holds(key - base + ZEROS + 1, counts.length);
  }

  private boolean holds(int from, int to) {
    char[] cells = counts;
    int any = 0;
    for (int i = from; i < to; i++) {
      any |= cells[i];
    }
    return any != 0;
  }

  private void makeRoom(int n) {
    if (room < n) {
      long[] sums = moved();
      for (int i = 0; i < counts.length; i++) {
        sums[i] += counts[i];
        counts[i] = 0;
      }
      room = Character.MAX_VALUE;
    }
    room -= n;
  }

  private long[] moved() {
    if (moved == null) {
      moved = new long[counts.length];
    }
    return moved;
  }

  /**
   * Counts {@code count} numbers of a key.
   *
   * @throws ArithmeticException if it is the key of infinity or NaN
   */
  void add(int key, long count) {
    if (key > GREATEST_KEY) {
      throw new ArithmeticException("an infinite value, or one that is not a number");
    }
    reserve(key);
    int cell = key - base + ZEROS;
    if (count == 1) {
      makeRoom(1);
      counts[cell]++;
    } else {
      moved()[cell] += count;
    }
  }

  /** Adds what {@code other} has counted. */
  void merge(Cells other) {
    if (other.counts.length == ZEROS) {
      return;
    }
    cover(other.firstKey(), other.endKey());
    makeRoom(Character.MAX_VALUE - other.room);
    int from = other.base - base + ZEROS;
    int keys = other.counts.length - ZEROS;
    for (int i = 0; i < keys; i++) {
      counts[from + i] += other.counts[ZEROS + i];
    }
    if (other.moved != null) {
      long[] sums = moved();
      for (int i = 0; i < keys; i++) {
        sums[from + i] += other.moved[ZEROS + i];
      }
    }
  }

  /** Makes the window hold the keys from {@code first} to {@code end} − 1, and no more. */
  private void cover(int first, int end) {
    if (counts.length == ZEROS) {
      base = first;
      move(first, end - first);
    } else if (first < base || end > endKey()) {
      int newBase = Math.min(first, base);
      move(newBase, Math.max(end, endKey()) - newBase);
    }
  }

  /** Makes the window hold a key, and some more on the side to which it grows. */
  void reserve(int key) {
    if (counts.length == ZEROS) {
      base = belowBy(key, MARGIN);
      move(base, 2 * MARGIN);
    } else if (key < base) {
      int newBase = belowBy(key, MARGIN);
      move(newBase, endKey() - newBase);
    } else if (key >= endKey()) {
      move(base, key + MARGIN - base);
    }
  }

  private static int belowBy(int key, int margin) {
    return Math.max(LEAST_KEY, key - margin);
  }

  private void move(int newBase, int keys) {
    int to = ZEROS + base - newBase;
    char[] newCounts = new char[ZEROS + keys];
    System.arraycopy(counts, ZEROS, newCounts, to, counts.length - ZEROS);
    if (moved != null) {
      long[] newMoved = new long[ZEROS + keys];
      System.arraycopy(moved, ZEROS, newMoved, to, moved.length - ZEROS);
      moved = newMoved;
    }
    counts = newCounts;
    base = newBase;
  }

  /** Writes the keys in use and their counts. */
  void write(PackedOutput out) {
    int used = 0;
    for (int key = firstKey(); key < endKey(); key++) {
      used += count(key) > 0 ? 1 : 0;
    }
    out.writeLong(used);
    int next = LEAST_KEY;
    for (int key = firstKey(); key < endKey(); key++) {
      if (count(key) > 0) {
        out.writeLong(key - next);
        out.writeLong(count(key));
        next = key + 1;
      }
    }
  }

  /**
   * Reads what {@link #write} wrote, and returns how many numbers were counted.
   *
   * @throws IllegalArgumentException if it can't be
   */
  long read(PackedInput in) {
    long total = 0;
    int used = in.readInt(0, GREATEST_KEY);
    int next = LEAST_KEY;
    for (int i = 0; i < used; i++) {
      int key = next + in.readInt(0, GREATEST_KEY - next);
      long count = in.readLong();
      if (count < 1) {
        throw new IllegalArgumentException("damaged summary: a cell of " + count + " values");
      }
      add(key, count);
      total += count;
      next = key + 1;
    }
    return total;
  }
}
