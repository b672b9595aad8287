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
    538091.8350809168,
    810680.4470732596,
    604974.6295230923,
    286414.9107930566,
    93736.60045859475,
    21870.598855254313,
    3630.6716850722005,
    413.74882119609583,
    29.44470150112787,
    0.999999999993076
  };

  private static final double[] DENOMINATOR = {
    429335.167505145,
    989389.3140266122,
    1057450.791105771,
    691741.6721862069,
    307468.1811488899,
    97308.37442787173,
    22282.34798241634,
    3660.1163785099393,
    414.7488213382473,
    29.444701499640544,
    1.0
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
