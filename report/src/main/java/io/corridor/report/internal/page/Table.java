package io.corridor.report.internal.page;

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

  /** Adds a row. */
  void add(String name, List<String> cells) {
    rows.add(new Row(name, cells));
  }
}
