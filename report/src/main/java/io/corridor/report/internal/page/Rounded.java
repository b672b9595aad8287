package io.corridor.report.internal.page;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers as a chart can show them: divided by its unit, with no more digits than pixels. */
final class Rounded {
  private static final MathContext DIGITS = new MathContext(5, RoundingMode.HALF_EVEN);

  private Rounded() {}

  static double of(double value) {
    return Double.isFinite(value) ? new BigDecimal(value).round(DIGITS).doubleValue() : 0;
  }

  static double[] of(double[] values, double divisor) {
    double[] rounded = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      rounded[i] = of(values[i] / divisor);
    }
    return rounded;
  }
}
