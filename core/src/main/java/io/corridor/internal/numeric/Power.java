package io.corridor.internal.numeric;

/**
 * Powers of numbers that aren't negative, x^y = exp(y ln x).
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
}
