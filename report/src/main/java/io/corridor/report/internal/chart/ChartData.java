package io.corridor.report.internal.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * The numbers of a chart, in columns.
 *
 * @param heading what the rows are
 * @param rows their names: months as {@code 2019-03}
 * @param columns of as many values as there are rows
 */
public record ChartData(String heading, List<String> rows, List<Column> columns) {
  /** What rows are that are months. */
  public static final String MONTH = "month";

  /**
   * A column.
   *
   * @param name of it
   * @param values NaN where there is none
   */
  public record Column(String name, double[] values) {}

  /** Returns numbers by month. */
  static ChartData byMonth(MonthAxis axis, List<Column> columns) {
    List<String> months = new ArrayList<>();
    for (int month = 0; month < axis.count(); month++) {
      months.add(axis.start().plusMonths(month).toString());
    }
    return new ChartData(MONTH, months, columns);
  }
}
