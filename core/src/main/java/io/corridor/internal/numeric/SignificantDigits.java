package io.corridor.internal.numeric;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers to the digits that mean something. */
public final class SignificantDigits {
  /**
   * Digits before the point from which on, and zeros after it below which, there is an exponent.
   */
  private static final int MOST_PLAIN = 15;

  private SignificantDigits() {}

  /**
   * Returns a number to so many digits, as {@link #plain(BigDecimal, int)} does; what isn't finite
   * in words.
   */
  public static String plain(double number, int digits) {
    if (!Double.isFinite(number)) {
      return Double.isNaN(number) ? "not a number" : number > 0 ? "infinity" : "-infinity";
    }
    return plain(new BigDecimal(number), digits);
  }

  /**
   * Returns a number to so many digits: {@code 98300}; with an exponent where it would be long,
   * {@code 1e310}.
   */
  public static String plain(BigDecimal number, int digits) {
    BigDecimal rounded = number.round(new MathContext(digits)).stripTrailingZeros();
    int exponent = rounded.precision() - rounded.scale() - 1;
    return Math.abs(exponent) < MOST_PLAIN
        ? rounded.toPlainString()
        : rounded.toString().replace("E+", "e").replace("E", "e");
  }
}
