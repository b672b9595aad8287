package io.corridor.internal.random;

import io.corridor.internal.numeric.Log;
import io.corridor.internal.numeric.Scratch;

/**
 * The inverse of the standard normal distribution, one number or an array at a time, with the same
 * bits either way.
 *
 * <p>Where |x| ≤ 1 − 2⁻⁹ (99.8 % of the words), the quantile at (1 + x)/2 is x P(r)/Q(r), r = 1 −
 * x²: P and Q of degree 12 are the minimax rational function for the relative error, 2.3e-13, found
 * by Remez's exchange; all their coefficients are positive, so nothing cancels. It needs no branch
 * and no logarithm, so that it vectorises. Beyond, algorithm AS 241 of Wichura, Applied Statistics
 * 37 (1988), doi:10.2307/2347330, with a relative error of about 1e-16 of its own.
 *
 * <p>Relative error below 3e-13 everywhere, and below 1e-15 in the tails.
 */
public final class NormalQuantile {
  /** Where the tails start. */
  private static final double CENTRE = 1 - 0x1p-9;

  /** The probability of a tail. */
  private static final double TAIL = 0.5 * (1 - CENTRE);

  /** Words from −CENTRE_WORDS to CENTRE_WORDS − 1 make an |x| below CENTRE. */
  private static final long CENTRE_WORDS = (long) (CENTRE * 0x1p63);

  // Comparing as unsigned, by moving the origin: both sums wrap around on purpose.
  private static final long SHIFTED_CENTRE_WORDS = CENTRE_WORDS ^ Long.MIN_VALUE;
  private static final long TWICE_CENTRE_WORDS = (CENTRE_WORDS << 1) ^ Long.MIN_VALUE;

  private static final double P0 = 4.186958291161182;
  private static final double P1 = 16563.496596191606;
  private static final double P2 = 12934447.261714248;
  private static final double P3 = 3305876825.3142266;
  private static final double P4 = 336319482934.9679;
  private static final double P5 = 14943385083711.629;
  private static final double P6 = 302650694217284.4;
  private static final double P7 = 2822756336344619.5;
  private static final double P8 = 1.1898420628025694e16;
  private static final double P9 = 2.1452912663032636e16;
  private static final double P10 = 1.4726803433111198e16;
  private static final double P11 = 2977011355997134.5;
  private static final double P12 = 79729591438899.73;

  private static final double Q0 = 1.0;
  private static final double Q1 = 4554.68151534312;
  private static final double Q2 = 3936165.1588336476;
  private static final double Q3 = 1103142831.1130724;
  private static final double Q4 = 123139834954.7296;
  private static final double Q5 = 6042858402196.095;
  private static final double Q6 = 136782597599322.12;
  private static final double Q7 = 1451900580532952.8;
  private static final double Q8 = 7156758414452328.0;
  private static final double Q9 = 1.574015333271966e16;
  private static final double Q10 = 1.4165925004035182e16;
  private static final double Q11 = 4356453468482047.5;
  private static final double Q12 = 291497013884331.3;

  private NormalQuantile() {}

  /** Returns the quantile at probability {@code (1 + x) / 2}, for {@code x} in (−1, 1). */
  public static double ofSigned(double x) {
    return Math.abs(x) <= CENTRE ? x * numerator(x) / denominator(x) : ofSignedTail(x);
  }

  /**
   * Returns the quantile at probability {@code p}, in [0, 1]; the smallest {@code p} keep their
   * accuracy.
   */
  public static double of(double p) {
    if (p < TAIL) {
      return -ofTail(p);
    }
    return p > 1 - TAIL ? ofTail(1 - p) : ofSigned(2 * p - 1);
  }

  /**
   * Sets {@code out[i]} to the standard normal number that {@code words[i]} stands for, for i below
   * {@code count}: the quantile at the word's uniform.
   */
  public static void fill(long[] words, double[] out, int count) {
    int[] tails = Scratch.ints(count);
    int tailCount = place(words, out, tails, count);
    fillCentre(out, Scratch.doubles(count), count);
    for (int i = 0; i < tailCount; i++) {
      out[tails[i]] = ofSignedTail(RandomStream.signed(words[tails[i]]));
    }
  }

  /**
   * Places all words, and notes which are in the tails: to do these one after the other is faster.
   */
  private static int place(long[] words, double[] out, int[] tails, int count) {
    int tailCount = 0;
    for (int i = 0; i < count; i++) {
      long word = words[i];
      out[i] = RandomStream.placed(word);
      if (word + SHIFTED_CENTRE_WORDS >= TWICE_CENTRE_WORDS) {
        tails[tailCount++] = i;
      }
    }
    return tailCount;
  }

  // Two loops, as one would be too long for the compiler to vectorise.
  private static void fillCentre(double[] out, double[] denominators, int count) {
    for (int i = 0; i < count; i++) {
      denominators[i] = denominator(RandomStream.signedOfPlaced(out[i]));
    }
    for (int i = 0; i < count; i++) {
      double x = RandomStream.signedOfPlaced(out[i]);
      out[i] = x * numerator(x) / denominators[i];
    }
  }

  private static double numerator(double x) {
    double r = 1 - x * x;
    double s = r * r;
    double t = s * s;
    double low = (P3 * r + P2) * s + (P1 * r + P0);
    double middle = (P7 * r + P6) * s + (P5 * r + P4);
    double high = (P11 * r + P10) * s + (P9 * r + P8) + P12 * t;
    return (high * t + middle) * t + low;
  }

  private static double denominator(double x) {
    double r = 1 - x * x;
    double s = r * r;
    double t = s * s;
    double low = (Q3 * r + Q2) * s + (Q1 * r + Q0);
    double middle = (Q7 * r + Q6) * s + (Q5 * r + Q4);
    double high = (Q11 * r + Q10) * s + (Q9 * r + Q8) + Q12 * t;
    return (high * t + middle) * t + low;
  }

  private static double ofSignedTail(double x) {
    return Math.copySign(ofTail(0.5 * (1 - Math.abs(x))), x);
  }

  /** Returns the number, not negative, that is exceeded with probability {@code p}. */
  private static double ofTail(double p) {
    if (p == 0) {
      return Double.POSITIVE_INFINITY;
    }
    double r = Math.sqrt(-Log.log(p));
    return r <= 5 ? ofNearTail(r - 1.6) : ofFarTail(r - 5);
  }

  private static double ofNearTail(double r) {
    double numerator =
        ((((((7.7454501427834140764e-4 * r + 0.0227238449892691845833) * r + 0.24178072517745061177)
                                                * r
                                            + 1.27045825245236838258)
                                        * r
                                    + 3.64784832476320460504)
                                * r
                            + 5.7694972214606914055)
                        * r
                    + 4.6303378461565452959)
                * r
            + 1.42343711074968357734;
    double denominator =
        ((((((1.05075007164441684324e-9 * r + 5.475938084995344946e-4) * r
                                                    + 0.0151986665636164571966)
                                                * r
                                            + 0.14810397642748007459)
                                        * r
                                    + 0.68976733498510000455)
                                * r
                            + 1.6763848301838038494)
                        * r
                    + 2.05319162663775882187)
                * r
            + 1;
    return numerator / denominator;
  }

  /** Beyond about 7 standard deviations. */
  private static double ofFarTail(double r) {
    double numerator =
        ((((((2.01033439929228813265e-7 * r + 2.71155556874348757815e-5) * r
                                                    + 0.0012426609473880784386)
                                                * r
                                            + 0.026532189526576123093)
                                        * r
                                    + 0.29656057182850489123)
                                * r
                            + 1.7848265399172913358)
                        * r
                    + 5.4637849111641143699)
                * r
            + 6.6579046435011037772;
    double denominator =
        ((((((2.04426310338993978564e-15 * r + 1.4215117583164458887e-7) * r
                                                    + 1.8463183175100546818e-5)
                                                * r
                                            + 7.868691311456132591e-4)
                                        * r
                                    + 0.0148753612908506148525)
                                * r
                            + 0.13692988092273580531)
                        * r
                    + 0.59983220655588793769)
                * r
            + 1;
    return numerator / denominator;
  }
}
