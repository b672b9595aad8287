package io.corridor.simulation;

import io.corridor.model.Driver;
import io.corridor.model.Flow;
import io.corridor.model.Question;
import io.corridor.model.Scenario;
import io.corridor.model.Value;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Small scenarios whose differences are known. */
final class Corridors {
  static final YearMonth START = YearMonth.of(2020, 1);

  /** Month 12 lies a year after the start. */
  static final int YEAR = 12;

  private Corridors() {}

  /**
   * Returns a scenario whose driver {@code x} is exp(m + sZ) after a year, with a flow that is x.
   */
  static Scenario.Builder logNormal(double m, double s) {
    return Scenario.builder("Log-normal", "A", "B", START, YEAR + 1)
        .driver("x", gbm(m + s * s / 2, s))
        .flow("goods", flow(Map.of("x", Value.ONE)));
  }

  /** Returns geometric Brownian motion from 1. */
  static Driver gbm(double drift, double volatility) {
    return new Driver.Gbm(Value.ONE, Value.of(drift), Value.of(volatility), Map.of(), "");
  }

  /** Returns a flow of 12 USD a year at the start. */
  static Flow flow(Map<String, Value> elasticities) {
    return new Flow(
        "A",
        "B",
        Value.of(12),
        Value.ONE,
        Optional.empty(),
        Value.ONE,
        Value.ZERO,
        elasticities,
        Optional.empty(),
        List.of(),
        Map.of());
  }

  /** Returns the question whether a driver is above {@code level} at the end. */
  static Question ends(String driver, double level, Question.Given... given) {
    return new Question(
        "driver." + driver,
        Question.Band.above(level),
        Question.Window.at(START.plusMonths(YEAR)),
        Question.Test.ANY_MONTH,
        Optional.empty(),
        List.of(given));
  }

  /** Returns the question in how many months a driver is above {@code level}. */
  static Question months(String driver, double level, Question.Given... given) {
    return new Question(
        "driver." + driver,
        Question.Band.above(level),
        Question.Window.ALL,
        new Question.Test.CountMonths(),
        Optional.empty(),
        List.of(given));
  }
}
