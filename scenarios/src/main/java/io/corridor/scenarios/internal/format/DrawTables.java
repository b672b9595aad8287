package io.corridor.scenarios.internal.format;

import static io.corridor.scenarios.internal.yaml.Quotes.quote;
import static java.util.Objects.requireNonNull;

import io.corridor.model.DrawTable;
import io.corridor.model.KeyPath;
import io.corridor.model.Range;
import io.corridor.model.Value;
import io.corridor.scenarios.internal.yaml.Node;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The tables of joint draws of one reading: their files, and the columns that numbers have asked
 * for so far. A column that nobody asks for may hold anything.
 */
final class DrawTables {
  private static final FileKey<DrawTable, String> FILE =
      FileKey.required(
          "file",
          Scalars.TEXT,
          DrawTable::file,
          "a CSV file in the scenario's folder, its first line the names of the columns, then a row"
              + " for each joint draw");

  /** How a column is named. */
  static final Shape<List<String>> REFERENCE =
      ListOf.exactly(2, "a list of a table of draws and one of its columns", Scalars.TEXT);

  private final Map<String, CsvFile> files = new LinkedHashMap<>();
  private final Map<String, DrawTable> tables = new LinkedHashMap<>();

  /** Returns the shape of a table. */
  static SectionShape<DrawTable> section() {
    return SectionShape.of("a table of draws", List.of(FILE), DrawTables::make);
  }

  private static DrawTable make(SectionShape.Fields<DrawTable> in) {
    String file = in.get(FILE);
    Node node = in.node(FILE.name());
    Place place = in.place();
    if (place != null && node != null && !file.isEmpty()) {
      String id = place.key().words().get(1);
      CsvFile.read(in.at(FILE.name()), node, file, List.of())
          .ifPresent(csv -> place.reading().draws().add(id, csv));
    }
    return DrawTable.of(file);
  }

  private void add(String id, CsvFile csv) {
    files.put(id, csv);
    tables.put(id, DrawTable.of(csv.name()));
  }

  /**
   * Returns the number that {@code node} names a column of; says what is wrong with the column, if
   * anything is.
   *
   * @param range of what it stands for
   */
  Value read(Node node, Place place, Range range) {
    List<String> names = REFERENCE.read(node, place);
    String table = names.get(0);
    String column = names.get(1);
    CsvFile csv = files.get(table);
    if (csv == null) {
      if (place.reading().isSpoiled(KeyPath.of("draws", table, FILE.name()))) {
        place.reading().spoiled(place.key());
      }
      return Value.draw(table, column);
    }
    Place at = place.in("1", node.at());
    String must =
        quote(column) + " must be a number" + (range == Range.FREE ? "" : ", " + range.words());
    Optional<List<Double>> values = csv.numbers(column, range, must, at);
    if (values.isPresent() && values.get().isEmpty()) {
      at.wrong(at.keyAt(), csv.name() + " has no row below the names of its columns");
      return Value.ONE;
    }
    values.ifPresent(
        found -> tables.put(table, requireNonNull(tables.get(table)).withColumn(column, found)));
    return values.isPresent() ? Value.draw(table, column) : Value.ONE;
  }

  /** Returns the tables with the columns that were asked for. */
  Map<String, DrawTable> tables() {
    return tables;
  }
}
