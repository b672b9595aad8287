package io.corridor.scenarios.internal.csv;

import io.corridor.scenarios.internal.yaml.Position;
import io.corridor.scenarios.internal.yaml.SourceText;
import io.corridor.scenarios.internal.yaml.YamlException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The rows of a CSV file, each cell with its place. Commas, semicolons or tabs separate cells,
 * whichever the first line has most of; lines that begin with {@code #} are skipped.
 *
 * <p>A file separated by semicolons or tabs writes its decimals with a comma if one of its numbers
 * does; then no number may have a point.
 *
 * @param remark what the file says of itself: the lines at its top that begin with {@code #},
 *     without it, as one; empty if there are none
 * @param rows cells by row; a row may be shorter than others
 * @param decimalComma whether decimals are written with a comma
 */
public record CsvTable(String remark, List<List<Cell>> rows, boolean decimalComma) {
  private static final Pattern WITH_POINT =
      Pattern.compile("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d{1,3})?");
  private static final Pattern WITH_COMMA =
      Pattern.compile("[-+]?(\\d+,\\d*|,\\d+)([eE][-+]?\\d{1,3})?");

  /** How statistical offices write that there is no value: Eurostat, the World Bank, the EIA. */
  private static final Set<String> MISSING = Set.of("", ":", "..", "NA", "--");

  /**
   * What stands between two separators.
   *
   * @param text without quotes and blanks about it
   * @param at where it begins
   */
  public record Cell(String text, Position at) {

    /** Returns whether it says that there is no value. */
    public boolean isMissing() {
      return MISSING.contains(text);
    }
  }

  /**
   * Reads a table.
   *
   * @throws YamlException saying where it is no CSV
   */
  public static CsvTable parse(String text, SourceText origin) throws YamlException {
    char separator = separator(text);
    List<List<Cell>> rows = CsvText.rows(text, separator, origin);
    return new CsvTable(remark(text), rows, separator != ',' && hasDecimalComma(rows));
  }

  private static String remark(String text) {
    return text.lines()
        .takeWhile(line -> line.startsWith("#"))
        .map(line -> line.substring(1).strip())
        .collect(Collectors.joining(" "))
        .strip();
  }

  /** Returns the same table without empty lines. */
  public CsvTable withoutEmptyLines() {
    return new CsvTable(
        remark,
        rows.stream().filter(row -> row.size() > 1 || !row.get(0).text().isEmpty()).toList(),
        decimalComma);
  }

  /** Returns the separator that the first line has most of; a comma where it has none. */
  private static char separator(String text) {
    String first =
        text.lines()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .findFirst()
            .orElse("")
            .replaceAll("\"[^\"]*\"", "");
    char most = ',';
    for (char candidate : new char[] {';', '\t'}) {
      if (count(first, candidate) > count(first, most)) {
        most = candidate;
      }
    }
    return most;
  }

  private static long count(String line, char separator) {
    return line.chars().filter(c -> c == separator).count();
  }

  private static boolean hasDecimalComma(List<List<Cell>> rows) {
    return rows.stream()
        .flatMap(List::stream)
        .anyMatch(cell -> WITH_COMMA.matcher(cell.text()).matches());
  }

  /** Returns the number that {@code cell} says; empty if it says none. */
  public Optional<BigDecimal> number(Cell cell) {
    String text = cell.text();
    if (decimalComma && WITH_COMMA.matcher(text).matches()) {
      return Optional.of(new BigDecimal(padded(text.replace(',', '.'))));
    }
    if (!WITH_POINT.matcher(text).matches() || decimalComma && text.contains(".")) {
      return Optional.empty();
    }
    return Optional.of(new BigDecimal(padded(text)));
  }

  /** Returns the text with a digit on both sides of the point. */
  private static String padded(String text) {
    return text.replaceFirst("^([-+]?)\\.", "$10.").replaceFirst("\\.($|[eE])", "$1");
  }

  /** Returns what a number in this file must be. */
  public String numberNoun() {
    return decimalComma
        ? "a number with a decimal comma, as others in this file have"
        : "a number such as 1234.5, without separators of thousands";
  }

  /**
   * Returns the first row that holds all of {@code names}, which are the names of columns; empty if
   * there is none. What stands above it, such as a title, says nothing of the data.
   */
  public Optional<Integer> header(List<String> names) {
    for (int i = 0; i < rows.size(); i++) {
      List<String> texts = rows.get(i).stream().map(Cell::text).toList();
      if (texts.containsAll(names)) {
        return Optional.of(i);
      }
    }
    return Optional.empty();
  }

  /**
   * Returns the first cell of a row that says something and stands below no name: a comma in
   * another one wasn't quoted, so that all are out of place.
   */
  public static Optional<Cell> surplus(List<Cell> header, List<Cell> row) {
    return row.stream().skip(header.size()).filter(cell -> !cell.text().isEmpty()).findFirst();
  }

  /** Returns a cell of a row; one that says nothing, at the row's end, where it is too short. */
  public static Cell cell(List<Cell> row, int column) {
    return column < row.size() ? row.get(column) : new Cell("", row.get(row.size() - 1).at());
  }
}
