package io.corridor.scenarios.internal.csv;

import io.corridor.scenarios.internal.csv.CsvTable.Cell;
import io.corridor.scenarios.internal.yaml.Position;
import io.corridor.scenarios.internal.yaml.SourceText;
import io.corridor.scenarios.internal.yaml.YamlException;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes a CSV text apart: quotes, separators, and lines as any system ends them. Our own, since
 * libraries for CSV need reflection, which a browser lacks.
 */
final class CsvText {
  private final String text;
  private final char separator;
  private final SourceText origin;
  private int at;
  private int line = 1;
  private int lineStart;

  private CsvText(String text, char separator, SourceText origin) {
    this.text = text;
    this.separator = separator;
    this.origin = origin;
  }

  /**
   * Returns the cells by row, without blanks about them; a row may be shorter than others. An empty
   * line is a row of one empty cell; lines that begin with {@code #} are skipped.
   *
   * @throws YamlException saying in which line the text is no CSV
   */
  static List<List<Cell>> rows(String text, char separator, SourceText origin)
      throws YamlException {
    return new CsvText(text, separator, origin).rows();
  }

  private List<List<Cell>> rows() throws YamlException {
    List<List<Cell>> rows = new ArrayList<>();
    while (at < text.length()) {
      int start = at;
      while (!isEndOfLine() && text.charAt(at) == ' ') {
        at++;
      }
      if (!isEndOfLine() && text.charAt(at) == '#') {
        skipLine();
      } else {
        at = start;
        rows.add(row());
      }
      endLine();
    }
    return rows;
  }

  private List<Cell> row() throws YamlException {
    List<Cell> row = new ArrayList<>();
    row.add(cell());
    while (!isEndOfLine()) {
      at++; // the separator
      row.add(cell());
    }
    return row;
  }

  private Cell cell() throws YamlException {
    skipBlanks();
    Position start = new Position(origin, line, at - lineStart + 1);
    String value;
    if (!isEndOfLine() && text.charAt(at) == '"') {
      value = quoted();
      skipBlanks();
      if (!isEndOfLine() && text.charAt(at) != separator) {
        throw refused(
            line, "'" + text.charAt(at) + "' stands between a closing quote and the separator");
      }
    } else {
      int from = at;
      while (!isEndOfLine() && text.charAt(at) != separator) {
        at++;
      }
      value = text.substring(from, at);
    }
    return new Cell(value.strip(), start);
  }

  private String quoted() throws YamlException {
    int opened = line;
    StringBuilder value = new StringBuilder();
    at++;
    while (true) {
      if (at == text.length()) {
        throw refused(opened, "a quote is opened and never closed");
      }
      char c = text.charAt(at);
      if (c == '"') {
        at++;
        if (at == text.length() || text.charAt(at) != '"') {
          return value.toString();
        }
      }
      if (c == '\r' || c == '\n') {
        int from = at;
        endLine();
        value.append(text, from, at);
      } else {
        value.append(c);
        at++;
      }
    }
  }

  private YamlException refused(int inLine, String why) {
    return new YamlException(new Position(origin, inLine, 1), "is not CSV: " + why);
  }

  private boolean isEndOfLine() {
    return at == text.length() || text.charAt(at) == '\n' || text.charAt(at) == '\r';
  }

  private void skipBlanks() {
    while (!isEndOfLine() && text.charAt(at) <= ' ' && text.charAt(at) != separator) {
      at++;
    }
  }

  private void skipLine() {
    while (!isEndOfLine()) {
      at++;
    }
  }

  private void endLine() {
    if (at < text.length()) {
      boolean pair = text.startsWith("\r\n", at);
      at += pair ? 2 : 1;
      line++;
      lineStart = at;
    }
  }
}
