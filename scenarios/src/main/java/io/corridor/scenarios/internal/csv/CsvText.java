package io.corridor.scenarios.internal.csv;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.ObjectReader;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvReadFeature;
import tools.jackson.dataformat.csv.CsvSchema;

/** Reads the rows of a CSV text, without blanks about cells. */
public final class CsvText {

  private CsvText() {}

  /**
   * Returns the cells of a text by row; a row may be shorter than others.
   *
   * @param text of the file
   * @param separator between cells
   * @param isSparse whether empty lines, and those that begin with {@code #}, are skipped; else
   *     they are rows like any other
   * @throws NotCsvException saying in which line it is none
   */
  public static List<List<CsvCell>> rows(String text, char separator, boolean isSparse)
      throws NotCsvException {
    ObjectReader reader =
        new CsvMapper()
            .readerFor(String[].class)
            .with(CsvSchema.emptySchema().withColumnSeparator(separator))
            .with(CsvReadFeature.WRAP_AS_ARRAY)
            .with(CsvReadFeature.TRIM_SPACES);
    List<List<CsvCell>> rows = new ArrayList<>();
    try (JsonParser parser =
        (isSparse ? reader.with(CsvReadFeature.ALLOW_COMMENTS) : reader).createParser(text)) {
      parser.nextToken(); // opens the rows
      while (parser.nextToken() == JsonToken.START_ARRAY) {
        List<CsvCell> row = row(parser);
        if (!row.isEmpty()) {
          rows.add(row);
        } else { // the parser still stands in the line before
          rows.add(List.of(new CsvCell("", parser.currentTokenLocation().getLineNr() + 1, 1)));
        }
      }
    } catch (JacksonException e) {
      int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
      throw new NotCsvException(line, e.getOriginalMessage());
    }
    return rows;
  }

  private static List<CsvCell> row(JsonParser parser) {
    List<CsvCell> row = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      row.add(
          new CsvCell(
              parser.getString().strip(),
              parser.currentTokenLocation().getLineNr(),
              Math.max(1, parser.currentTokenLocation().getColumnNr())));
    }
    return row;
  }
}
