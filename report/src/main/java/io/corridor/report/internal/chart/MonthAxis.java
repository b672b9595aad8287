package io.corridor.report.internal.chart;

import java.time.YearMonth;

/**
 * The months along a chart.
 *
 * @param start the first
 * @param count how many
 */
public record MonthAxis(YearMonth start, int count) {
  private static final int LONG = 30;

  /** Returns the axis that begins so many months earlier. */
  MonthAxis from(int earlier) {
    return new MonthAxis(start.minusMonths(earlier), count + earlier);
  }

  /** A month's middle in a plot from {@code left} to {@code right}. */
  double x(double month, double left, double right) {
    return left + (month + 0.5) * width(left, right);
  }

  double width(double left, double right) {
    return (right - left) / count;
  }

  /** Draws ticks and names below {@code y}: years, of short times months. */
  void draw(Sheet sheet, double left, double right, double y) {
    sheet.line(left, y, right, y, "axis");
    boolean years = count > LONG;
    double wanted = years ? 36 : 58;
    double between = width(left, right) * (years ? 12 : 1);
    int every = (int) Math.max(1, Math.ceil(wanted / between));
    for (int month = 0; month < count; month++) {
      YearMonth calendar = start.plusMonths(month);
      if (years && calendar.getMonthValue() == 1) {
        double x = left + month * width(left, right);
        sheet.line(x, y, x, y + 4, "axis");
        boolean named = Math.floorMod(calendar.getYear(), every) == 0;
        double middle = x + 6 * width(left, right);
        if (named && middle < right - 10) {
          sheet.text(middle, y + 17, "middle", "soft", Integer.toString(calendar.getYear()));
        }
      } else if (!years && month % every == 0) {
        double x = x(month, left, right);
        sheet.line(x, y, x, y + 4, "axis");
        sheet.text(x, y + 17, "middle", "soft", Type.month(calendar));
      }
    }
  }
}
