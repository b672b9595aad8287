package io.corridor.why;

import io.corridor.projection.Answer.Interval;

/**
 * A ratio of sums over paths, with its standard error by the delta method.
 *
 * @param value the ratio
 * @param standardError of it, {@code >= 0}
 */
public record Ratio(double value, double standardError) {
  /** Exactly 0. */
  public static final Ratio ZERO = new Ratio(0, 0);

  /** Returns half the width of {@link #interval95}. */
  public double halfWidth95() {
    return Interval.Z95 * standardError;
  }

  /**
   * Returns the 95 % interval: 1.96 standard errors to either side, not cut where the ratio itself
   * can't be, so that it covers as often as it says.
   */
  public Interval interval95() {
    return new Interval(value - halfWidth95(), value + halfWidth95());
  }
}
