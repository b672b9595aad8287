package io.corridor.simulation;

import io.corridor.model.Driver;
import io.corridor.model.Flow;
import io.corridor.model.Question;
import io.corridor.model.Scenario;
import io.corridor.model.Value;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;

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
    return Flow.of("A", "B", 12).withElasticities(elasticities);
  }

  /** Returns the question whether a driver is above {@code level} at the end. */
  static Question ends(String driver, double level, Question.Given... given) {
    return Question.of("driver." + driver, Question.Band.above(level))
        .withWindow(Question.Window.at(START.plusMonths(YEAR)))
        .withGiven(List.of(given));
  }

  /** Returns the question in how many months a driver is above {@code level}. */
  static Question months(String driver, double level, Question.Given... given) {
    return Question.of("driver." + driver, Question.Band.above(level))
        .withTest(new Question.Test.CountMonths())
        .withGiven(List.of(given));
  }
}
