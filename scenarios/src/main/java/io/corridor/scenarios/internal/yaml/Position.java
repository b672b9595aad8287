package io.corridor.scenarios.internal.yaml;

/**
 * Where something stands.
 *
 * @param origin the text
 * @param line counted from 1
 * @param column counted from 1, in characters
 */
public record Position(SourceText origin, int line, int column) {

  /** Returns the first character of {@code origin}. */
  public static Position start(SourceText origin) {
    return new Position(origin, 1, 1);
  }

  /** Returns the place right behind {@code text}, with which {@code origin} begins. */
  static Position endOf(String text, SourceText origin) {
    int line = 1 + (int) text.chars().filter(c -> c == '\n').count();
    int lineStart = text.lastIndexOf('\n') + 1;
    return new Position(origin, line, 1 + text.codePointCount(lineStart, text.length()));
  }

  /** Returns the same line and column with a note added to the origin. */
  public Position noted(String note) {
    return new Position(origin.noted(note), line, column);
  }
}
