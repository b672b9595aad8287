package io.corridor.internal.numeric;

/**
 * The exponential function, one number or an array at a time, with the same bits either way.
 *
 * <p>x = n ln 2 + r with n an integer and |r| ≤ ½ ln 2 (Cody and Waite's reduction in two parts, n
 * by adding and taking away a large number); exp r = 1 + r + r² P(r) with P of degree 8, the
 * minimax polynomial for the relative error (2.9e-16); n is added to the exponent's bits.
 *
 * <p>Relative error below 6e-16 where the result is a normal number. Special cases:
 *
 * <ul>
 *   <li>exp(0) = 1 exactly;
 *   <li>infinity above 709.78…, subnormal numbers below −708.39…, zero below −745.13…;
 *   <li>NaN for NaN.
 * </ul>
 */
public final class Exp {
  private static final double LOG2_E = 0x1.71547652b82fep0;

  /** ln 2 in two parts: the first has 21 trailing zero bits, so that n times it is exact. */
  private static final double LN2_HIGH = 0x1.62e42feep-1;

  private static final double LN2_LOW = 0x1.a39ef35793c76p-33;

  /** Adding it rounds a number to an integer, which then stands in the low bits. */
  private static final double ROUNDER = 0x1.8p52;

  private static final long ROUNDER_BITS = Double.doubleToRawLongBits(ROUNDER);
  private static final int EXPONENT_SHIFT = 52;

  /** Integers n in [−512, 512) can be added to the exponent of any r's result. */
  private static final long FAST_OFFSET = 512 - ROUNDER_BITS;

  private static final long SLOW_MASK = -1024;

  private static final double P0 = 0.49999999999998335;
  private static final double P1 = 0.1666666666661154;
  private static final double P2 = 0.04166666666813132;
  private static final double P3 = 0.008333333370875148;
  private static final double P4 = 0.0013888888517412136;
  private static final double P5 = 0.00019841185230902087;
  private static final double P6 = 2.4801930601721664e-05;
  private static final double P7 = 2.7634992627007897e-06;
  private static final double P8 = 2.7477165960849566e-07;

  private Exp() {}

  /** Returns e to the power of {@code x}. */
  public static double exp(double x) {
    double rounded = x * LOG2_E + ROUNDER;
    double n = rounded - ROUNDER;
    double power = expReduced(x - n * LN2_HIGH - n * LN2_LOW);
    long bits = Double.doubleToRawLongBits(rounded);
    return ((bits + FAST_OFFSET) & SLOW_MASK) == 0
        ? timesPowerOfTwo(power, bits)
        : timesAnyPowerOfTwo(power, n);
  }

  /**
   * Sets {@code out[i]} to e to the power of {@code x[i]}, for i below {@code count}.
   *
   * @param x exponents
   * @param out results; may be {@code x} itself
   * @param count how many leading elements there are; the rest of {@code out} stays untouched
   */
  public static void exp(double[] x, double[] out, int count) {
    double[] rounded = Scratch.doubles(count);
    reduce(x, rounded, out, count);
    if (!scale(rounded, out, count)) {
      rescaleExtremes(rounded, out, count);
    }
  }

  /**
   * Sets {@code out[i]} to {@code factor} times e to the power of {@code x[i]}, for i below {@code
   * count}.
   *
   * @param factor multiplies every result; the bits are those of {@code factor * exp(x[i])}
   * @param x exponents
   * @param out results; may be {@code x} itself
   * @param count how many leading elements there are; the rest of {@code out} stays untouched
   */
  public static void scaled(double factor, double[] x, double[] out, int count) {
    exp(x, out, count);
    for (int i = 0; i < count; i++) {
      out[i] *= factor;
    }
  }

  private static void reduce(double[] x, double[] rounded, double[] out, int count) {
    for (int i = 0; i < count; i++) {
      double sum = x[i] * LOG2_E + ROUNDER;
      double n = sum - ROUNDER;
      rounded[i] = sum;
      out[i] = expReduced(x[i] - n * LN2_HIGH - n * LN2_LOW);
    }
  }

  /** Estrin's scheme: a short chain of operations. */
  private static double expReduced(double r) {
    double r2 = r * r;
    double low = (P3 * r + P2) * r2 + (P1 * r + P0);
    double high = (P7 * r + P6 + P8 * r2) * r2 + (P5 * r + P4);
    return (high * (r2 * r2) + low) * r2 + r + 1;
  }

  /** Applies the powers of two; returns whether all were within the fast range. */
  private static boolean scale(double[] rounded, double[] out, int count) {
    long offsets = 0;
    for (int i = 0; i < count; i++) {
      long bits = Double.doubleToRawLongBits(rounded[i]);
      offsets |= bits + FAST_OFFSET;
      out[i] = timesPowerOfTwo(out[i], bits);
    }
    return (offsets & SLOW_MASK) == 0;
  }

  private static void rescaleExtremes(double[] rounded, double[] out, int count) {
    for (int i = 0; i < count; i++) {
      long bits = Double.doubleToRawLongBits(rounded[i]);
      if (((bits + FAST_OFFSET) & SLOW_MASK) != 0) {
        double power = timesPowerOfTwo(out[i], -bits); // undoes the addition, whatever it gave
        out[i] = timesAnyPowerOfTwo(power, rounded[i] - ROUNDER);
      }
    }
  }

  /** The low bits of {@code n} are an integer's; those above are shifted out. */
  private static double timesPowerOfTwo(double power, long n) {
    return Double.longBitsToDouble(Double.doubleToRawLongBits(power) + (n << EXPONENT_SHIFT));
  }

  /** In two steps, so that overflow and gradual underflow are those of multiplication. */
  private static double timesAnyPowerOfTwo(double power, double n) {
    if (n > 1025) {
      return Double.POSITIVE_INFINITY;
    }
    if (n < -1080) {
      return 0;
    }
    int half = (int) n >> 1;
    return power * powerOfTwo(half) * powerOfTwo((int) n - half);
  }

  private static double powerOfTwo(int n) {
    return Double.longBitsToDouble((long) (n + 1023) << EXPONENT_SHIFT);
  }
}
