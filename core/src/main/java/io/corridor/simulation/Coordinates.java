package io.corridor.simulation;

import io.corridor.internal.plan.PlanCompiler;
import io.corridor.internal.sampling.Dimensions;
import io.corridor.model.Scenario;

/**
 * Which of a path's random numbers are coordinates of its Sobol point, where paths are such points
 * ({@link io.corridor.model.Sampling#SOBOL}): those that are thought to matter most. All others are
 * random, and what they make of a result is no more certain than with random paths.
 *
 * @param drawn how many random numbers a path may draw, {@code >= 0}
 * @param spread how many of them are coordinates, at most 1 000
 */
public record Coordinates(int drawn, int spread) {

  /**
   * Returns those of a scenario.
   *
   * @param scenario valid, in the sense of {@link io.corridor.model.ScenarioCheck}
   */
  public static Coordinates of(Scenario scenario) {
    Dimensions dimensions = PlanCompiler.dimensions(scenario);
    return new Coordinates(dimensions.draws(), dimensions.spread());
  }
}
