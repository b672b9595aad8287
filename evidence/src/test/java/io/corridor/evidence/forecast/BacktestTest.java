package io.corridor.evidence.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.corridor.evidence.fit.FitException;
import io.corridor.evidence.score.Band;
import io.corridor.evidence.score.Widening;
import io.corridor.evidence.series.DataSeries;
import io.corridor.evidence.series.DataSeries.Observation;
import io.corridor.evidence.series.Every;
import io.corridor.evidence.series.Of;
import io.corridor.evidence.series.Period;
import io.corridor.model.Driver;
import io.corridor.model.Flow;
import io.corridor.model.Question;
import io.corridor.model.Scenario;
import io.corridor.run.Progress;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BacktestTest {
  private static final YearMonth FIRST = YearMonth.of(1990, 1);
  private static final double VOLATILITY = 0.3;

  /** Prices of twenty-five years that follow a geometric Brownian motion without drift. */
  private static DataSeries prices(YearMonth until) {
    Random random = new Random(12);
    List<Observation> observations = new ArrayList<>();
    double x = 4;
    for (int t = 0; t < 300; t++) {
      YearMonth month = FIRST.plusMonths(t);
      double value = month.isBefore(until) ? Math.exp(x) : 1e12 + t;
      observations.add(new Observation(new Period(Every.MONTH, month), value));
      double step = VOLATILITY / Math.sqrt(12);
      x += -step * step / 2 + step * random.nextGaussian();
    }
    return new DataSeries("prices", Every.MONTH, "USD/bbl", Of.MEAN, 0, observations);
  }

  private static final DataSeries PRICES = prices(YearMonth.of(3000, 1));

  /** The scenario that knows the law of the prices, but for the width of its bands. */
  private static Backtest.Mover knowing(double width, DataSeries series) {
    return (origin, months) -> {
      double last = series.knownBefore(origin).byPeriod().lastEntry().getValue();
      double step = VOLATILITY * width;
      // One month is drawn to come from the last price to month 0.
      Scenario scenario =
          Scenario.builder("prices", "A", "B", origin, months)
              .driver("oil", Driver.Gbm.of(last, 0, step).withUnit("USD/bbl"))
              .flow("goods", Flow.of("A", "B", 12).withElasticity("oil", 1))
              .question("dear", Question.of("driver.oil", Question.Band.above(last)))
              .buildUnchecked();
      return new Backtest.Moved(Origin.move(scenario, origin, months));
    };
  }

  private static Backtest.Plan plan(DataSeries series, int horizon, int every, int count) {
    List<YearMonth> origins =
        IntStream.range(0, count)
            .mapToObj(i -> YearMonth.of(1993, 1).plusMonths((long) i * every))
            .toList();
    return new Backtest.Plan(origins, List.of(horizon), Map.of("driver.oil", series), true, false);
  }

  /**
   * With month 0 known, horizon 13 is a step of 12 months: the scenario is right but for the month
   * between the last price and month 0, of which it knows nothing.
   */
  @Test
  void whatIsRightByConstructionIsFoundRight() {
    Backtest.Result result =
        new Backtest(plan(PRICES, 13, 6, 40), knowing(1.04, PRICES), 2000, 1).run(Progress.NONE);
    var scores = result.metrics().get(0).horizons().get(13);
    var apart = scores.coverage().get(Band.NINETY).apart().orElseThrow();
    assertThat(apart.n()).isEqualTo(14);
    assertThat(apart.kupiec(0.1).orElseThrow().p()).isGreaterThan(0.05);
    assertThat(scores.best().orElseThrow().skill()).isCloseTo(0, within(0.1));
    assertThat(result.verdict()).startsWith("Can't tell whether the bands for driver.oil hold: ");
  }

  @Test
  void halfTheWidthIsFoundTooNarrow() {
    Backtest.Result result =
        new Backtest(plan(PRICES, 2, 2, 80), knowing(0.4, PRICES), 1000, 1).run(Progress.NONE);
    assertThat(result.verdict()).startsWith("Bands for driver.oil are too narrow");
  }

  @Test
  void whatIsLeftOutAtOriginsThatFollowOneAnotherIsToldOnce() {
    Map<YearMonth, Backtest.Left> origins = new LinkedHashMap<>();
    origins.put(YearMonth.of(2001, 1), new Backtest.Left(Optional.of("none"), Map.of()));
    origins.put(YearMonth.of(2001, 4), left("x", "2 values", "y", "none: at all"));
    origins.put(YearMonth.of(2001, 7), left("x", "5 values", "y", "none: at all"));
    origins.put(YearMonth.of(2001, 10), new Backtest.Left(Optional.empty(), Map.of()));
    origins.put(YearMonth.of(2002, 1), left("x", "5 values"));
    assertThat(
            new Backtest.Result(origins, List.of(), List.of(), Map.of(), Map.of(), Map.of())
                .skipped())
        .containsExactly(
            "2001-01: none",
            "2001-04 to 2001-07 (2), at last: x: 5 values",
            "2001-04 to 2001-07 (2): y: none: at all",
            "2002-01: x: 5 values");
  }

  private static Backtest.Left left(String... some) {
    Map<String, String> reasons = new LinkedHashMap<>();
    for (int i = 0; i < some.length; i += 2) {
      reasons.put(some[i], some[i + 1]);
    }
    return new Backtest.Left(Optional.empty(), reasons);
  }

  /** Whatever is true after the last origin's data, the forecasts are the same. */
  @Test
  void usesNoLaterDatum() {
    DataSeries poisoned = prices(YearMonth.of(2003, 1));
    Backtest.Plan plan = plan(PRICES, 13, 6, 10);
    Backtest.Plan other = plan(poisoned, 13, 6, 10);
    Backtest.Result one = new Backtest(plan, knowing(1, PRICES), 500, 1).run(Progress.NONE);
    Backtest.Result two = new Backtest(other, knowing(1, poisoned), 500, 1).run(Progress.NONE);
    assertThat(two.metrics().get(0).forecasts()).isEqualTo(one.metrics().get(0).forecasts());
    // And with the poison in what happens, only that differs.
    DataSeries after = prices(YearMonth.of(1996, 1));
    Backtest.Result three =
        new Backtest(plan(after, 13, 36, 2), knowing(1, after), 500, 1).run(Progress.NONE);
    Backtest.Result four =
        new Backtest(plan(PRICES, 13, 36, 2), knowing(1, PRICES), 500, 1).run(Progress.NONE);
    assertThat(three.metrics().get(0).forecasts().get(1).p50())
        .isEqualTo(four.metrics().get(0).forecasts().get(1).p50());
    assertThat(three.metrics().get(0).forecasts().get(1).actual()).isGreaterThan(1e11);
  }

  @Test
  void originsWithTooFewDataAreSkippedAndSaid() {
    Backtest.Plan plan =
        new Backtest.Plan(
            List.of(FIRST.plusMonths(3), YearMonth.of(1995, 1), YearMonth.of(2014, 12)),
            List.of(6),
            Map.of("driver.oil", PRICES),
            false,
            false);
    Backtest.Result result = new Backtest(plan, knowing(1, PRICES), 100, 1).run(Progress.NONE);
    assertThat(result.origins().get(FIRST.plusMonths(3)).all().orElseThrow())
        .startsWith("too few data");
    assertThat(result.origins().get(YearMonth.of(1995, 1)).all()).isEmpty();
    assertThat(result.origins().get(YearMonth.of(2014, 12)).all().orElseThrow())
        .startsWith("too few data");
    Backtest.Mover failing =
        (origin, months) -> {
          throw new FitException("prices has 3 observations");
        };
    Backtest.Result none = new Backtest(plan, failing, 100, 1).run(Progress.NONE);
    assertThat(none.origins().get(YearMonth.of(1995, 1)).all())
        .contains("too few data: prices has 3 observations");
    assertThat(none.metrics()).isEmpty();
    assertThat(none.verdict()).isEqualTo("No origin could be scored.");
  }

  @Test
  void everyOriginHasNumbersOfItsOwn() {
    Backtest.Plan one =
        new Backtest.Plan(
            List.of(YearMonth.of(1995, 1)), List.of(6), Map.of("driver.oil", PRICES), false, false);
    Backtest.Plan two =
        new Backtest.Plan(
            List.of(YearMonth.of(1994, 1), YearMonth.of(1995, 1)),
            List.of(6),
            Map.of("driver.oil", PRICES),
            false,
            false);
    Backtest.Result alone = new Backtest(one, knowing(1, PRICES), 100, 1).run(Progress.NONE);
    Backtest.Result second = new Backtest(two, knowing(1, PRICES), 100, 1).run(Progress.NONE);
    assertThat(second.metrics().get(0).forecasts().get(1))
        .isEqualTo(alone.metrics().get(0).forecasts().get(0));
  }

  @Test
  void questionsAreScoredWhereTheirTruthIsKnown() {
    Backtest.Result result =
        new Backtest(plan(PRICES, 13, 6, 40), knowing(1, PRICES), 500, 1).run(Progress.NONE);
    QuestionScores dear = result.questions().get(0);
    assertThat(dear.question()).isEqualTo("dear");
    assertThat(dear.scores().n()).isEqualTo(40);
    assertThat(dear.scores().brier()).isBetween(0.0, 0.35);
  }

  /**
   * A flow that goes with the price, of a driver that is too narrow: the flow's own spread is told
   * against paths on which the driver is as wide as it should be, or as its file says.
   */
  @Test
  void whatFollowsDriversIsHeldAgainstWidenedOnes() {
    Backtest.Plan both =
        new Backtest.Plan(
            plan(PRICES, 2, 2, 80).origins(),
            List.of(2),
            Map.of("driver.oil", PRICES, "flow.goods", inFlow(PRICES)),
            false,
            false);
    Backtest.Result result = new Backtest(both, following(), 500, 1).run(Progress.NONE);
    Widening oil = result.widen().get("drivers.oil");
    assertThat(oil.metric()).isEqualTo("driver.oil");
    assertThat(oil.windows()).isEqualTo(80);
    // Windows of two months every two months don't overlap.
    assertThat(oil.effective()).isCloseTo(80, within(1e-9));
    // Two months' steps by one of 0.9: √2/0.9 = 1.57, within three errors of 1.57/√160.
    assertThat(oil.factor()).isCloseTo(1.57, within(0.37));
    // Had the driver stayed as it was, the flow would have missed by as much.
    assertThat(result.widen().get("flows.goods").factor()).isBetween(1.0, 1.1);
    assertThat(result.stated()).containsExactly(Map.entry("flows.goods", 1.3));
    // Scores are of what was forecast, unwidened.
    assertThat(result.verdict()).contains("Bands for flow.goods are too narrow");
  }

  private static DataSeries inFlow(DataSeries prices) {
    List<Observation> observations = new ArrayList<>();
    prices.actual().byPeriod().forEach((p, value) -> observations.add(new Observation(p, value)));
    return new DataSeries("goods", Every.MONTH, "USD", Of.MEAN, 0, observations);
  }

  private static Backtest.Mover following() {
    return new Backtest.Mover() {
      @Override
      public Backtest.Moved at(YearMonth origin, int months) {
        return moved(1, origin, months);
      }

      @Override
      public List<Backtest.Spread> spreads() {
        return List.of(
            new Backtest.Spread("drivers.oil", "driver.oil", Optional.empty(), Set.of()),
            new Backtest.Spread(
                "flows.goods", "flow.goods", Optional.of(1.3), Set.of("drivers.oil")),
            new Backtest.Spread("flows.none", "flow.none", Optional.empty(), Set.of()));
      }

      @Override
      public Backtest.Mover widened(Map<String, Double> factors) {
        assertThat(factors).containsOnlyKeys("drivers.oil");
        return (origin, months) -> moved(factors.get("drivers.oil"), origin, months);
      }

      private Backtest.Moved moved(double factor, YearMonth origin, int months) {
        double last = PRICES.knownBefore(origin).byPeriod().lastEntry().getValue();
        return new Backtest.Moved(
            Scenario.builder("prices", "A", "B", origin, months)
                .driver(
                    "oil", Driver.Gbm.of(last, 0, 0.9 * VOLATILITY * factor).withUnit("USD/bbl"))
                .flow("goods", Flow.of("A", "B", 12 * last).withElasticity("oil", 1))
                .buildUnchecked());
      }
    };
  }
}
