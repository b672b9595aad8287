package io.corridor.report.internal.chart;

import io.corridor.report.words.Amounts;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

/**
 * A scale of values whose ends are ticks.
 *
 * @param low least
 * @param high greatest
 * @param step from tick to tick
 */
record ValueAxis(double low, double high, double step) {
  private static final MathContext STEP_DIGITS = new MathContext(3);

  /** Returns the axis that holds {@code low} and {@code high}, with about {@code ticks} ticks. */
  static ValueAxis of(double low, double high, int ticks) {
    double from = low;
    double to = high;
    if (!(to > from)) {
      from = Math.min(0, low);
      to = Math.max(0, high);
    }
    if (!(to > from)) {
      to = from + 1;
    }
    double step = step((to - from) / ticks);
    return new ValueAxis(
        step * Math.floor(from / step + 1e-9), step * Math.ceil(to / step - 1e-9), step);
  }

  /** Returns the axis for what lies between: from 0, unless half of it or more would be empty. */
  static ValueAxis about(double low, double high, int ticks) {
    boolean close = low > 0 && 2 * low >= high || high < 0 && 2 * high <= low;
    return close ? of(low, high, ticks) : of(Math.min(0, low), Math.max(0, high), ticks);
  }

  /** A number of 1, 2 or 5 times a power of ten, no less than {@code least}. */
  private static double step(double least) {
    double power = StrictMath.pow(10, StrictMath.floor(StrictMath.log10(least)));
    double lead = least / power;
    return (lead <= 1.0001 ? 1 : lead <= 2.0001 ? 2 : lead <= 5.0001 ? 5 : 10) * power;
  }

  double place(double value, double at0, double at1) {
    return at0 + (value - low) / (high - low) * (at1 - at0);
  }

  List<Double> ticks() {
    List<Double> ticks = new ArrayList<>();
    int count = (int) Math.round((high - low) / step);
    for (int i = 0; i <= count; i++) {
      ticks.add(low + i * step);
    }
    return ticks;
  }

  /** Returns a tick's name: no more decimals than the step has. */
  String text(double tick) {
    BigDecimal digits = new BigDecimal(step).round(STEP_DIGITS).stripTrailingZeros();
    return Amounts.decimal(tick, Math.max(0, digits.scale()));
  }

  /** Returns how the line of a tick looks. */
  String look(double tick) {
    return Math.abs(tick) < step / 1e6 ? "zero" : "grid";
  }

  /**
   * Draws lines across and their names, with {@code unit} after each, right before {@code left}.
   */
  void draw(Sheet sheet, double left, double right, double top, double bottom, String unit) {
    for (double tick : ticks()) {
      double y = place(tick, bottom, top);
      sheet.line(left, y, right, y, look(tick));
      sheet.text(left - 6, y + 4, "end", "soft", text(tick) + unit);
    }
  }

  /** Returns how much room the names take. */
  double room() {
    return 8 + ticks().stream().mapToDouble(tick -> Type.width(text(tick))).max().orElse(0);
  }
}
