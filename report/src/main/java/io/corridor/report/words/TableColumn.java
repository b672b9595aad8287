package io.corridor.report.words;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * A column of a table. A table is a list of columns with as many cells each; it is laid out by one
 * class each for a screen, a page and a CSV file.
 *
 * @param head what its cells are; may be empty
 * @param unit of the cells; empty for none
 * @param isText whether cells begin, rather than end, in the same place
 * @param cells one for each row
 */
public record TableColumn(String head, String unit, boolean isText, List<String> cells) {

  /** Copies the cells. */
  public TableColumn {
    cells = List.copyOf(cells);
  }

  /** Returns a column of words: a cell for each row. */
  public static <R> TableColumn text(
      String head, Collection<R> rows, Function<? super R, String> cell) {
    return new TableColumn(head, "", true, rows.stream().map(cell).toList());
  }

  /** Returns a column of numbers: a cell for each row. */
  public static <R> TableColumn number(
      String head, Collection<R> rows, Function<? super R, String> cell) {
    return new TableColumn(head, "", false, rows.stream().map(cell).toList());
  }

  /** Returns the same column with the unit of its cells. */
  public TableColumn in(String unit) {
    return new TableColumn(head, unit, isText, cells);
  }

  /** Returns the head, with the unit after a comma. */
  public String title() {
    return unit.isEmpty() ? head : head + ", " + unit;
  }

  /** Returns the cells of a table by row. */
  public static List<List<String>> rows(List<TableColumn> table) {
    int count = table.isEmpty() ? 0 : table.get(0).cells.size();
    return IntStream.range(0, count)
        .mapToObj(row -> table.stream().map(column -> column.cells.get(row)).toList())
        .toList();
  }
}
