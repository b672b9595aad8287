package io.corridor.scenarios.internal.yaml;

/**
 * Where something stands.
 *
 * @param origin the text
 * @param line counted from 1
 * @param column counted from 1, in characters
 */
public record Position(Origin origin, int line, int column) {

  /** Returns the first character of {@code origin}. */
  public static Position start(Origin origin) {
    return new Position(origin, 1, 1);
  }

  /** Returns the same line and column with a note added to the origin. */
  public Position noted(String note) {
    return new Position(origin.noted(note), line, column);
  }
}
