package io.corridor.scenarios.internal.csv;

import static java.util.Objects.requireNonNull;

/** Says where a text is no CSV. */
public final class NotCsvException extends Exception {
  private static final long serialVersionUID = 1L;

  private final int line;

  /** Says that {@code line} is none. */
  public NotCsvException(int line, String message) {
    super("is not CSV: " + message);
    this.line = line;
  }

  @Override
  public String getMessage() {
    return requireNonNull(super.getMessage());
  }

  /** Returns the line, from 1. */
  public int line() {
    return line;
  }
}
