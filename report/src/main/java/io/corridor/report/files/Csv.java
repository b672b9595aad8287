package io.corridor.report.files;

import io.corridor.model.Printable;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Lays out a table as CSV: commas between, quotes only where a text needs them, no control
 * characters. What a spreadsheet would take for a formula has an apostrophe before it, which
 * spreadsheets take for the sign of a text; numbers have none.
 */
final class Csv {
  private static final char BYTE_ORDER_MARK = '\uFEFF';
  private static final Pattern FORMULA = Pattern.compile("[=+@\\t\\r-]");
  private static final Pattern NUMBER =
      Pattern.compile("[-+]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][-+]?[0-9]+)?(?: ?%)?");
  private static final int LONGEST_NUMBER = 100;

  private Csv() {}

  /**
   * Writes a table for spreadsheets: lines end in CR LF, and where a text is not plain ASCII a byte
   * order mark comes first, without which Excel would take the file for something else than UTF-8.
   *
   * @param rows the head first
   */
  static void write(List<List<String>> rows, Appendable out) throws IOException {
    if (rows.stream().flatMap(List::stream).anyMatch(cell -> cell.chars().anyMatch(c -> c > 127))) {
      out.append(BYTE_ORDER_MARK);
    }
    write(rows, "\r\n", out);
  }

  /** Writes a table for programs: lines end in LF, and there is no mark. */
  static void writePlain(List<List<String>> rows, Appendable out) throws IOException {
    write(rows, "\n", out);
  }

  private static void write(List<List<String>> rows, String endOfLine, Appendable out)
      throws IOException {
    for (List<String> row : rows) {
      out.append(String.join(",", row.stream().map(Csv::quoted).toList())).append(endOfLine);
    }
  }

  /** Returns a cell as it may be shown, in quotes where it needs them. */
  static String quoted(String any) {
    String text = Printable.text(any);
    String cell = FORMULA.matcher(text).lookingAt() && !isNumber(text) ? "'" + text : text;
    boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
  }

  private static boolean isNumber(String text) {
    return text.length() <= LONGEST_NUMBER && NUMBER.matcher(text).matches();
  }
}
