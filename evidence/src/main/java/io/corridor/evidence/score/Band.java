package io.corridor.evidence.score;

/** The bands that are scored: between percentiles alike far from the median. */
public enum Band {
  /** From the 25th to the 75th percentile. */
  HALF(50),
  /** From the 5th to the 95th. */
  NINETY(90);

  private final int percent;

  Band(int percent) {
    this.percent = percent;
  }

  /** Returns how many of a hundred should lie inside. */
  public int percent() {
    return percent;
  }

  /** Returns how likely a miss should be. */
  public double miss() {
    return 1 - percent / 100.0;
  }
}
