package io.corridor.report.internal.page;

import io.corridor.report.words.TableColumn;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * Numbers in rows.
 *
 * @param head names of the columns
 * @param rows the first cell of each names it
 */
record Table(List<String> head, List<Row> rows) {

  /**
   * A row.
   *
   * @param name what it is of
   * @param cells the rest
   */
  record Row(String name, List<String> cells) {}

  /** Returns the table without rows. */
  static Table of(String... head) {
    return new Table(List.of(head), new ArrayList<>());
  }

  /** Returns the table without rows, whose columns are called by their first and the others. */
  static Table of(String first, Collection<String> others) {
    return new Table(Stream.concat(Stream.of(first), others.stream()).toList(), new ArrayList<>());
  }

  /** Lays out columns, of which the first names the rows. */
  static Table of(List<TableColumn> columns) {
    Table table = new Table(columns.stream().map(TableColumn::title).toList(), new ArrayList<>());
    TableColumn.rows(columns).forEach(row -> table.add(row.get(0), row.subList(1, row.size())));
    return table;
  }

  /** Adds a row. */
  void add(String name, List<String> cells) {
    rows.add(new Row(name, cells));
  }
}
