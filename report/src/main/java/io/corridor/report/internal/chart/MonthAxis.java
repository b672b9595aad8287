package io.corridor.report.internal.chart;

import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The months along a chart.
 *
 * @param start the month numbered 0
 * @param count how many there are from it on
 * @param before how many there are before it
 */
public record MonthAxis(YearMonth start, int count, int before) implements Across {
  private static final int LONG = 30;

  /** The axis that begins with {@code start}. */
  public MonthAxis(YearMonth start, int count) {
    this(start, count, 0);
  }

  /** Returns the axis that begins so many months earlier. */
  MonthAxis from(int earlier) {
    return new MonthAxis(start, count, earlier);
  }

  /** Returns how many months there are, those before the start included. */
  int all() {
    return count + before;
  }

  @Override
  public String title() {
    return "";
  }

  @Override
  public double x(double month, double left, double right) {
    return left + (month + before + 0.5) * width(left, right);
  }

  @Override
  public double width(double left, double right) {
    return (right - left) / all();
  }

  private YearMonth month(int index) {
    return start.plusMonths(index - before);
  }

  /** Draws years, of short times months. */
  @Override
  public double draw(Sheet sheet, double left, double right, double y) {
    sheet.line(left, y, right, y, "axis");
    boolean years = all() > LONG;
    double wanted = years ? 36 : 58;
    double width = width(left, right);
    int every = (int) Math.max(1, Math.ceil(wanted / (width * (years ? 12 : 1))));
    for (int i = 0; i < all(); i++) {
      YearMonth calendar = month(i);
      if (years && calendar.getMonthValue() == 1) {
        double x = left + i * width;
        sheet.line(x, y, x, y + 4, "axis");
        boolean named = Math.floorMod(calendar.getYear(), every) == 0;
        double middle = x + 6 * width;
        if (named && middle < right - 10) {
          sheet.text(middle, y + 17, "middle", "soft", Integer.toString(calendar.getYear()));
        }
      } else if (!years && i % every == 0) {
        double x = left + (i + 0.5) * width;
        sheet.line(x, y, x, y + 4, "axis");
        String name = Type.month(calendar);
        double inside = sheet.within(x, Type.width(name) / 2);
        sheet.text(inside, y + 17, "middle", "soft", name);
      }
    }
    return y + 24;
  }

  @Override
  public ChartData data(List<ChartData.Column> columns) {
    List<String> months = IntStream.range(0, all()).mapToObj(i -> month(i).toString()).toList();
    return new ChartData(ChartData.MONTH, months, columns);
  }
}
