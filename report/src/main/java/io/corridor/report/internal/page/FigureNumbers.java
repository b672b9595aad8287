package io.corridor.report.internal.page;

import io.corridor.report.internal.chart.ChartData;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The numbers of a chart, as the script of a page hands them over. */
final class FigureNumbers {
  private static final int DIGITS = 6;

  private FigureNumbers() {}

  /**
   * Returns names, rows and columns, to be written as JSON, which {@code report.js} makes readable;
   * of rows that are months in turn, the first.
   */
  static Map<String, Object> of(ChartData numbers) {
    Map<String, Object> shown = new LinkedHashMap<>();
    List<String> names = new ArrayList<>(List.of(numbers.heading()));
    List<Object> columns = new ArrayList<>();
    for (ChartData.Column column : numbers.columns()) {
      names.add(column.name());
      columns.add(steps(column.values()));
    }
    shown.put("names", names);
    shown.put("rows", areMonths(numbers) ? numbers.rows().get(0) : numbers.rows());
    shown.put("columns", columns);
    return shown;
  }

  private static boolean areMonths(ChartData numbers) {
    if (!numbers.heading().equals(ChartData.MONTH) || numbers.columns().isEmpty()) {
      return false;
    }
    YearMonth first = YearMonth.parse(numbers.rows().get(0));
    return IntStream.range(0, numbers.rows().size())
        .allMatch(i -> numbers.rows().get(i).equals(first.plusMonths(i).toString()));
  }

  /**
   * Returns values as a page is shortest of them: how many of their decimals are told (negative: so
   * many of their last digits aren't), by which the largest has six digits; then the first in units
   * of its last decimal, and each step from there to the next; null where there is no number.
   */
  private static List<Object> steps(double[] values) {
    double most = Arrays.stream(values).filter(Double::isFinite).map(Math::abs).max().orElse(0);
    int decimals = most == 0 ? 0 : DIGITS - 1 - (int) Math.floor(Math.log10(most));
    List<Object> steps = new ArrayList<>(List.of(decimals));
    long last = 0;
    for (double value : values) {
      if (Double.isFinite(value)) {
        long next =
            new BigDecimal(value)
                .scaleByPowerOfTen(decimals)
                .setScale(0, RoundingMode.HALF_EVEN)
                .longValue();
        steps.add(next - last);
        last = next;
      } else {
        steps.add(null);
      }
    }
    return steps;
  }
}
