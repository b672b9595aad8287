package io.corridor.internal.numeric;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/**
 * The intervals of a Brownian bridge over the steps 1, …, n of a random walk (Moskowitz and
 * Caflisch, Mathematical and Computer Modelling 23, 1996, doi:10.1016/0895-7177(96)00038-6): first
 * the sum of all steps is drawn, then the sum of the first half of them given that of all, and so
 * on by halves. The number that is drawn for an interval thus fixes where the walk is at the end of
 * its first half; the very first one fixes where it ends.
 */
public final class Bridge {

  private Bridge() {}

  /** Returns the last step of the first half of those after {@code from} up to {@code to}. */
  public static int middle(int from, int to) {
    return (from + to) >>> 1;
  }

  /** Returns the steps 1, …, {@code last} in the order in which a bridge fixes the walk there. */
  public static List<Integer> order(int last) {
    List<Integer> order = new ArrayList<>();
    ArrayDeque<int[]> open = new ArrayDeque<>();
    if (last > 0) {
      order.add(last);
      open.add(new int[] {0, last});
    }
    while (!open.isEmpty()) {
      int[] interval = open.remove();
      int from = interval[0];
      int to = interval[1];
      if (to - from > 1) {
        int middle = middle(from, to);
        order.add(middle);
        open.add(new int[] {from, middle});
        open.add(new int[] {middle, to});
      }
    }
    return List.copyOf(order);
  }

  /** Returns how often an interval of {@code steps} steps is halved, at most. */
  public static int depth(int steps) {
    return steps <= 1 ? 0 : Integer.SIZE - Integer.numberOfLeadingZeros(steps - 1);
  }
}
