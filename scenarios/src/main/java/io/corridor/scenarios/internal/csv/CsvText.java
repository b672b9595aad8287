package io.corridor.scenarios.internal.csv;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads the rows of a CSV text (RFC 4180). Blanks about cells are left out, and so are lines that
 * begin with {@code #}. Written out, as libraries for it need reflection, which a browser lacks.
 */
public final class CsvText {
  private final String text;
  private final char separator;
  private int at;
  private int line = 1;
  private int lineStart;

  private CsvText(String text, char separator) {
    this.text = text;
    this.separator = separator;
  }

  /**
   * Returns the cells of a text by row; a row may be shorter than others.
   *
   * @param text of the file
   * @param separator between cells
   * @param isSparse whether empty lines are skipped; else they are rows of an empty cell
   * @throws NotCsvException saying in which line it is none
   */
  public static List<List<CsvCell>> rows(String text, char separator, boolean isSparse)
      throws NotCsvException {
    return new CsvText(text, separator).rows(isSparse);
  }

  private List<List<CsvCell>> rows(boolean isSparse) throws NotCsvException {
    List<List<CsvCell>> rows = new ArrayList<>();
    while (at < text.length()) {
      if (text.charAt(at) == '#') {
        skipLine();
      } else if (isEndOfLine()) {
        if (!isSparse) {
          rows.add(List.of(new CsvCell("", line, 1)));
        }
      } else {
        rows.add(row());
      }
      endLine();
    }
    return rows;
  }

  private List<CsvCell> row() throws NotCsvException {
    List<CsvCell> row = new ArrayList<>();
    row.add(cell());
    while (!isEndOfLine()) {
      at++; // the separator
      row.add(cell());
    }
    return row;
  }

  private CsvCell cell() throws NotCsvException {
    skipBlanks();
    int startLine = line;
    int column = at - lineStart + 1;
    String value;
    if (!isEndOfLine() && text.charAt(at) == '"') {
      value = quoted();
      skipBlanks();
      if (!isEndOfLine() && text.charAt(at) != separator) {
        throw new NotCsvException(
            line, "'" + text.charAt(at) + "' stands between a closing quote and the separator");
      }
    } else {
      int from = at;
      while (!isEndOfLine() && text.charAt(at) != separator) {
        at++;
      }
      value = text.substring(from, at);
    }
    return new CsvCell(value.strip(), startLine, column);
  }

  private String quoted() throws NotCsvException {
    int opened = line;
    StringBuilder value = new StringBuilder();
    at++;
    while (true) {
      if (at == text.length()) {
        throw new NotCsvException(opened, "a quote is opened and never closed");
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
