package io.corridor.model;

import java.time.YearMonth;
import java.util.Collections;
import java.util.Set;

/**
 * The policy on the day before the start, under which annual values of flows are as traded: the
 * measures of the month before, and the waivers that still hold on the first day.
 *
 * @param scenario of which it is the day before
 */
public record DayBefore(Scenario scenario) {

  /** Returns the month before the start. */
  public YearMonth month() {
    return scenario.start().minusMonths(1);
  }

  /** Returns whether {@code sanction} was in force. */
  public boolean isInForce(Sanction sanction) {
    return sanction.inForce(month());
  }

  /** Returns whether {@code waiver} holds on the start's first day: then w(0⁻) is 1. */
  public boolean holds(Waiver waiver) {
    return waiver.expires().isAfter(scenario.start().atDay(1));
  }

  /**
   * Returns whether a waiver that holds protects one of {@code targets} from the measure {@code
   * id}.
   */
  public boolean isWaived(String id, Set<String> targets) {
    return scenario.waivers().values().stream()
        .anyMatch(
            waiver ->
                holds(waiver)
                    && !Collections.disjoint(waiver.covers(), targets)
                    && waiver.waives().map(list -> list.contains(id)).orElse(true));
  }
}
