package io.corridor.evidence.series;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What was decided of a waiver on a day: it was granted, or refused.
 *
 * @param from the day: of a grant the first on which it holds
 * @param granted whether it was granted
 * @param regime the policy regime of the day, where that is told
 * @param days how long it holds; empty of a refusal, and where that isn't told
 */
public record Grant(LocalDate from, boolean granted, Optional<String> regime, OptionalInt days) {

  /** Checks that nothing is missing, and that a length is of a day or more. */
  public Grant {
    requireNonNull(from, "from");
    requireNonNull(regime, "regime");
    if (days.isPresent() && days.getAsInt() < 1) {
      throw new IllegalArgumentException("a grant of " + days.getAsInt() + " days");
    }
  }
}
