package io.corridor.reference;

import io.corridor.model.Noise;
import java.util.Optional;

/** Section 7: n(t), and the factor exp(n(t) − v(t)/2) of mean 1. For months in their order. */
final class NoisePath {
  private final boolean present;
  private final boolean old;
  private final double kappa;
  private final double sigma;
  private double n;

  NoisePath(String key, Optional<Noise> noise, Numbers numbers) {
    present = noise.isPresent();
    kappa = noise.map(v -> numbers.at(key + ".reversion", v.reversion())).orElse(0.0);
    sigma = noise.map(v -> numbers.at(key + ".volatility", v.volatility())).orElse(0.0);
    old = noise.flatMap(Noise::start).isPresent();
    n = noise.flatMap(Noise::start).map(v -> numbers.at(key + ".start", v)).orElse(0.0);
  }

  /** Takes n from month t − 1 to month t ≥ 1 under the shock Z(t), null where it has none. */
  void step(Double z) {
    if (present) {
      n = Processes.ou(n, 0, kappa, sigma, z);
    }
  }

  /** Returns exp(n(t) − v(t)/2), with v(t) = σ²(1 − e^{−2κy})/(2κ), σ²/(2κ) if n(0) is given. */
  double factor(Month month) {
    double time = old ? 1 / (2 * kappa) : Processes.discounted(kappa, month.y());
    double v = sigma * sigma * time;
    return StrictMath.exp(n - v / 2);
  }
}
