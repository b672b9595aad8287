package io.corridor.evidence.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.evidence.series.DataSeries;
import io.corridor.evidence.series.DataSeries.Observation;
import io.corridor.evidence.series.Every;
import io.corridor.evidence.series.Of;
import io.corridor.evidence.series.Period;
import io.corridor.model.Driver;
import io.corridor.model.Question;
import io.corridor.model.Question.Band;
import io.corridor.model.Question.Test.EveryMonth;
import io.corridor.model.Question.Test.Run;
import io.corridor.model.Question.Window;
import io.corridor.model.Regime;
import io.corridor.model.Scenario;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class OriginAndTruthTest {
  private static final YearMonth START = YearMonth.of(2019, 3);

  private static Question asked(Window window, Question.Test test) {
    return new Question("driver.x", Band.above(2), window, test, Optional.empty(), List.of());
  }

  private static Scenario.Builder scenario() {
    return Scenario.builder("x", "A", "B", START, 12)
        .driver("x", Driver.Gbm.of(1, 0, 0.1))
        .regime(
            Regime.of(List.of("a", "b"), "a")
                .withEvent(YearMonth.of(2019, 6), "b", 0.5)
                .withEvent(YearMonth.of(2020, 1), "b", 0.5))
        .question("by", asked(Window.by(YearMonth.of(2019, 8)), Question.Test.ANY_MONTH))
        .question("whole", asked(Window.ALL, new EveryMonth()))
        .question("in", asked(Window.at(YearMonth.of(2019, 5)), new Run(2)))
        .question(
            "given",
            asked(Window.by(YearMonth.of(2019, 8)), Question.Test.ANY_MONTH).withGiven("in", true));
  }

  @Test
  void windowsMoveAlongAndEventsStayWhereTheyAre() {
    Scenario moved = Origin.move(scenario().build(), YearMonth.of(2019, 9), 6);
    assertThat(moved.start()).isEqualTo(YearMonth.of(2019, 9));
    assertThat(moved.months()).isEqualTo(12); // what the question about the whole horizon takes
    assertThat(moved.questions().get("by").window()).isEqualTo(Window.by(YearMonth.of(2020, 2)));
    assertThat(moved.questions().get("in").window()).isEqualTo(Window.at(YearMonth.of(2019, 11)));
    assertThat(moved.regime().orElseThrow().events())
        .extracting(Regime.Event::month)
        .containsExactly(YearMonth.of(2020, 1));
    assertThat(io.corridor.model.ScenarioCheck.check(moved)).isEmpty();
  }

  @Test
  void isKnownWhereEveryCompletionSaysTheSame() {
    assertThat(truth("by", 1, 3)).contains(true); // one month above is enough
    assertThat(truth("by", 1, 1, 1, 1, 1, 1)).contains(false);
    assertThat(truth("by", 1, 1, 1, 1, 1)).isEmpty(); // the last month isn't known
    assertThat(truth("whole", 3, 3, 1)).contains(false);
    assertThat(truth("whole", 3, 3, 3)).isEmpty();
    assertThat(truth("in", 1, 3, 3)).contains(true);
    assertThat(truth("in", 1, 1, 3)).contains(false);
    assertThat(truth("in", 1, Double.NaN, 3)).isEmpty();
    assertThat(truth("in", 1, Double.NaN, 1)).contains(false);
  }

  @Test
  void isAskedOnlyWhereWhatIsGivenCameTrue() {
    assertThat(truth("given", 1, 3, 3)).contains(true);
    assertThat(truth("given", 3, 1, 1, 1, 1, 1)).isEmpty();
  }

  private static Optional<Boolean> truth(String question, double... months) {
    List<Observation> observations = new ArrayList<>();
    for (int i = 0; i < months.length; i++) {
      if (!Double.isNaN(months[i])) {
        observations.add(new Observation(new Period(Every.MONTH, START.plusMonths(i)), months[i]));
      }
    }
    DataSeries series = new DataSeries("x", Every.MONTH, "", Of.MEAN, 0, observations);
    return new Truth(scenario().build(), Map.of("driver.x", series)).of(question);
  }

  @Test
  void figuresAreWhatTheyAreOfTheirMonths() {
    Period year = new Period(Every.YEAR, YearMonth.of(2019, 12));
    assertThat(ForecastTarget.of("flow.goods", "USD/month", year).of()).isEqualTo(Of.SUM);
    assertThat(ForecastTarget.of("energy.gas.imports", "mcm/d", year).of()).isEqualTo(Of.MEAN);
    assertThat(ForecastTarget.of("total.12m", "USD/year", year).of()).isEqualTo(Of.END);
    assertThat(ForecastTarget.of("arrears", "USD", year).of()).isEqualTo(Of.END);
    Period month = new Period(Every.MONTH, START);
    assertThat(ForecastTarget.of("total.12m", "USD/year", month).of()).isEqualTo(Of.END);
    assertThat(ForecastTarget.of("flow.goods", "USD/month", year).unit("USD/month"))
        .isEqualTo("USD");
    assertThat(ForecastTarget.of("driver.x", "USD/bbl", year).unit("USD/bbl")).isEqualTo("USD/bbl");
  }

  /** Days weigh the mean, and sums are sums: by hand, of a driver that doubles each month. */
  @Test
  void pathsAreSummedOrAveragedByTheirDays() {
    Scenario scenario =
        Scenario.builder("x", "A", "B", YearMonth.of(2019, 1), 3)
            .driver(
                "x",
                new Driver.Path(
                    new io.corridor.model.DatedPoints(
                        new TreeMap<>(
                            Map.of(YearMonth.of(2019, 1), 1.0, YearMonth.of(2019, 3), 3.0))),
                    ""))
            .build();
    Period quarter = new Period(Every.QUARTER, YearMonth.of(2019, 3));
    ForecastTarget mean = new ForecastTarget("driver.x", quarter, Of.MEAN);
    ForecastTarget sum = new ForecastTarget("driver.x", quarter, Of.SUM);
    ForecastTarget end = new ForecastTarget("driver.x", quarter, Of.END);
    PathFigures figures =
        PathFigures.of(
            scenario,
            new io.corridor.model.Sample(1, io.corridor.model.Sampling.RANDOM, 2),
            List.of(mean, sum, end),
            List.of(),
            io.corridor.run.Progress.NONE);
    assertThat(figures.figures().get(mean)[1]).isEqualTo((31 + 2 * 28 + 3 * 31) / 90.0);
    assertThat(figures.figures().get(sum)[0]).isEqualTo(6);
    assertThat(figures.figures().get(end)[0]).isEqualTo(3);
  }
}
