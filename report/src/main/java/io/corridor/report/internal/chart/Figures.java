package io.corridor.report.internal.chart;

import io.corridor.report.words.Amounts;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers as charts give them. */
final class Figures {
  private static final MathContext DIGITS = new MathContext(5, RoundingMode.HALF_EVEN);

  private Figures() {}

  static String decimal(BigDecimal value, int decimals) {
    return Amounts.decimal(value.doubleValue(), decimals);
  }

  /** Returns a number with no more digits than can be seen; what is not finite becomes 0. */
  static double rounded(double value) {
    return Double.isFinite(value) ? new BigDecimal(value).round(DIGITS).doubleValue() : 0;
  }
}
