package io.corridor.simulation;

import static java.util.Objects.requireNonNull;

import io.corridor.internal.random.Quantile;
import io.corridor.model.Scenario;
import io.corridor.model.Value;

/**
 * What a number of a scenario typically is: itself, or the median of its distribution or its draws.
 */
public final class Typical {
  private static final double MEDIAN = 0.5;

  private final Scenario scenario;

  /** Looks at the numbers of {@code scenario}, which is valid. */
  public Typical(Scenario scenario) {
    this.scenario = scenario;
  }

  /** Returns what a number is in the middle of its draws. */
  public double of(Value value) {
    return value.match(
        number -> number.number(),
        parameter -> of(resolved(parameter)),
        this::medianOf,
        law -> Quantile.of(law).at(MEDIAN));
  }

  private double medianOf(Value.Draw draw) {
    return requireNonNull(scenario.draws().get(draw.table())).median(draw.column());
  }

  /** Returns what a reference refers to; of any other value, itself. */
  public Value resolved(Value value) {
    return value instanceof Value.Parameter parameter
        ? requireNonNull(scenario.parameters().get(parameter.id()))
        : value;
  }
}
