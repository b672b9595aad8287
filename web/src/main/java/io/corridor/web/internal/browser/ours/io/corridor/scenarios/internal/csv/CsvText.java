package io.corridor.web.internal.browser.ours.io.corridor.scenarios.internal.csv;

import io.corridor.scenarios.internal.csv.CsvCell;
import io.corridor.scenarios.internal.csv.NotCsvException;
import java.util.ArrayList;
import java.util.List;

/** Stands for the class of that name, whose library needs reflection. */
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

  public static List<List<CsvCell>> rows(String text, char separator, boolean isSparse)
      throws NotCsvException {
    return new CsvText(text, separator).rows(isSparse);
  }

  private List<List<CsvCell>> rows(boolean isSparse) throws NotCsvException {
    List<List<CsvCell>> rows = new ArrayList<>();
    while (at < text.length()) {
      int start = at;
      while (!isEndOfLine() && text.charAt(at) == ' ') {
        at++;
      }
      boolean isEmpty = isEndOfLine();
      boolean isComment = !isEmpty && text.charAt(at) == '#';
      if (isSparse && (isEmpty || isComment)) {
        skipLine();
      } else if (isEmpty && at == start) {
        rows.add(List.of(new CsvCell("", line, 1)));
      } else {
        at = start;
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
