package io.corridor.internal.random;

import io.corridor.internal.numeric.GaussLegendre;

/**
 * The inverse of a Poisson distribution's cumulative distribution, of any mean.
 *
 * <p>Up to {@value #MOST_SUMMED} probabilities are summed from 0 on. Above, where there would be
 * too many and the first would underflow, the search starts from the Cornish-Fisher expansion λ +
 * √λ z + (z² − 1)/6, which is off by one at most, and is led by
 *
 * <pre>  P(N ≤ k) = ∫ t^k e^{−t}/k! dt from λ to ∞ = c ∫ exp(−k φ(s/√k)) ds,   t = k + √k s,</pre>
 *
 * with φ(y) = y − ln(1 + y) and c = √k k^k e^{−k}/k! by Stirling's series: smooth, and about as
 * wide as a normal density whatever k is. It is integrated outwards from λ to 1e-15 or better. From
 * 2^50 on, the next whole number may be the next double, and the expansion is the answer.
 */
public final class PoissonQuantile {
  /** Largest mean of which probabilities are summed. */
  private static final double MOST_SUMMED = 100;

  private static final double MOST_SEARCHED = 0x1p50;
  private static final double PANEL = 0.25;
  private static final double NEGLIGIBLE = 1e-19;
  private static final double SQRT_TWO_PI = Math.sqrt(2 * Math.PI);

  private PoissonQuantile() {}

  /**
   * Returns the smallest k with P(N ≤ k) > u.
   *
   * @param u in (0, 1)
   * @param rate the mean λ, {@code >= 0}
   * @param none P(N = 0) = e^{−λ}; it may be 0 if it underflows
   */
  public static double at(double u, double rate, double none) {
    return rate > MOST_SUMMED ? search(u, rate) : sum(u, rate, none);
  }

  private static double sum(double u, double rate, double none) {
    double probability = none;
    double cumulative = none;
    int k = 0;
    // Far in the tail the terms vanish before rounding lets the sum reach u.
    while (u >= cumulative && (probability > 0x1p-60 || k < rate)) {
      k++;
      probability *= rate / k;
      cumulative += probability;
    }
    return k;
  }

  private static double search(double u, double rate) {
    double z = NormalQuantile.of(u);
    double k = Math.floor(rate + Math.sqrt(rate) * z + (z * z - 1) / 6);
    if (rate > MOST_SEARCHED) {
      return k;
    }
    while (u >= cumulative(k, rate)) {
      k++;
    }
    while (u < cumulative(k - 1, rate)) {
      k--;
    }
    return k;
  }

  /** Returns P(N ≤ k) of a mean above {@link #MOST_SUMMED}, for k within ten of its deviations. */
  static double cumulative(double k, double rate) {
    double root = Math.sqrt(k);
    double from = (rate - k) / root;
    double density = StrictMath.exp(-stirling(k)) / SQRT_TWO_PI;
    return from >= 0
        ? density * outwards(k, root, from, PANEL)
        : 1 - density * outwards(k, root, from, -PANEL);
  }

  /** Integrates away from the peak at s = 0, panel by panel, until nothing is left. */
  private static double outwards(double k, double root, double from, double panel) {
    double sum = 0;
    double part = 1;
    for (double s = from; part > NEGLIGIBLE && s > -root; s += panel) {
      double low = Math.max(-root, Math.min(s, s + panel));
      part = GaussLegendre.integral(t -> density(k, root, t), low, Math.max(s, s + panel));
      sum += part;
    }
    return sum;
  }

  /** exp(−k φ(s/√k)). */
  private static double density(double k, double root, double s) {
    double y = s / root;
    if (Math.abs(y) > 0.02) {
      return StrictMath.exp(-k * (y - StrictMath.log1p(y)));
    }
    double series = 0; // 1/2 − y/3 + y²/4 − …: the difference would cancel
    for (int i = 10; i >= 2; i--) {
      series = 1.0 / i - y * series;
    }
    return StrictMath.exp(-s * s * series);
  }

  /** ln k! − ln(√(2πk) k^k e^{−k}). */
  private static double stirling(double k) {
    double inverse = 1 / k;
    double square = inverse * inverse;
    return inverse * (1.0 / 12 - square * (1.0 / 360 - square * (1.0 / 1260 - square / 1680)));
  }
}
