package io.corridor.internal.summary;

/** Thrown where a value is recorded that is infinite or not a number. */
public final class NotFiniteException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NotFiniteException(String message) {
    super(message);
  }
}
