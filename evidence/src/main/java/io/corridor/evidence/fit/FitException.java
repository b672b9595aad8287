package io.corridor.evidence.fit;

import static java.util.Objects.requireNonNull;

import io.corridor.evidence.series.Period;
import java.util.Optional;

/** Data that a number can't be fitted to; the message says why, and what would help. */
public final class FitException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String number;
  private final transient Optional<Period> period;

  /** Makes the exception of a fit as a whole. */
  public FitException(String message) {
    this("", message);
  }

  /** Makes the exception of one of its numbers. */
  public FitException(String number, String message) {
    this(number, Optional.empty(), message);
  }

  FitException(String number, Optional<Period> period, String message) {
    super(message);
    this.number = number;
    this.period = period;
  }

  /** Returns the exception of one observation. */
  static FitException of(Period period, String message) {
    return new FitException("", Optional.of(period), message);
  }

  /** Returns the period whose value is wrong; empty: the fault is no single value's. */
  public Optional<Period> period() {
    return period;
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
