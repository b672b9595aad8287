package io.corridor.report.words;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers of any size to the three digits that mean something. */
public final class ThreeDigits {
  private static final double GROUPED = 10_000;
  private static final MathContext THREE = new MathContext(3);

  private ThreeDigits() {}

  /** Returns a number: {@code 0.0584}, {@code 57.3}, {@code 12 300}, {@code 7.61 bn}; NaN is –. */
  public static String text(double value) {
    if (!Double.isFinite(value)) {
      return "–";
    }
    BigDecimal rounded = new BigDecimal(value).round(THREE);
    Magnitude magnitude = Magnitude.of(value);
    if (magnitude.power() != 0) {
      return plain(rounded.movePointLeft(magnitude.power())) + Amounts.NO_BREAK + magnitude.word();
    }
    return Math.abs(value) >= GROUPED ? Amounts.decimal(rounded.doubleValue(), 0) : plain(rounded);
  }

  private static String plain(BigDecimal number) {
    return number.signum() == 0
        ? "0"
        : number.stripTrailingZeros().toPlainString().replace('-', '−');
  }
}
