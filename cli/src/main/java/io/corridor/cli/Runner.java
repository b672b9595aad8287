package io.corridor.cli;

import io.corridor.model.Scenario;
import io.corridor.projection.Comparison;
import io.corridor.projection.Projection;
import io.corridor.simulation.Causes;
import io.corridor.simulation.Settings;
import io.corridor.simulation.Simulator;
import io.corridor.why.LeverResult.Aim;
import io.corridor.why.Levers;
import io.corridor.why.Target;
import io.corridor.why.Why;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Simulates a scenario. */
@FunctionalInterface
interface Runner {

  /** Returns the results; throws as {@link Simulator#run} does. */
  Projection run(Scenario scenario, Settings settings);

  /** Returns the settings with what says where is simulated; here as they are: on this machine. */
  default Settings placed(Settings settings) {
    return settings;
  }

  /** Returns the results of several; throws as {@link Simulator#compare} does. */
  default Comparison compare(Scenario base, Map<String, Scenario> variants, Settings settings) {
    return Simulator.compare(base, variants, placed(settings));
  }

  /** Gives the results of many, some at a time; throws as {@link Simulator#sweep} does. */
  default void sweep(
      Scenario base,
      Map<String, Scenario> points,
      Settings settings,
      Consumer<Comparison> results) {
    Simulator.sweep(base, points, placed(settings), results);
  }

  /** Returns what decides outcomes; throws as {@link Causes#of} does. */
  default Why why(Scenario scenario, List<Target> targets, Settings settings, double density) {
    return Causes.of(scenario, targets, placed(settings), density);
  }

  /** Returns what levers do; throws as {@link Causes#levers} does. */
  default Levers levers(
      Scenario base,
      Map<String, Scenario> variants,
      List<Target> targets,
      Map<String, Aim> aims,
      Settings settings,
      double density) {
    return Causes.levers(base, variants, targets, aims, placed(settings), density);
  }

  /** Returns the engine that simulates where {@code place} says: it completes the settings. */
  static Runner at(UnaryOperator<Settings> place) {
    return new Runner() {
      @Override
      public Projection run(Scenario scenario, Settings settings) {
        return Simulator.run(scenario, placed(settings));
      }

      @Override
      public Settings placed(Settings settings) {
        return place.apply(settings);
      }
    };
  }
}
