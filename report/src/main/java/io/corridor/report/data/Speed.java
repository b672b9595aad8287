package io.corridor.report.data;

import io.corridor.model.Scenario;
import io.corridor.projection.Profile;
import io.corridor.projection.Projection.Timing;
import java.util.List;

/**
 * How fast a scenario is simulated.
 *
 * @param scenario what was measured
 * @param timings the best run for each number of threads, 1 first
 * @param profile of one thread
 */
public record Speed(Scenario scenario, List<Timing> timings, Profile profile) {

  /** Copies the list. */
  public Speed {
    timings = List.copyOf(timings);
  }

  /** Returns how many times faster than on one thread a run was. */
  public double speedUp(Timing timing) {
    return timing.pathMonthsPerSecond() / timings.get(0).pathMonthsPerSecond();
  }
}
