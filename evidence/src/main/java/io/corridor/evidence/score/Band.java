package io.corridor.evidence.score;

/** The bands that are scored: between percentiles alike far from the median. */
public enum Band {
  /** From the 25th to the 75th percentile. */
  HALF(50, 30),
  /** From the 5th to the 95th. */
  NINETY(90, 70);

  private final int percent;
  private final int narrow;

  Band(int percent, int narrow) {
    this.percent = percent;
    this.narrow = narrow;
  }

  /** Returns how many of a hundred should lie inside. */
  public int percent() {
    return percent;
  }

  /**
   * Returns how many of a hundred one holds that is much too narrow, against which power is told.
   */
  public int narrow() {
    return narrow;
  }

  /** Returns how likely a miss should be. */
  public double miss() {
    return 1 - percent / 100.0;
  }
}
