package io.corridor.internal.numeric;

/**
 * Comparisons as arithmetic. Where the outcome of a comparison can't be foretold, a branch costs
 * more than all the rest of a loop, and HotSpot rarely makes a comparison of doubles into anything
 * else.
 */
public final class Sign {

  private Sign() {}

  /** Returns 1 if {@code difference} is negative, 0 if it is positive or +0. */
  public static int bit(double difference) {
    return (int) (Double.doubleToRawLongBits(difference) >>> 63);
  }

  /** Returns −1, all bits set, if {@code difference} is negative, 0 if it is positive or +0. */
  public static int mask(double difference) {
    return (int) (Double.doubleToRawLongBits(difference) >> 63);
  }
}
