package io.corridor.internal.numeric;

/**
 * The natural logarithm, one number or an array at a time, with the same bits either way.
 *
 * <p>x = m 2ⁿ with n an integer and m in [√½, √2); with f = m − 1 (exact) and s = f/(2 + f), ln m =
 * 2 artanh s = 2 s + s³ R(s²), R of degree 6 being the minimax polynomial for the relative error
 * (1.2e-18); ln x = n ln 2 + ln m.
 *
 * <p>Relative error below 5e-16. Special cases:
 *
 * <ul>
 *   <li>ln 1 = 0 exactly;
 *   <li>−infinity for 0 and −0, infinity for infinity;
 *   <li>NaN for negative numbers and NaN.
 * </ul>
 */
public final class Log {
  private static final double LN2_HIGH = 0x1.62e42feep-1;
  private static final double LN2_LOW = 0x1.a39ef35793c76p-33;

  private static final long MIN_NORMAL_BITS = Double.doubleToRawLongBits(Double.MIN_NORMAL);
  private static final long MAX_VALUE_BITS = Double.doubleToRawLongBits(Double.MAX_VALUE);
  private static final long SQRT_HALF_BITS = Double.doubleToRawLongBits(0x1.6a09e667f3bcdp-1);
  private static final long MANTISSA_MASK = (1L << 52) - 1;
  private static final int EXPONENT_SHIFT = 52;

  /** An integer added to its bits adds to the number. */
  private static final double ROUNDER = 0x1.8p52;

  private static final long ROUNDER_BITS = Double.doubleToRawLongBits(ROUNDER);

  private static final double R0 = 0.6666666666666734;
  private static final double R1 = 0.39999999999414687;
  private static final double R2 = 0.2857142874238678;
  private static final double R3 = 0.22222198573226906;
  private static final double R4 = 0.1818356432582216;
  private static final double R5 = 0.15314050513943206;
  private static final double R6 = 0.14795950519159662;

  private Log() {}

  /** Returns the natural logarithm of {@code x}. */
  public static double log(double x) {
    long bits = Double.doubleToRawLongBits(x);
    if (outsideNormal(bits) < 0) {
      return logOfExtreme(x);
    }
    return log(mantissa(bits), exponent(bits));
  }

  /**
   * Sets {@code out[i]} to the natural logarithm of {@code x[i]}, for i below {@code count}.
   *
   * @param x arguments
   * @param out results; may be {@code x} itself
   * @param count how many leading elements there are; the rest of {@code out} stays untouched
   */
  public static void log(double[] x, double[] out, int count) {
    double[] exponents = Scratch.doubles(count);
    if (split(x, exponents, out, count)) {
      logOfParts(exponents, out, count);
    } else {
      logOneByOne(exponents, out, count);
    }
  }

  /** Splits numbers into m and the bits of n; returns whether all were positive and normal. */
  private static boolean split(double[] x, double[] exponents, double[] out, int count) {
    long outside = 0;
    for (int i = 0; i < count; i++) {
      long bits = Double.doubleToRawLongBits(x[i]);
      outside |= outsideNormal(bits);
      exponents[i] = Double.longBitsToDouble(ROUNDER_BITS + exponent(bits));
      out[i] = mantissa(bits);
    }
    return outside >= 0;
  }

  private static void logOfParts(double[] exponents, double[] out, int count) {
    for (int i = 0; i < count; i++) {
      out[i] = log(out[i], exponents[i] - ROUNDER);
    }
  }

  private static void logOneByOne(double[] exponents, double[] out, int count) {
    for (int i = 0; i < count; i++) {
      long n = Double.doubleToRawLongBits(exponents[i]) - ROUNDER_BITS;
      long bits = Double.doubleToRawLongBits(out[i]) + (n << EXPONENT_SHIFT);
      out[i] = log(Double.longBitsToDouble(bits)); // the number as it was before it was split
    }
  }

  private static double log(double m, double n) {
    double f = m - 1;
    double s = f / (2 + f);
    double z = s * s;
    double z2 = z * z;
    double low = (R3 * z + R2) * z2 + (R1 * z + R0);
    double high = R6 * z2 + (R5 * z + R4);
    double r = (high * (z2 * z2) + low) * z;
    return n * LN2_HIGH + (s * r + n * LN2_LOW + 2 * s);
  }

  private static double logOfExtreme(double x) {
    if (x == 0) {
      return Double.NEGATIVE_INFINITY;
    }
    if (x > 0 && x < Double.MIN_NORMAL) {
      long bits = Double.doubleToRawLongBits(x * 0x1p54);
      return log(mantissa(bits), exponent(bits) - 54);
    }
    return x > 0 ? x : Double.NaN;
  }

  /** Negative unless the bits are those of a positive normal number. */
  private static long outsideNormal(long bits) {
    return (bits - MIN_NORMAL_BITS) | (MAX_VALUE_BITS - bits);
  }

  private static long exponent(long bits) {
    return (bits - SQRT_HALF_BITS) >> EXPONENT_SHIFT;
  }

  private static double mantissa(long bits) {
    return Double.longBitsToDouble(((bits - SQRT_HALF_BITS) & MANTISSA_MASK) + SQRT_HALF_BITS);
  }
}
