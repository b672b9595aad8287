package io.corridor.reference;

/** Section 2: the steps of a month that drivers and noises share. */
final class Processes {
  /** Δ, in years. */
  static final double DELTA = 1.0 / 12;

  private Processes() {}

  /** Returns X(t) of {@code ou}: level L, reversion κ, volatility σ, shock Z. */
  static double ou(double x, double level, double kappa, double sigma, double z) {
    return level
        + (x - level) * StrictMath.exp(-kappa * DELTA)
        + sigma * StrictMath.sqrt(discounted(kappa, DELTA)) * z;
  }

  /** Returns (1 − e^{−2κy})/(2κ); for κ = 0 the limit y. */
  static double discounted(double kappa, double y) {
    return kappa == 0 ? y : -StrictMath.expm1(-2 * kappa * y) / (2 * kappa);
  }
}
