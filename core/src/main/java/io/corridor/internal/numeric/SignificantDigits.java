package io.corridor.internal.numeric;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers to the digits that mean something. */
public final class SignificantDigits {

  private SignificantDigits() {}

  /** Returns a finite number to so many digits. */
  public static double round(double number, int digits) {
    return rounded(number, digits).doubleValue();
  }

  /** Returns a finite number to so many digits, without an exponent. */
  public static String plain(double number, int digits) {
    return rounded(number, digits).stripTrailingZeros().toPlainString();
  }

  private static BigDecimal rounded(double number, int digits) {
    return new BigDecimal(number).round(new MathContext(digits));
  }
}
