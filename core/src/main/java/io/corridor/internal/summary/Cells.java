package io.corridor.internal.summary;

import org.jspecify.annotations.Nullable;

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

  private char[] counts = new char[0];

  /** What was moved out of {@code counts}; null before. */
  private long @Nullable [] moved;

  /** How many more values may be counted before {@code counts} could overflow. */
  private int room = Character.MAX_VALUE;

  /** The key of the first cell. */
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
    return base + counts.length;
  }

  /** Returns how many numbers of a key in the window were counted. */
  long count(int key) {
    int cell = key - base;
    return counts[cell] + (moved == null ? 0 : moved[cell]);
  }

  /** Returns how many numbers of the keys from {@code first} to {@code end} − 1 were counted. */
  long count(int first, int end) {
    int sum = 0;
    for (int i = first - base; i < end - base; i++) {
      sum += counts[i];
    }
    return moved == null ? sum : sum + count(moved, first, end);
  }

  private long count(long[] moved, int first, int end) {
    long sum = 0;
    for (int i = first - base; i < end - base; i++) {
      sum += moved[i];
    }
    return sum;
  }

  /** Returns whether nothing was ever counted. */
  boolean isEmpty() {
    return counts.length == 0;
  }

  /**
   * Counts values from index {@code from} on, for which there is room, up to the first outside the
   * window; returns its index, or n.
   */
  int add(double[] values, int from, int n) {
    char[] cells = counts;
    int start = base;
    for (int i = from; i < n; i++) {
      int cell = (int) (Double.doubleToRawLongBits(values[i]) >> SHIFT) - start;
      if (cell < 0 || cell >= cells.length) {
        return i;
      }
      cells[cell]++;
    }
    return n;
  }

  /** Counts {@code n} numbers of a key, up to 65 535. */
  void addSame(int key, int n) {
    makeRoom(n);
    reserve(key, key);
    counts[key - base] += (char) n;
  }

  /** Takes back the first {@code n} values, which were counted last. */
  void remove(double[] values, int n) {
    for (int i = 0; i < n; i++) {
      counts[key(values[i]) - base]--;
    }
  }

  /** Returns whether a number of a smaller key was counted since the window's counts were moved. */
  boolean holdsBelow(int key) {
    return holds(0, Math.min(key - base, counts.length));
  }

  /** Returns whether a number of a larger key was counted since the window's counts were moved. */
  boolean holdsAbove(int key) {
    return holds(key - base + 1, counts.length);
  }

  private boolean holds(int from, int to) {
    char[] cells = counts;
    int any = 0;
    for (int i = from; i < to; i++) {
      any |= cells[i];
    }
    return any != 0;
  }

  /** Makes room for {@code n} values to be counted, up to 65 535. */
  void makeRoom(int n) {
    if (room < n) {
      room = Character.MAX_VALUE - greatestCount();
    }
    if (room < n) {
      moveCounts();
    }
    room -= n;
  }

  private int greatestCount() {
    int greatest = 0;
    for (char count : counts) {
      greatest = Math.max(greatest, count);
    }
    return greatest;
  }

  private void moveCounts() {
    long[] sums = moved();
    for (int i = 0; i < counts.length; i++) {
      sums[i] += counts[i];
      counts[i] = 0;
    }
    room = Character.MAX_VALUE;
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
   * @throws IllegalArgumentException if it is the key of infinity or NaN
   */
  void add(int key, long count) {
    if (key > GREATEST_KEY) {
      throw new IllegalArgumentException("damaged summary: a cell of infinite values");
    }
    reserve(key, key);
    int cell = key - base;
    if (count <= Character.MAX_VALUE) {
      makeRoom((int) count);
      counts[cell] += (char) count;
    } else {
      moved()[cell] += count;
    }
  }

  /** Adds what {@code other} has counted. */
  void merge(Cells other) {
    if (other.isEmpty()) {
      return;
    }
    cover(other.firstKey(), other.endKey());
    makeRoom(other.greatestCount());
    int from = other.base - base;
    int keys = other.counts.length;
    for (int i = 0; i < keys; i++) {
      counts[from + i] += other.counts[i];
    }
    if (other.moved != null) {
      long[] sums = moved();
      for (int i = 0; i < keys; i++) {
        sums[from + i] += other.moved[i];
      }
    }
  }

  /** Makes the window hold the keys from {@code first} to {@code end} − 1, and no more. */
  private void cover(int first, int end) {
    if (isEmpty()) {
      base = first;
      move(first, end - first);
    } else if (first < base || end > endKey()) {
      int newBase = Math.min(first, base);
      move(newBase, Math.max(end, endKey()) - newBase);
    }
  }

  /**
   * Makes the window hold the keys from {@code least} to {@code greatest}, and some more on the
   * side to which it grows.
   */
  void reserve(int least, int greatest) {
    boolean down = isEmpty() || least < base;
    boolean up = isEmpty() || greatest >= endKey();
    cover(
        down ? Math.max(LEAST_KEY, least - MARGIN) : least,
        up ? Math.min(greatest + MARGIN, GREATEST_KEY) + 1 : greatest + 1);
  }

  private void move(int newBase, int keys) {
    int to = base - newBase;
    char[] newCounts = new char[keys];
    System.arraycopy(counts, 0, newCounts, to, counts.length);
    if (moved != null) {
      long[] newMoved = new long[keys];
      System.arraycopy(moved, 0, newMoved, to, moved.length);
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
