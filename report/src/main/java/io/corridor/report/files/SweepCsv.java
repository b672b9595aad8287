package io.corridor.report.files;

import io.corridor.report.data.SweepPoint;
import io.corridor.report.data.SweepResults;
import io.corridor.report.words.Numbers;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Writes {@code sweep.csv}: a row for each point of the grid, with the values of the keys and the
 * columns of {@link SweepPoint}, whose heads end in the unit in brackets. A cell is empty where
 * there is no number; numbers read back to the same double.
 */
public final class SweepCsv {

  private SweepCsv() {}

  /**
   * Writes the points of a sweep.
   *
   * @throws IOException if {@code out} does
   */
  public static void write(SweepResults sweep, Appendable out) throws IOException {
    Set<String> columns = new LinkedHashSet<>(sweep.base().numbers().keySet());
    sweep.points().forEach(point -> columns.addAll(point.numbers().keySet()));
    List<List<String>> rows = new ArrayList<>();
    List<String> head = new ArrayList<>(sweep.axes().keySet());
    columns.forEach(column -> head.add(headed(column, sweep.unit(column))));
    rows.add(head);
    sweep.points().forEach(point -> rows.add(row(point, columns)));
    Csv.write(rows, out);
  }

  private static String headed(String column, String unit) {
    return unit.isEmpty() ? column : column + " [" + unit + "]";
  }

  private static List<String> row(SweepPoint point, Set<String> columns) {
    List<String> row = new ArrayList<>(point.values().values());
    for (String column : columns) {
      double number = point.numbers().getOrDefault(column, Double.NaN);
      row.add(Double.isNaN(number) ? "" : Numbers.shortest(number));
    }
    return row;
  }
}
