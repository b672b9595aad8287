package io.corridor.internal.why;

import java.util.stream.IntStream;

/** Some of the paths, in their order. */
record Chosen(int[] places) {

  /** Returns the paths that count. */
  static Chosen of(boolean[] counts) {
    return of(counts, 0, counts.length);
  }

  /** Returns those of paths {@code from} to {@code to} − 1 that count. */
  static Chosen of(boolean[] counts, int from, int to) {
    return new Chosen(IntStream.range(from, to).filter(p -> counts[p]).toArray());
  }

  /** Returns the values of the paths. */
  double[] from(double[] values) {
    double[] chosen = new double[places.length];
    for (int i = 0; i < chosen.length; i++) {
      chosen[i] = values[places[i]];
    }
    return chosen;
  }
}
