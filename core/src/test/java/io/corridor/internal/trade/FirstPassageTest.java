package io.corridor.internal.trade;

import static io.corridor.internal.engine.Corridors.flow;
import static io.corridor.internal.engine.Corridors.from;
import static io.corridor.internal.engine.Corridors.gbm;

import io.corridor.internal.engine.Paths;
import io.corridor.internal.engine.Significance;
import io.corridor.model.Question;
import io.corridor.model.Scenario;
import io.corridor.model.Value;
import io.corridor.projection.Projection;
import io.corridor.simulation.Settings;
import io.corridor.simulation.Simulator;
import java.time.YearMonth;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * First passage of a flow that follows geometric Brownian motion through a barrier, watched once a
 * month. The probabilities were computed by integrating the density of the motion that has not
 * passed from month to month (continuous watching would give 0.41 rather than 0.33 in the first
 * case); the probability beyond the barrier at the end is the normal distribution's.
 */
class FirstPassageTest {
  private static final long PATHS = 100_000;
  private static final long SEED = 20_260_905;

  @ParameterizedTest(name = "{0} to {1}, drift {2}, volatility {3}, {4} years")
  @CsvSource({
    "100, 120, 0.05, 0.2, 1, 0.333219640750, 0.223147063840755",
    "100, 120, 0.05, 0.2, 5, 0.727762112261, 0.471192246848939",
    "100, 150, 0.08, 0.25, 5, 0.576285357020, 0.386181729309469",
    "100, 80, 0.03, 0.3, 2, 0.544903872821, 0.324466956570756",
    "100, 70, -0.02, 0.35, 3, 0.630377111544, 0.426113439100864",
    "33.3, 100, 0.17, 0.12, 10, 0.932741003927, 0.918102761751032",
    "68.7, 100, 0.06, 0.15, 7, 0.616373525261, 0.465692351549662"
  })
  void probabilityOfReachingABarrier(
      double start,
      double barrier,
      double drift,
      double volatility,
      int years,
      double passes,
      double beyond) {
    YearMonth end = YearMonth.of(2020, 1).plusYears(years);
    Question.Band band =
        barrier > start ? Question.Band.atLeast(barrier) : Question.Band.atMost(barrier);
    Scenario scenario =
        from("2020-01", 12 * years + 1)
            .driver("x", gbm(1, drift, volatility))
            .flow("goods", flow(12 * start, Map.of("x", Value.ONE)))
            .question("passes", ask(band, Question.Window.ALL))
            .question("beyond", ask(band, Question.Window.at(end)))
            .build();
    Projection projection =
        Simulator.run(
            Paths.reporting(scenario, "flow.goods"),
            Settings.of(scenario).withPaths(PATHS).withSeed(SEED));
    Significance.share("passes", projection.probability("passes").hits(), PATHS, passes);
    Significance.share("beyond", projection.probability("beyond").hits(), PATHS, beyond);
  }

  private static Question ask(Question.Band band, Question.Window window) {
    return Question.of("flow.goods", band).withWindow(window);
  }
}
