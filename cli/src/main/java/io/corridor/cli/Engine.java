package io.corridor.cli;

import io.corridor.model.Scenario;
import io.corridor.projection.Projection;
import io.corridor.simulation.Settings;

/** Simulates a scenario. */
@FunctionalInterface
interface Engine {

  /** Returns the results; throws as {@link io.corridor.simulation.Simulator#run} does. */
  Projection run(Scenario scenario, Settings settings);
}
