package io.corridor.simulation;

import io.corridor.model.Scenario;
import io.corridor.projection.Projection;

/** Runs scenarios. */
public final class Simulator {

  private Simulator() {}

  /**
   * Simulates {@code scenario}.
   *
   * @param scenario valid, in the sense of {@link io.corridor.model.ScenarioCheck}
   * @param settings how
   * @return the results, which depend on the scenario, the number of paths and the seed alone
   * @throws io.corridor.model.InvalidScenarioException if the scenario is not valid
   * @throws CancelledException if the listener ended the run, or the thread was interrupted
   */
  public static Projection run(Scenario scenario, Settings settings) {
    throw new IllegalStateException("engine missing");
  }
}
