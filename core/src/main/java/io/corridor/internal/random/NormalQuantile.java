package io.corridor.internal.random;

import io.corridor.internal.numeric.Log;
import io.corridor.internal.numeric.Scratch;

/**
 * The inverse of the standard normal distribution: quick for shocks, and accurate for the rest.
 *
 * <p>Shocks ({@link #fill}, and {@link #ofSigned} with the same bits): where |x| ≤ 1 − 2⁻⁸ (99.6 %
 * of the words), the quantile at (1 + x)/2 is x P(r)/Q(r), r = 1 − x²: P and Q of degree 8 are the
 * minimax rational function for the relative error, 5e-10, found by Remez's exchange; all their
 * coefficients are positive, so nothing cancels. It needs no branch and no logarithm, so that it
 * vectorises. An error of 5e-10 shows in a mean or a variance only after 10¹⁸ paths. The tails, and
 * {@link #of} throughout, are algorithm AS 241 of Wichura, Applied Statistics 37 (1988),
 * doi:10.2307/2347330, with a relative error of about 1e-16 of its own.
 */
public final class NormalQuantile {
  /** Where the tails start. */
  private static final double CENTRE = 1 - 0x1p-8;

  /** Words from −CENTRE_WORDS to CENTRE_WORDS − 1 make an |x| below CENTRE. */
  private static final long CENTRE_WORDS = (long) (CENTRE * 0x1p63);

  // Comparing as unsigned, by moving the origin: both sums wrap around on purpose.
  private static final long SHIFTED_CENTRE_WORDS = CENTRE_WORDS ^ Long.MIN_VALUE;
  private static final long TWICE_CENTRE_WORDS = (CENTRE_WORDS << 1) ^ Long.MIN_VALUE;

  private static final double P0 = 3.884316649707389;
  private static final double P1 = 3833.961679433403;
  private static final double P2 = 660787.4005488518;
  private static final double P3 = 31885252.278164066;
  private static final double P4 = 502980224.51764476;
  private static final double P5 = 2679102999.5914326;
  private static final double P6 = 4520629984.992156;
  private static final double P7 = 1938232920.704806;
  private static final double P8 = 97747604.94000977;

  private static final double Q0 = 1.0;
  private static final double Q1 = 1175.705250622438;
  private static final double Q2 = 233049.68821065588;
  private static final double Q3 = 12960851.12350657;
  private static final double Q4 = 240299194.12267515;
  private static final double Q5 = 1562897334.303881;
  private static final double Q6 = 3453015706.014926;
  private static final double Q7 = 2245678277.6952014;
  private static final double Q8 = 281238824.5630162;

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
    double q = p - 0.5;
    if (Math.abs(q) <= 0.425) {
      return ofMiddle(q);
    }
    return q < 0 ? -ofTail(p) : ofTail(1 - p);
  }

  /**
   * Sets {@code out[i]} to the standard normal number that {@code words[i]} stands for, for i below
   * {@code count}: the quantile at the word's uniform.
   */
  public static void fill(long[] words, double[] out, int count) {
    int[] tails = Scratch.ints(count);
    int tailCount = place(words, out, tails, count);
    fillCentre(out, count);
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

  private static void fillCentre(double[] out, int count) {
    for (int i = 0; i < count; i++) {
      double x = RandomStream.signedOfPlaced(out[i]);
      out[i] = x * numerator(x) / denominator(x);
    }
  }

  private static double numerator(double x) {
    double r = 1 - x * x;
    double s = r * r;
    double t = s * s;
    double low = (P3 * r + P2) * s + (P1 * r + P0);
    double high = (P7 * r + P6) * s + (P5 * r + P4) + P8 * t;
    return high * t + low;
  }

  private static double denominator(double x) {
    double r = 1 - x * x;
    double s = r * r;
    double t = s * s;
    double low = (Q3 * r + Q2) * s + (Q1 * r + Q0);
    double high = (Q7 * r + Q6) * s + (Q5 * r + Q4) + Q8 * t;
    return high * t + low;
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

  /** Returns the quantile at probability 0.5 + q, |q| ≤ 0.425. */
  private static double ofMiddle(double q) {
    double r = 0.180625 - q * q;
    double numerator =
        ((((((2509.0809287301226727 * r + 33430.575583588128105) * r + 67265.770927008700853) * r
                                            + 45921.953931549871457)
                                        * r
                                    + 13731.693765509461125)
                                * r
                            + 1971.5909503065514427)
                        * r
                    + 133.14166789178437745)
                * r
            + 3.387132872796366608;
    double denominator =
        ((((((5226.495278852545925 * r + 28729.085735721942674) * r + 39307.89580009271061) * r
                                            + 21213.794301586595867)
                                        * r
                                    + 5394.1960214247511077)
                                * r
                            + 687.1870074920579083)
                        * r
                    + 42.313330701600911252)
                * r
            + 1;
    return q * numerator / denominator;
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
