package io.corridor.scenarios.internal.format;

import static io.corridor.scenarios.internal.yaml.Quotes.quote;

import io.corridor.model.Nearest;
import io.corridor.scenarios.internal.csv.CsvCell;
import io.corridor.scenarios.internal.csv.CsvTable;
import io.corridor.scenarios.internal.csv.CsvText;
import io.corridor.scenarios.internal.csv.NotCsvException;
import io.corridor.scenarios.internal.yaml.Folder;
import io.corridor.scenarios.internal.yaml.Node;
import io.corridor.scenarios.internal.yaml.SourceText;
import io.corridor.scenarios.internal.yaml.Utf8;
import io.corridor.scenarios.internal.yaml.YamlException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A CSV file beside the scenario, whose first line names its columns. Lines that begin with {@code
 * #} are skipped.
 *
 * @param name of the file
 * @param headerLine number of the line that names the columns
 * @param header names of the columns
 * @param rows what stands below
 */
record CsvFile(String name, int headerLine, List<String> header, List<Row> rows) {

  /**
   * A row.
   *
   * @param line its number in the file, from 1
   * @param cells as written, without blanks about them
   */
  record Row(int line, List<String> cells) {

    /** Returns a cell; the empty text where the row is too short. */
    String cell(int column) {
      return column < cells.size() ? cells.get(column) : "";
    }
  }

  /**
   * Reads the file {@code name}, which {@code node} names; empty, and told at that place, if it
   * can't be read.
   */
  static Optional<CsvFile> read(Place at, Node node, String name) {
    try {
      Folder.Found found = node.at().origin().folder().open(name);
      String text = Utf8.decode(found.bytes(), SourceText.file(found.name(), found.folder()));
      CsvFile file = parse(name, text);
      Optional<Row> wider =
          file.rows().stream()
              .filter(row -> CsvTable.surplus(file.header(), row.cells(), cell -> cell).isPresent())
              .findFirst();
      wider.ifPresent(
          row ->
              at.wrong(
                  node.at(),
                  "line "
                      + row.line()
                      + " of "
                      + name
                      + " has more cells than line "
                      + file.headerLine()
                      + " names columns; quote what has a comma in it"));
      return wider.isPresent() ? Optional.empty() : Optional.of(file);
    } catch (IOException e) {
      at.wrong(node.at(), Folder.reason(e));
    } catch (YamlException e) {
      at.wrong(node.at(), "line " + e.flaw().at().line() + " of " + name + ": " + e.getMessage());
    } catch (NotCsvException e) {
      at.wrong(node.at(), "line " + e.line() + " of " + name + " " + e.getMessage());
    }
    return Optional.empty();
  }

  private static CsvFile parse(String name, String text) throws NotCsvException {
    StringBuilder kept = new StringBuilder();
    List<Integer> numbers = new ArrayList<>();
    int number = 0;
    // A carriage return alone ends a line, too, as CSV's reader counts them.
    for (String line : text.split("(?<=\n)|(?<=\r)(?!\n)")) {
      number++;
      if (!line.startsWith("#")) {
        kept.append(line);
        numbers.add(number);
      }
    }
    List<Row> rows =
        CsvText.rows(kept.toString(), ',', false).stream()
            .map(
                row ->
                    new Row(
                        numbers.get(row.get(0).line() - 1),
                        row.stream().map(CsvCell::text).toList()))
            .toList();
    return rows.isEmpty()
        ? new CsvFile(name, 1, List.of(), List.of())
        : new CsvFile(
            name,
            rows.get(0).line(),
            rows.get(0).cells(),
            List.copyOf(rows.subList(1, rows.size())));
  }

  /** Returns the place of {@code column}; empty, and told, if the file has none of that name. */
  Optional<Integer> column(String column, Place place) {
    int index = header.indexOf(column);
    if (index < 0) {
      place.wrong(
          place.keyAt(),
          "line "
              + headerLine
              + " of "
              + name
              + " names no column "
              + quote(column)
              + Nearest.hint(column, header));
      return Optional.empty();
    }
    return Optional.of(index);
  }

  /** Returns the number that a cell says, which has no unit; empty if it says none. */
  static Optional<Double> number(String cell) {
    return WrittenNumber.parse(cell)
        .filter(quantity -> quantity.unit().isEmpty())
        .map(quantity -> quantity.number().doubleValue())
        .filter(Double::isFinite);
  }

  /** Says that a cell isn't what it must be. */
  void refuse(Place place, Row row, String column, String must, String cell) {
    place.wrong(
        place.keyAt(),
        "line "
            + row.line()
            + " of "
            + name
            + ": "
            + column
            + " must be "
            + must
            + "; found "
            + (cell.isBlank() ? "nothing" : quote(cell)));
  }
}
