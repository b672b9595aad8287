package io.corridor.report.internal.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * The states of single paths, a row a path.
 *
 * @param axis the months
 * @param states their names and colours
 * @param names of the paths
 * @param rows state by month, of each path
 * @param marks whether a month is marked, of each path; empty: none is
 * @param marked what a mark says
 */
public record StripChart(
    MonthAxis axis,
    List<State> states,
    List<String> names,
    List<int[]> rows,
    List<boolean[]> marks,
    String marked)
    implements Chart {
  private static final double ROW = 20;

  /**
   * A state.
   *
   * @param name of it
   * @param ink its colour
   */
  public record State(String name, Ink ink) {}

  @Override
  public String svg(Format format) {
    Sheet sheet = new Sheet(format);
    List<Legend.Entry> legend = new ArrayList<>();
    states.forEach(state -> legend.add(new Legend.Entry(state.name(), state.ink(), false)));
    if (!marks.isEmpty()) {
      legend.add(new Legend.Entry(marked, new Ink("ink"), false));
    }
    double top = Legend.draw(sheet, legend, 0) + 2;
    double left = 8 + names.stream().mapToDouble(Type::width).max().orElse(0);
    double right = sheet.width() - 4;
    double width = axis.width(left, right);
    for (int row = 0; row < rows.size(); row++) {
      double y = top + row * ROW;
      sheet.text(left - 6, y + 14, "end", "soft", names.get(row));
      int[] states = rows.get(row);
      for (int from = 0; from < states.length; ) {
        int to = from + 1;
        while (to < states.length && states[to] == states[from]) {
          to++;
        }
        Ink ink = this.states.get(states[from]).ink();
        sheet.rect(left + from * width, y + 2, (to - from) * width, ROW - 4, ink.fill());
        from = to;
      }
      if (!marks.isEmpty()) {
        drawMarks(sheet, marks.get(row), left, width, y);
      }
    }
    double bottom = top + rows.size() * ROW + 2;
    return sheet.svg(axis.draw(sheet, left, right, bottom));
  }

  private static void drawMarks(Sheet sheet, boolean[] marks, double left, double width, double y) {
    for (int from = 0; from < marks.length; from++) {
      if (marks[from]) {
        int to = from + 1;
        while (to < marks.length && marks[to]) {
          to++;
        }
        sheet.rect(left + from * width, y + 7, (to - from) * width, 6, "f-ink");
        from = to;
      }
    }
  }

  @Override
  public ChartData numbers() {
    List<ChartData.Column> columns = new ArrayList<>();
    for (int row = 0; row < rows.size(); row++) {
      double[] values = new double[axis.count()];
      for (int month = 0; month < values.length; month++) {
        values[month] = rows.get(row)[month];
      }
      columns.add(new ChartData.Column("path " + names.get(row), values));
    }
    return axis.data(columns);
  }
}
