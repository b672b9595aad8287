package io.corridor.scenarios.internal.format;

import static io.corridor.scenarios.internal.yaml.Quotes.quote;

import io.corridor.model.Nearest;
import io.corridor.model.Range;
import io.corridor.scenarios.internal.csv.CsvTable;
import io.corridor.scenarios.internal.csv.CsvTable.Cell;
import io.corridor.scenarios.internal.yaml.Folder;
import io.corridor.scenarios.internal.yaml.Node;
import io.corridor.scenarios.internal.yaml.YamlException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A CSV file beside the scenario of which columns of numbers are part. What is wrong with it is
 * told where the scenario names it, with the line of the file.
 *
 * @param name of the file
 * @param table what it holds
 * @param header the row that names the columns, from 0
 */
record CsvFile(String name, CsvTable table, int header) {

  /**
   * Reads the file {@code name}, which {@code node} names; empty, and told at that place, if it
   * can't be read.
   *
   * @param columns what the row of the names must have; the first row names them if none does
   */
  static Optional<CsvFile> read(Place at, Node node, String name, List<String> columns) {
    try {
      CsvTable table = at.reading().tables().open(node.at().origin().folder(), name);
      CsvFile file = new CsvFile(name, table, table.header(columns).orElse(0));
      Optional<Cell> surplus =
          file.rows().stream()
              .flatMap(row -> CsvTable.surplus(file.names(), row).stream())
              .findFirst();
      if (surplus.isEmpty()) {
        return Optional.of(file);
      }
      at.wrong(
          node.at(),
          "line %d of %s has more cells than line %d names columns; quote what has a comma in it"
              .formatted(surplus.get().at().line(), name, file.headerLine()));
    } catch (IOException e) {
      at.wrong(node.at(), Folder.reason(e));
    } catch (YamlException e) {
      String message = (e.getMessage().startsWith("is ") ? " " : ": ") + e.getMessage();
      at.wrong(node.at(), "line " + e.flaw().at().line() + " of " + name + message);
    }
    return Optional.empty();
  }

  private List<Cell> names() {
    return table.rows().isEmpty() ? List.of() : table.rows().get(header);
  }

  private int headerLine() {
    return names().isEmpty() ? 1 : names().get(0).at().line();
  }

  private List<List<Cell>> rows() {
    return table.rows().subList(Math.min(header + 1, table.rows().size()), table.rows().size());
  }

  /**
   * Returns the numbers of {@code column}; empty, and told at {@code place}, where the file has no
   * such column, or in it what is no number of {@code range}.
   *
   * @param must what is said of what is none: {@code price must be a number above 0}
   */
  Optional<List<Double>> numbers(String column, Range range, String must, Place place) {
    List<String> names = names().stream().map(Cell::text).toList();
    int index = names.indexOf(column);
    if (index < 0) {
      place.wrong(
          place.keyAt(),
          "line %d of %s names no column %s%s"
              .formatted(headerLine(), name, quote(column), Nearest.hint(column, names)));
      return Optional.empty();
    }
    List<Double> numbers = new ArrayList<>();
    for (List<Cell> row : rows()) {
      Cell cell = CsvTable.cell(row, index);
      table
          .number(cell)
          .map(Number::doubleValue)
          .filter(number -> Double.isFinite(number) && range.contains(number))
          .ifPresentOrElse(
              numbers::add,
              () ->
                  place.wrong(
                      place.keyAt(),
                      "line %d of %s: %s; found %s"
                          .formatted(
                              cell.at().line(),
                              name,
                              must,
                              cell.text().isEmpty() ? "nothing" : quote(cell.text()))));
    }
    return Optional.of(numbers).filter(all -> all.size() == rows().size());
  }
}
