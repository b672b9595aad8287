package io.corridor.model;

import io.corridor.internal.withers.Withers;

/**
 * A mean-reverting noise of the logarithm, scaled so that its factor has mean 1.
 *
 * @param reversion speed of return to 0, per year
 * @param volatility per year; 0: no noise
 */
@Section("a noise")
@Withers
public record Noise(
    @Key(says = "speed of return to 0, per year", range = Range.NOT_NEGATIVE) Value reversion,
    @Keys.Volatility Value volatility)
    implements NoiseWithers {

  /**
   * Returns the noise of two known numbers.
   *
   * @param reversion speed of return to 0, per year
   * @param volatility per year
   */
  public static Noise of(double reversion, double volatility) {
    return new Noise(Value.of(reversion), Value.of(volatility));
  }
}
