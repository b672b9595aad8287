package io.corridor.internal.numeric;

/**
 * The standard normal distribution.
 *
 * <p>Φ(−z) = φ(z) M(z) for z ≥ 0, where Mills' ratio M is a rational function of degrees 9 and 10,
 * minimax for the relative error (3.7e-16) on [0, 45] and right in the limit. φ(z) is computed from
 * the upper half of z's bits and the rest apart, since exp magnifies the rounding error of z². The
 * relative error is below 2e-15 in both tails, as far as the result is a normal number.
 */
public final class Normal {
  private static final double ROOT_TWO_PI = 2.5066282746310005024;
  private static final long UPPER_HALF = -1L << 27;

  private static final double[] NUMERATOR = {
    538069.4688352963,
    810650.2053957451,
    604954.3342797149,
    286406.3680091421,
    93734.16549761083,
    21870.120316658475,
    3630.60841378732,
    413.74365936272636,
    29.444500987365082,
    0.9999999999930779
  };

  private static final double[] DENOMINATOR = {
    429317.3218230813,
    989350.945864835,
    1057412.9073215455,
    691719.0669604364,
    307459.1701182052,
    97305.8765983811,
    22281.864281916387,
    3660.0529067132984,
    414.7436595048408,
    29.444500985878154,
    1
  };

  private Normal() {}

  /** Returns the probability of a number up to {@code z}: 0 and 1 at the infinities. */
  public static double cdf(double z) {
    if (z > 0) {
      return 1 - cdf(-z);
    }
    if (z < -40) {
      return 0;
    }
    return density(z) * polynomial(NUMERATOR, -z) / polynomial(DENOMINATOR, -z);
  }

  /** Returns the density at {@code z}. */
  public static double density(double z) {
    double upper = Double.longBitsToDouble(Double.doubleToRawLongBits(z) & UPPER_HALF);
    double rest = (z - upper) * (z + upper);
    return Exp.exp(-0.5 * upper * upper) * Exp.exp(-0.5 * rest) / ROOT_TWO_PI;
  }

  private static double polynomial(double[] coefficients, double z) {
    double sum = 0;
    for (int i = coefficients.length - 1; i >= 0; i--) {
      sum = sum * z + coefficients[i];
    }
    return sum;
  }
}
