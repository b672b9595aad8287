package io.corridor.scenarios.internal.evidence;

import static io.corridor.scenarios.internal.yaml.Quotes.quote;

import io.corridor.model.Nearest;
import io.corridor.scenarios.internal.csv.CsvTable;
import io.corridor.scenarios.internal.csv.CsvTable.Cell;
import io.corridor.scenarios.internal.yaml.Flaw;
import io.corridor.scenarios.internal.yaml.Folder;
import io.corridor.scenarios.internal.yaml.SourceText;
import io.corridor.scenarios.internal.yaml.Utf8;
import io.corridor.scenarios.internal.yaml.YamlException;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The CSV file of an entry of `data`: its columns, and what is wrong in it. */
final class CsvColumns {
  /** Most mistakes of one file that are told; they are alike. */
  private static final int MOST_FLAWS = 10;

  private final KeyReader part;
  private final CsvTable table;
  private int flaws;

  CsvColumns(KeyReader part, CsvTable table) {
    this.part = part;
    this.table = table;
  }

  /** Returns the entry's file; empty, and told, if it can't be read. */
  static Optional<CsvTable> open(KeyReader part) {
    return part.text("file", true, "a CSV file in the scenario's folder")
        .flatMap(file -> open(part, file));
  }

  private static Optional<CsvTable> open(KeyReader part, String file) {
    try {
      Folder.Found found = part.at("file").origin().folder().open(file);
      SourceText origin = SourceText.file(found.name(), found.folder());
      return Optional.of(CsvTable.parse(Utf8.decode(found.bytes(), origin), origin));
    } catch (IOException e) {
      part.wrong("file", Folder.reason(e));
    } catch (YamlException e) {
      part.flaws().accept(new Flaw(e.flaw().at(), part.key(), e.flaw().message()));
    }
    return Optional.empty();
  }

  /** Returns the entry's file; empty if it can't be read. */
  static Optional<CsvTable> openQuietly(KeyReader part) {
    Consumer<Flaw> nobody = flaw -> {};
    return open(new KeyReader(part.key(), part.node(), nobody));
  }

  /** Returns the file of an entry that could be read, and what the file says of itself. */
  static String source(KeyReader part) {
    String file = part.text("file", true, "").orElseThrow();
    try {
      Folder.Found found = part.at("file").origin().folder().open(file);
      String remark =
          CsvTable.remark(
              Utf8.decode(found.bytes(), SourceText.file(found.name(), found.folder())));
      return remark.isEmpty() ? file : file + ": " + remark;
    } catch (IOException | YamlException e) {
      throw new IllegalStateException("a file that was read can't be read", e);
    }
  }

  /** Returns the cells below the first one that has the text {@code name}; none if none has. */
  static List<Cell> below(CsvTable table, String name) {
    return table
        .header(List.of(name))
        .map(
            header -> {
              int column = texts(table.rows().get(header)).indexOf(name);
              return table.rows().subList(header + 1, table.rows().size()).stream()
                  .map(row -> CsvTable.cell(row, column))
                  .toList();
            })
        .orElse(List.of());
  }

  /** Returns whether each cell that {@code where} names has its text. */
  private static boolean isKept(List<Cell> row, List<String> columns, Map<String, String> where) {
    return where.entrySet().stream()
        .allMatch(
            wanted ->
                CsvTable.cell(row, columns.indexOf(wanted.getKey()))
                    .text()
                    .equals(wanted.getValue()));
  }

  static List<String> texts(List<Cell> row) {
    return row.stream().map(Cell::text).toList();
  }

  /** Returns the row of the names of the columns; tells what is missing if there is none. */
  Optional<Integer> header(List<String> names) {
    Optional<Integer> header = table.header(names);
    if (table.rows().isEmpty()) {
      wrong(null, "is empty: it must have a row of the names of columns, and rows below");
    } else if (header.isEmpty()) {
      List<Cell> best = bestHeader(names);
      List<String> found = texts(best);
      names.stream()
          .filter(name -> !found.contains(name))
          .forEach(
              name ->
                  wrong(
                      best.get(0),
                      "there is no column "
                          + quote(name)
                          + (Nearest.hint(name, found).isEmpty()
                              ? "; there are " + String.join(", ", found)
                              : Nearest.hint(name, found))));
    } else {
      List<Cell> row = table.rows().get(header.get());
      names.stream()
          .distinct()
          .filter(name -> Collections.frequency(texts(row), name) > 1)
          .forEach(
              name ->
                  wrong(
                      row.get(texts(row).lastIndexOf(name)),
                      "there are two columns " + quote(name)));
    }
    return header;
  }

  /**
   * Returns whether a row has the texts that {@code where} names, and tells what is out of place in
   * it.
   */
  boolean takes(List<Cell> row, List<Cell> header, Map<String, String> where) {
    boolean kept = isKept(row, texts(header), where);
    if (kept) {
      CsvTable.surplus(header, row, CsvTable.Cell::text)
          .ifPresent(cell -> wrong(cell, CsvTable.SURPLUS));
    }
    return kept;
  }

  /** Returns the row that has most of the names: probably the one that was meant. */
  private List<Cell> bestHeader(List<String> names) {
    List<Cell> best = table.rows().get(0);
    for (List<Cell> row : table.rows()) {
      if (count(row, names) > count(best, names)) {
        best = row;
      }
    }
    return best;
  }

  private static long count(List<Cell> row, List<String> names) {
    return names.stream().filter(texts(row)::contains).count();
  }

  /** Tells what is wrong with a cell, or with the file if there is none. */
  void wrong(@Nullable Cell cell, String message) {
    flaws++;
    if (flaws > MOST_FLAWS) {
      return;
    }
    if (cell == null) {
      part.wrong("file", message);
      return;
    }
    part.flaws().accept(CsvTable.flaw(cell, part.key(), message));
  }

  /** Returns how often something was wrong. */
  int flaws() {
    return flaws;
  }
}
