package io.corridor.evidence.fit;

import static java.util.Objects.requireNonNull;

/** Data that a number can't be fitted to; the message says why, and what would help. */
public final class FitException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String number;

  /** Makes the exception of a fit as a whole. */
  public FitException(String message) {
    this("", message);
  }

  /** Makes the exception of one of its numbers. */
  public FitException(String number, String message) {
    super(message);
    this.number = number;
  }

  @Override
  public String getMessage() {
    return requireNonNull(super.getMessage());
  }

  /** Returns the name of the number that is meant; empty: all of them. */
  public String number() {
    return number;
  }
}
