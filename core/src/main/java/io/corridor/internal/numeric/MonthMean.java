package io.corridor.internal.numeric;

/**
 * The law of the mean over a month of an Ornstein–Uhlenbeck process, beside that of its value at
 * the month's end. Given the value u at the month's beginning, and with q the reversion times the
 * month's length Δ (0: a Brownian motion), its level L,
 *
 * <pre>  end  = L + e^{−q} (u − L) + ε₁,    mean = L + a (u − L) + ε₂,</pre>
 *
 * both normal. Variances and the covariance are in units of σ²Δ.
 */
public final class MonthMean {
  /** Below this the closed form of the mean's variance has lost four of its digits. */
  private static final double SMALL = 0.1;

  private MonthMean() {}

  /** Returns a, what the mean keeps of the value at the month's beginning: (1 − e^{−q})/q. */
  public static double weight(double q) {
    return q == 0 ? 1 : -StrictMath.expm1(-q) / q;
  }

  /** Returns var ε₁ = (1 − e^{−2q})/(2q). */
  public static double endVariance(double q) {
    return weight(2 * q);
  }

  /** Returns cov(ε₁, ε₂) = a²/2. */
  public static double covariance(double q) {
    double a = weight(q);
    return a * a / 2;
  }

  /** Returns var ε₂ = (q − 2(1 − e^{−q}) + (1 − e^{−2q})/2)/q³. */
  public static double variance(double q) {
    if (q >= SMALL) {
      return (q + 2 * StrictMath.expm1(-q) - StrictMath.expm1(-2 * q) / 2) / (q * q * q);
    }
    // Σ over n ≥ 3 of (−1)^{n+1} (2^{n−1} − 2) q^{n−3}/n!
    double sum = 0;
    double power = 1 / 6.0;
    double two = 4;
    for (int n = 3; n < 15; n++) {
      sum += (two - 2) * power;
      power *= -q / (n + 1);
      two *= 2;
    }
    return sum;
  }

  /** Returns the variance of ε₂ given ε₁. */
  public static double ownVariance(double q) {
    double covariance = covariance(q);
    return Math.max(0, variance(q) - covariance * covariance / endVariance(q));
  }
}
