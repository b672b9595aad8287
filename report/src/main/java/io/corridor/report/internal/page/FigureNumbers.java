package io.corridor.report.internal.page;

import io.corridor.report.internal.chart.Numbers;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The numbers of a chart, as the script of a page hands them over. */
final class FigureNumbers {
  private static final MathContext DIGITS = new MathContext(6, RoundingMode.HALF_EVEN);

  private FigureNumbers() {}

  /** Returns names, rows and columns, to be written as JSON. */
  static Map<String, Object> of(Numbers numbers) {
    Map<String, Object> shown = new LinkedHashMap<>();
    List<String> names = new ArrayList<>(List.of(numbers.heading()));
    List<Object> columns = new ArrayList<>();
    for (Numbers.Column column : numbers.columns()) {
      names.add(column.name());
      columns.add(rounded(column.values()));
    }
    shown.put("names", names);
    shown.put("rows", numbers.rows());
    shown.put("columns", columns);
    return shown;
  }

  /** Six digits; null where there is no number. */
  private static List<Object> rounded(double[] values) {
    List<Object> rounded = new ArrayList<>();
    for (double value : values) {
      rounded.add(
          Double.isFinite(value) ? new BigDecimal(value).round(DIGITS).doubleValue() : null);
    }
    return rounded;
  }
}
