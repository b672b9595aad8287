package io.corridor.evidence.score;

/** Percentiles of draws, as the results of a run define them. */
final class Percentiles {

  private Percentiles() {}

  /** Returns the smallest value that at least {@code percent} of a hundred don't exceed. */
  static double ofSorted(double[] sorted, double percent) {
    int rank = (int) Math.ceil(percent * sorted.length / 100);
    return sorted[Math.max(1, rank) - 1];
  }
}
