package io.corridor.cli;

import io.corridor.model.Scenario;
import io.corridor.projection.Comparison;
import io.corridor.projection.Projection;
import io.corridor.simulation.Settings;
import io.corridor.simulation.Simulator;
import java.util.Map;

/** Simulates a scenario. */
@FunctionalInterface
interface Engine {

  /** Returns the results; throws as {@link Simulator#run} does. */
  Projection run(Scenario scenario, Settings settings);

  /** Returns the results of several; throws as {@link Simulator#compare} does. */
  default Comparison compare(Scenario base, Map<String, Scenario> variants, Settings settings) {
    return Simulator.compare(base, variants, settings);
  }
}
