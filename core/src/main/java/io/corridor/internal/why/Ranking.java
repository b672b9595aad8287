package io.corridor.internal.why;

/**
 * Numbers of paths in ascending order; equal ones share the mean of their ranks. Immutable, unless
 * the numbers are changed.
 */
public final class Ranking {
  private static final int DIGITS = 4;
  private static final int BITS = 16;
  private static final int BUCKETS = 1 << BITS;

  private final double[] values;
  private final int[] order;

  private Ranking(double[] values) {
    this.values = values;
    this.order = sorted(values);
  }

  /** Returns {@code values}, none of which is NaN, in order; they are not copied. */
  public static Ranking of(double[] values) {
    return new Ranking(values);
  }

  /**
   * Sorts places by a radix sort of the numbers' bits, 16 at a time from the lowest on: several
   * times as fast as sorting by comparison, and equal numbers keep their order.
   */
  private static int[] sorted(double[] values) {
    int n = values.length;
    long[] keys = new long[n];
    int[] places = new int[n];
    for (int i = 0; i < n; i++) {
      long bits = Double.doubleToRawLongBits(values[i] + 0.0); // 0 and −0 are equal
      keys[i] = bits ^ (bits >> 63 | Long.MIN_VALUE); // ascending, as an unsigned number
      places[i] = i;
    }
    int[] sorted = new int[n];
    for (int digit = 0; digit < DIGITS; digit++) {
      int shift = digit * BITS;
      int[] start = new int[BUCKETS + 1];
      for (int i = 0; i < n; i++) {
        start[(int) (keys[i] >>> shift & BUCKETS - 1) + 1]++;
      }
      for (int bucket = 0; bucket < BUCKETS; bucket++) {
        start[bucket + 1] += start[bucket];
      }
      for (int place : places) {
        sorted[start[(int) (keys[place] >>> shift & BUCKETS - 1)]++] = place;
      }
      int[] free = places;
      places = sorted;
      sorted = free;
    }
    return places;
  }

  /** Returns number {@code i}. */
  double value(int i) {
    return values[i];
  }

  /** Returns the numbers, which are not copied. */
  double[] values() {
    return values;
  }

  /** Returns whether all numbers are the same. */
  boolean isConstant() {
    return order.length == 0 || values[order[0]] == values[order[order.length - 1]];
  }

  /** Returns how many different numbers there are. */
  int distinct() {
    int count = 0;
    for (int i = 0; i < order.length; i++) {
      count += i == 0 || values[order[i]] != values[order[i - 1]] ? 1 : 0;
    }
    return count;
  }

  /** Returns by number its rank, from 1. */
  double[] midRanks() {
    double[] ranks = new double[values.length];
    for (int from = 0; from < order.length; ) {
      int to = from + 1;
      while (to < order.length && values[order[to]] == values[order[from]]) {
        to++;
      }
      double rank = 0.5 * (from + 1 + to);
      while (from < to) {
        ranks[order[from++]] = rank;
      }
    }
    return ranks;
  }

  /** Returns which number is where in order; of equal ones that which stands first comes first. */
  int[] order() {
    return order;
  }

  /** Returns which of the numbers {@code from} to {@code to} − 1 is where in order, from 0. */
  int[] order(int from, int to) {
    int[] part = new int[to - from];
    int count = 0;
    for (int place : order) {
      if (place >= from && place < to) {
        part[count++] = place - from;
      }
    }
    return part;
  }
}
