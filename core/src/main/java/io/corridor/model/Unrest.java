package io.corridor.model;

import io.corridor.internal.withers.Withers;

/**
 * Episodes of unrest that hold up trade (section 9 of the model).
 *
 * @param ratePerMonth rate of episodes in the situation of the start, {@code >= 0}
 * @param onUnserved how the logarithm of the rate listens to the unserved share
 * @param duration months that an episode lasts after the one it starts in, {@code >= 1}
 * @param impact share of trade lost in a month of unrest, in [0, 1]
 */
@Section("an unrest section")
@Withers
public record Unrest(
    @Key(
            label = "episodes a month",
            says = "of episodes, in the situation of the start",
            unit = Dimension.FRACTION,
            range = Range.NOT_NEGATIVE)
        Value ratePerMonth,
    @Key(
            label = "how it answers to shortage",
            says = "how the logarithm of the rate listens to the unserved share",
            absent = "0")
        Value onUnserved,
    @Key(
            says = "months that an episode lasts after the one it starts in",
            unit = Dimension.MONTHS,
            range = Range.DURATION)
        int duration,
    @Key(
            label = "share of trade lost",
            says = "share of trade lost in a month of unrest",
            unit = Dimension.FRACTION,
            range = Range.FRACTION)
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
