package io.corridor.internal.random;

import io.corridor.internal.numeric.Exp;
import io.corridor.internal.numeric.Log;
import io.corridor.internal.numeric.Normal;

/**
 * The standard normal distribution on an interval, renormalised, by inversion; accurate however far
 * out in a tail the interval lies.
 *
 * <p>With Φ(from) + u (Φ(to) − Φ(from)) computed from the nearer end, and intervals above 0
 * mirrored, no probability is ever taken from 1. Where probabilities get too small to be
 * represented, beyond 37 standard deviations, exp(−z²/2) stands for the tail, which has the same
 * shape to 0.1 %.
 */
final class TruncatedNormal {
  private static final double LEAST_PROBABILITY = 1e-300;

  private final double from;
  private final double to;
  private final boolean mirrored;
  private final double belowFrom;
  private final double aboveTo;
  private final double mass;

  private TruncatedNormal(double from, double to, boolean mirrored) {
    this.from = from;
    this.to = to;
    this.mirrored = mirrored;
    this.belowFrom = Normal.cdf(from);
    this.aboveTo = Normal.cdf(-to);
    this.mass = to > 0 ? 1 - belowFrom - aboveTo : Normal.cdf(to) - belowFrom;
  }

  /** Returns the distribution from {@code from} to {@code to}, either of which may be infinite. */
  static TruncatedNormal of(double from, double to) {
    return from > 0 ? new TruncatedNormal(-to, -from, true) : new TruncatedNormal(from, to, false);
  }

  /**
   * Returns the quantile at probability {@code below}.
   *
   * @param below the probability of lower numbers
   * @param above the probability of higher numbers, 1 − below
   */
  double at(double below, double above) {
    double z = mirrored ? -lowerTail(above, below) : lowerTail(below, above);
    return mirrored ? Math.min(-from, Math.max(-to, z)) : Math.min(to, Math.max(from, z));
  }

  private double lowerTail(double below, double above) {
    if (Normal.cdf(to) < LEAST_PROBABILITY) {
      return beyondProbabilities(below, above);
    }
    double p = belowFrom + below * mass;
    return p <= 0.5 ? NormalQuantile.of(p) : -NormalQuantile.of(aboveTo + above * mass);
  }

  // P(Z < −z | Z < to) = exp((to² − z²)/2), less the part below from.
  private double beyondProbabilities(double below, double above) {
    double left = below + above * exponentialOfSquares(from);
    return -Math.sqrt(to * to - 2 * Log.log(left));
  }

  private double exponentialOfSquares(double z) {
    return Exp.exp(-0.5 * (z - to) * (z + to));
  }
}
