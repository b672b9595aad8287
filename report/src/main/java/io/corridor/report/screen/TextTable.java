package io.corridor.report.screen;

import io.corridor.report.words.Amounts;
import io.corridor.report.words.TableColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Lays out a table in letters of one width. */
final class TextTable {
  static final int GAP = 2;
  private static final String INDENT = "  ";

  private TextTable() {}

  /** Returns the lines, the heads first; without them if no column has one. */
  static List<String> lines(List<TableColumn> table) {
    List<List<String>> rows = new ArrayList<>(TableColumn.rows(table));
    List<String> heads = table.stream().map(TableColumn::title).toList();
    if (heads.stream().anyMatch(head -> !head.isEmpty())) {
      rows.add(0, heads);
    }
    return rows.stream().map(row -> line(table, row)).toList();
  }

  private static String line(List<TableColumn> table, List<String> row) {
    StringBuilder line = new StringBuilder(INDENT);
    for (int i = 0; i < row.size(); i++) {
      String space = " ".repeat(width(table.get(i)) - row.get(i).length());
      line.append(table.get(i).isText() ? row.get(i) + space : space + row.get(i));
    }
    return line.toString().replace(Amounts.NO_BREAK, ' ').stripTrailing();
  }

  /** Returns how wide a table is. */
  static int width(List<TableColumn> table) {
    return INDENT.length() + table.stream().mapToInt(TextTable::width).sum();
  }

  private static int width(TableColumn column) {
    return GAP
        + Stream.concat(Stream.of(column.title()), column.cells().stream())
            .mapToInt(String::length)
            .max()
            .orElse(0);
  }
}
