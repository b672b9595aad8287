package io.corridor.scenarios.internal.format;

import static io.corridor.scenarios.internal.yaml.Quotes.quote;

import io.corridor.model.Nearest;
import io.corridor.scenarios.internal.yaml.Folder;
import io.corridor.scenarios.internal.yaml.Node;
import io.corridor.scenarios.internal.yaml.Origin;
import io.corridor.scenarios.internal.yaml.Utf8;
import io.corridor.scenarios.internal.yaml.YamlException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.MappingIterator;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvReadFeature;

/** The history of a bootstrap driver: one column of a CSV file beside the scenario. */
final class History {
  private static final List<Double> PLACEHOLDER = List.of(1.0, 1.0);

  private final Place place;
  private final String file;
  private final String column;
  private final List<Double> values = new ArrayList<>();
  private int refused;

  private History(Place place, String file, String column) {
    this.place = place;
    this.file = file;
    this.column = column;
  }

  /**
   * Returns the values of {@code column} of {@code file}, which {@code node} names. Where there are
   * none, says so at that place, with the CSV file's line.
   */
  static List<Double> read(Place place, Node node, String file, String column) {
    if (node == null || file.isEmpty() || column.isEmpty()) {
      return PLACEHOLDER;
    }
    Place at = place.in("file", node.at());
    try {
      Folder.Found found = node.at().origin().folder().open(file);
      return new History(at, file, column).read(text(found));
    } catch (IOException e) {
      at.wrong(node.at(), e.getMessage());
    } catch (YamlException e) {
      at.wrong(node.at(), "line " + e.flaw().at().line() + " of " + file + ": " + e.getMessage());
    } catch (JacksonException e) {
      int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
      at.wrong(
          node.at(), "line " + line + " of " + file + " is not CSV: " + e.getOriginalMessage());
    }
    return PLACEHOLDER;
  }

  private static String text(Folder.Found found) throws YamlException {
    return Utf8.decode(found.bytes(), Origin.file(found.name(), found.folder()));
  }

  private List<Double> read(String text) {
    try (MappingIterator<String[]> rows =
        new CsvMapper()
            .readerFor(String[].class)
            .with(CsvReadFeature.WRAP_AS_ARRAY)
            .with(CsvReadFeature.TRIM_SPACES)
            .readValues(text)) {
      int index = index(rows.hasNextValue() ? rows.nextValue() : new String[0]);
      if (index < 0) {
        return PLACEHOLDER;
      }
      while (rows.hasNextValue()) {
        // Where a row opens, the parser still stands at the end of the line before.
        int line = rows.parser().currentTokenLocation().getLineNr() + 1;
        cell(rows.nextValue(), index, line);
      }
    }
    if (values.size() + refused < 2) {
      place.wrong(
          place.keyAt(),
          "column "
              + quote(column)
              + " of "
              + file
              + " has "
              + values.size()
              + " values; at least two are needed");
    }
    return refused > 0 || values.size() < 2 ? PLACEHOLDER : values;
  }

  private int index(String[] header) {
    int index = List.of(header).indexOf(column);
    if (index < 0) {
      place.wrong(
          place.keyAt(),
          "line 1 of "
              + file
              + " names no column "
              + quote(column)
              + Nearest.hint(column, List.of(header)));
    }
    return index;
  }

  private void cell(String[] row, int index, int line) {
    String cell = index < row.length ? row[index] : "";
    Optional<Double> value =
        Quantity.parse(cell)
            .filter(quantity -> quantity.unit().isEmpty())
            .map(quantity -> quantity.number().doubleValue())
            .filter(number -> number > 0 && Double.isFinite(number));
    if (value.isPresent()) {
      values.add(value.get());
      return;
    }
    refused++;
    place.wrong(
        place.keyAt(),
        "line "
            + line
            + " of "
            + file
            + ": "
            + column
            + " must be a number above 0; found "
            + (cell.isBlank() ? "nothing" : quote(cell)));
  }
}
