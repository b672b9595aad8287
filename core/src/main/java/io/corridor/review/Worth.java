package io.corridor.review;

import io.corridor.model.KeyPath;
import io.corridor.model.Scenario;
import io.corridor.run.SimulationException;
import java.util.List;

/** Whether the annual value of energy is what the carriers are worth. */
final class Worth {
  /**
   * Further apart one of the two has another magnitude; less far apart validate --start shows them.
   */
  private static final double APART = 10;

  private static final double MILLION = 1e6;

  private Worth() {}

  /** Returns the note, if there is one. */
  static List<Note> notes(Scenario scenario) {
    if (scenario.energy().isEmpty() || scenario.energy().get().carriers().isEmpty()) {
      return List.of();
    }
    StartCheck.Line energy;
    try {
      energy = StartCheck.of(scenario).line("energy");
    } catch (SimulationException e) {
      return List.of(); // which a run tells better
    }
    double stated = energy.stated().orElse(0);
    double worth = energy.before().orElse(0);
    if (stated == 0 && worth == 0 || stated < APART * worth && worth < APART * stated) {
      return List.of();
    }
    return List.of(
        new Note(
            Note.Kind.ENERGY_VALUE,
            KeyPath.of("energy", "annual-value"),
            "is "
                + Plausibility.words(stated / MILLION)
                + " mn USD/year, but what the carriers import in the first year, under the measures"
                + " of the day before, is worth "
                + Plausibility.words(worth / MILLION)
                + " mn USD: total.12m then moves by the difference as the year passes. Check"
                + " demand, supply, capacity and price of the carriers, or the magnitude of"
                + " annual-value"));
  }
}
