package io.corridor.model;

import io.corridor.internal.withers.Withers;

/**
 * Episodes of unrest that hold up trade (section 9 of the model).
 *
 * @param ratePerMonth of episodes, in the situation of the start. A rate, at least 0
 * @param onUnserved how the logarithm of the rate listens to the unserved share
 * @param duration months that an episode lasts after the one it starts in. At least 1
 * @param impact share of trade lost in a month of unrest. In [0, 1]
 */
@Section("an unrest section")
@Withers
public record Unrest(
    @Key(label = "episodes a month", unit = Dimension.FRACTION, range = Range.NOT_NEGATIVE)
        Value ratePerMonth,
    @Key(label = "how it answers to shortage", absent = "0") Value onUnserved,
    @Key(unit = Dimension.MONTHS, range = Range.DURATION) int duration,
    @Key(label = "share of trade lost", unit = Dimension.FRACTION, range = Range.FRACTION)
        Value impact)
    implements UnrestWithers {

  /**
   * Returns unrest that doesn't listen to shortage.
   *
   * @param ratePerMonth rate of episodes, {@code >= 0}
   * @param duration months that an episode lasts after the one it starts in, {@code >= 1}
   * @param impact share of trade lost in a month of unrest, in [0, 1]
   */
  public static Unrest of(double ratePerMonth, int duration, double impact) {
    return Declaration.of(Unrest.class).of(ratePerMonth, duration, impact);
  }
}
