package io.corridor.evidence.series;

import static java.util.Objects.requireNonNull;

import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * What became of a plant, field or line until a month.
 *
 * @param planned the month for which it was planned
 * @param done the month in which it was complete; empty: it isn't yet, or never will be
 * @param cancelled whether it never will be
 * @param seen the month of which this is told
 */
public record Plant(
    YearMonth planned, Optional<YearMonth> done, boolean cancelled, YearMonth seen) {

  /**
   * Checks that it makes sense.
   *
   * @throws IllegalArgumentException if it is done and cancelled, or done after it was seen
   */
  public Plant {
    requireNonNull(planned, "planned");
    if (done.isPresent() && cancelled) {
      throw new IllegalArgumentException("is both done and cancelled");
    }
    if (done.isPresent() && done.get().isAfter(seen)) {
      throw new IllegalArgumentException("is done in " + done.get() + ", after " + seen);
    }
  }

  /** Returns how many months late it was, or, if it isn't done, at least is; may be negative. */
  public int late() {
    return Math.toIntExact(ChronoUnit.MONTHS.between(planned, done.orElse(seen)));
  }
}
