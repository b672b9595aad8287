package io.corridor.model;

import static java.util.Objects.requireNonNull;

import io.corridor.internal.withers.Withers;
import java.util.Optional;

/**
 * A mean-reverting noise of the logarithm, scaled so that its factor has mean 1.
 *
 * @param reversion speed of return to 0, per year
 * @param volatility per year; 0: no noise
 * @param start of the logarithm in month 0; the variance is that of the long run then; absent: 0,
 *     known for sure. It is as one finds it where the noise has long been going on: then the
 *     reversion must be above 0
 */
@Section("a noise")
@Withers
public record Noise(
    @Key(label = "speed of return a year (reversion)", range = Range.NOT_NEGATIVE, fitted = true)
        Value reversion,
    @Key(like = Driver.Gbm.class) Value volatility,
    @Key(unit = Dimension.FRACTION, fitted = true) Optional<Value> start)
    implements NoiseWithers {

  /** Returns the noise of what strays for good, by {@code volatility} a year: a walk of mean 1. */
  public static Noise strays(Value volatility) {
    return new Noise(Value.ZERO, requireNonNull(volatility, "volatility"));
  }

  /** Returns the noise of what strays for good, by {@code volatility} a year: a walk of mean 1. */
  public static Noise strays(double volatility) {
    return strays(Value.of(volatility));
  }

  /** Returns a noise that is 0 in month 0. */
  public Noise(Value reversion, Value volatility) {
    this(reversion, volatility, Optional.empty());
  }

  /**
   * Returns the noise of two known numbers.
   *
   * @param reversion speed of return to 0, per year
   * @param volatility per year
   */
  public static Noise of(double reversion, double volatility) {
    return Declaration.of(Noise.class).of(reversion, volatility);
  }
}
