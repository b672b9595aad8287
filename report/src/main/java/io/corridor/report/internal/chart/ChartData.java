package io.corridor.report.internal.chart;

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
  public record Column(String name, double[] values) {

    /** Returns the column of {@code all} values in which these begin at {@code first}. */
    Column from(int first, int all) {
      double[] shifted = Plot.nowhere(all);
      System.arraycopy(values, 0, shifted, first, values.length);
      return new Column(name, shifted);
    }
  }
}
