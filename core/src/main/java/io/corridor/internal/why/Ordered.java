package io.corridor.internal.why;

import java.util.Arrays;

/** Numbers in ascending order; equal ones share the mean of their ranks. */
public final class Ordered {
  private final double[] values;
  private final double[] sorted;

  /** By place in order: the place of the first and of the last equal number. */
  private final int[] first;

  private final int[] last;

  private Ordered(double[] values) {
    this.values = values;
    this.sorted = new double[values.length];
    for (int i = 0; i < sorted.length; i++) {
      sorted[i] = values[i] + 0.0; // of −0 makes 0: sorting and searching tell them from each other
    }
    Arrays.sort(sorted);
    this.first = new int[sorted.length];
    this.last = new int[sorted.length];
    for (int i = 1; i < sorted.length; i++) {
      first[i] = sorted[i] == sorted[i - 1] ? first[i - 1] : i;
    }
    for (int i = sorted.length - 1; i >= 0; i--) {
      boolean isLast = i == sorted.length - 1 || sorted[i] != sorted[i + 1];
      last[i] = isLast ? i : last[i + 1];
    }
  }

  /** Returns {@code values}, none of which is NaN, in order; they are not copied. */
  public static Ordered of(double[] values) {
    return new Ordered(values);
  }

  /** Returns how many numbers there are. */
  int size() {
    return values.length;
  }

  /** Returns number {@code i}. */
  double value(int i) {
    return values[i];
  }

  /** Returns whether all numbers are the same. */
  boolean isConstant() {
    return sorted.length == 0 || sorted[0] == sorted[sorted.length - 1];
  }

  /** Returns how many different numbers there are. */
  int distinct() {
    int count = 0;
    for (int i = 0; i < sorted.length; i++) {
      count += first[i] == i ? 1 : 0;
    }
    return count;
  }

  /** Returns by number its rank, from 1. */
  double[] midRanks() {
    double[] ranks = new double[values.length];
    for (int i = 0; i < ranks.length; i++) {
      int place = place(values[i]);
      ranks[i] = 0.5 * (first[place] + last[place]) + 1;
    }
    return ranks;
  }

  /** Returns which number is where in order; of equal ones that which stands first comes first. */
  int[] order() {
    int[] next = first.clone();
    int[] order = new int[values.length];
    for (int i = 0; i < order.length; i++) {
      order[next[first[place(values[i])]]++] = i;
    }
    return order;
  }

  private int place(double value) {
    return Arrays.binarySearch(sorted, value + 0.0);
  }
}
