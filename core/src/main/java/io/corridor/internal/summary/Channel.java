package io.corridor.internal.summary;

/**
 * Numbers of which a summary keeps moments, month by month: a metric, or what a metric differs by
 * between two scenarios.
 *
 * @param whole whether the numbers are whole
 * @param distribution whether a histogram is kept too
 * @param signs whether positive and negative numbers are counted too
 * @param origin what the histogram counts the distances from, so that percentiles are as exact
 *     there as they are about 0
 */
public record Channel(boolean whole, boolean distribution, boolean signs, double origin) {

  /** Returns the channel of a metric. */
  public static Channel metric(boolean whole, double origin) {
    return new Channel(whole, true, false, origin);
  }

  /** Returns the channel of a metric's differences. */
  public static Channel difference(boolean whole, boolean distribution) {
    return new Channel(whole, distribution, true, 0);
  }
}
