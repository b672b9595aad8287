package io.corridor.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.evidence.forecast.Scoring;
import io.corridor.evidence.forecast.Scoring.Actuals;
import io.corridor.evidence.series.Period;
import io.corridor.model.Metrics;
import io.corridor.model.Question;
import io.corridor.model.Scenario;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What came of shipped scenarios: the answers follow from the figures beside them. */
class ShippedActualsTest {

  @ParameterizedTest
  @CsvSource({
    "spain-algeria-gas-2021, america-first, 7",
    "us-china-tariffs-2018, trade-below-600bn, 4",
    "us-china-world-2018, trade-below-600bn, 1",
    "us-mexico-tariffs-2019, mexico-first-2019, 5",
    "us-venezuela-oil-2023, imports-300, 8"
  })
  void answersFollowFromTheFigures(String name, String one, int count) {
    Scenario scenario = ShippedScenarios.read(name).scenario();
    Actuals actuals = ForecastTables.readShippedActuals(name, Metrics.of(scenario)).orElseThrow();
    assertThat(Scoring.of(scenario, actuals)).isNotNull();
    List<String> shown =
        actuals.questions().keySet().stream()
            .filter(id -> actuals.metrics().containsKey(question(scenario, id).metric()))
            .toList();
    assertThat(shown).contains(one).hasSize(count);
    for (String id : shown) {
      assertThat(actuals.questions().get(id))
          .as(id)
          .isEqualTo(Map.of(Optional.<Period>empty(), holds(scenario, id, actuals)));
    }
  }

  @Test
  void othersHaveNone() {
    Scenario scenario = ShippedScenarios.read("yardstick").scenario();
    assertThat(ForecastTables.readShippedActuals("yardstick", Metrics.of(scenario))).isEmpty();
  }

  private static Question question(Scenario scenario, String id) {
    return Objects.requireNonNull(scenario.questions().get(id), id);
  }

  /** Whether the condition held for as many months running as are asked for, month by month. */
  private static boolean holds(Scenario scenario, String id, Actuals actuals) {
    Question question = question(scenario, id);
    Map<Period, Double> values = Objects.requireNonNull(actuals.metrics().get(question.metric()));
    YearMonth first = question.window().from().orElse(scenario.start());
    YearMonth last = question.window().to().orElse(scenario.lastMonth());
    int needed = question.test() instanceof Question.Test.Run run ? run.months() : 1;
    int running = 0;
    boolean came = false;
    for (YearMonth month = scenario.start(); !month.isAfter(last); month = month.plusMonths(1)) {
      double value = Objects.requireNonNull(values.get(new Period(1, month)), month.toString());
      running = question.band().holds(value) ? running + 1 : 0;
      came |= running >= needed && !month.isBefore(first);
    }
    return came;
  }
}
