package io.corridor.scenarios.internal.evidence;

import static java.util.Objects.requireNonNull;

import io.corridor.scenarios.internal.yaml.Position;

/** Says what is wrong with a row of a table, once it is known what the row is about. */
final class RowException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Position at;

  RowException(Position at, String message) {
    super(message);
    this.at = at;
  }

  @Override
  public String getMessage() {
    return requireNonNull(super.getMessage());
  }

  /** Returns where the row stands. */
  Position at() {
    return at;
  }
}
