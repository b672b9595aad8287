package io.corridor.report.screen;

import io.corridor.report.words.Amounts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A column of a table on the screen.
 *
 * @param cells the heading first
 * @param alignedLeft whether cells begin, rather than end, in the same place
 */
record TextColumn(List<String> cells, boolean alignedLeft) {
  private static final String INDENT = "  ";
  static final int GAP = 2;

  static TextColumn left(List<String> cells) {
    return new TextColumn(cells, true);
  }

  static TextColumn right(List<String> cells) {
    return new TextColumn(cells, false);
  }

  static <T> TextColumn left(String head, Collection<T> rows, Function<T, String> cell) {
    return left(cells(head, rows, cell));
  }

  static <T> TextColumn right(String head, Collection<T> rows, Function<T, String> cell) {
    return right(cells(head, rows, cell));
  }

  private static <T> List<String> cells(String head, Collection<T> rows, Function<T, String> cell) {
    return Stream.concat(Stream.of(head), rows.stream().map(cell)).toList();
  }

  /** Returns the lines of a table. */
  static List<String> lines(List<TextColumn> columns) {
    List<String> lines = new ArrayList<>();
    for (int row = 0; row < columns.get(0).cells.size(); row++) {
      StringBuilder line = new StringBuilder(INDENT);
      for (TextColumn column : columns) {
        line.append(column.padded(row));
      }
      lines.add(line.toString().replace(Amounts.NO_BREAK, ' ').stripTrailing());
    }
    return lines;
  }

  /** Returns how wide a table is. */
  static int width(List<TextColumn> columns) {
    return INDENT.length() + columns.stream().mapToInt(TextColumn::width).sum();
  }

  private int width() {
    return GAP + cells.stream().mapToInt(String::length).max().orElse(0);
  }

  private String padded(int row) {
    String space = " ".repeat(width() - cells.get(row).length());
    return alignedLeft ? cells.get(row) + space : space + cells.get(row);
  }
}
