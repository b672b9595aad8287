package io.corridor.internal.numeric;

import java.util.Arrays;

/**
 * Powers of numbers that aren't negative, x^y = exp(y ln x), one or an array at a time, with the
 * same bits either way.
 *
 * <p>Relative error below (1 + |y ln x|) 5e-16. Special cases:
 *
 * <ul>
 *   <li>x^0 = 1, 0^0 too; x^1 = x; 1^y = 1, all exactly;
 *   <li>0^y = 0 for y > 0, infinity for y < 0;
 *   <li>NaN for x < 0 unless y is 0 or 1.
 * </ul>
 */
public final class Power {

  private Power() {}

  /** Returns {@code x} to the power of {@code y}, for {@code x >= 0}. */
  public static double pow(double x, double y) {
    if (y == 0) {
      return 1;
    }
    return y == 1 ? x : Exp.exp(y * Log.log(x));
  }

  /**
   * Sets {@code out[i]} to {@code x[i]} to the power of {@code y}, for i below {@code count}.
   *
   * @param x bases, {@code >= 0}
   * @param y the exponent
   * @param out results; may be {@code x} itself
   * @param count how many leading elements there are; the rest of {@code out} stays untouched
   */
  public static void pow(double[] x, double y, double[] out, int count) {
    if (y == 0) {
      Arrays.fill(out, 0, count, 1);
    } else if (y == 1) {
      System.arraycopy(x, 0, out, 0, count);
    } else {
      Log.log(x, out, count);
      for (int i = 0; i < count; i++) {
        out[i] *= y;
      }
      Exp.exp(out, out, count);
    }
  }
}
