package io.corridor.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.corridor.model.Output;
import io.corridor.model.Question;
import io.corridor.model.RandomScenarios;
import io.corridor.model.Sample;
import io.corridor.model.Sampling;
import io.corridor.model.Scenario;
import io.corridor.projection.Answer;
import io.corridor.projection.Condition;
import io.corridor.projection.Paths;
import io.corridor.projection.Projection;
import io.corridor.run.Progress;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Paths on which something holds, against questions that are asked given it, and against
 * themselves.
 */
class GivenTest {
  private static final int PATHS = 2 * Simulation.BLOCK + 100;
  private static final Projection.Timing TIMING = new Projection.Timing(1, 1, 1);
  private static final String METRIC = "total.12m";

  private final Scenario scenario = scenario();

  /** Asks whether trade is large in the end, and small on the way, in and without dependence. */
  private static Scenario scenario() {
    Scenario plain =
        RandomScenarios.small(29).toBuilder().withoutQuestions().output(Output.ALL).build();
    Projection run = Simulator.run(plain, new Settings(2000, 1, 1, Progress.NONE));
    double middle = run.series(METRIC).percentile(50, plain.months() - 1);
    double low = run.series(METRIC).percentile(25, plain.months() / 2);
    YearMonth end = plain.lastMonth();
    return plain.toBuilder()
        .question(
            "large",
            Question.of(METRIC, Question.Band.atLeast(middle)).withWindow(Question.Window.at(end)))
        .question(
            "small",
            Question.of(METRIC, Question.Band.atMost(low))
                .withWindow(Question.Window.at(plain.month(plain.months() / 2))))
        .question(
            "months",
            Question.of(METRIC, Question.Band.atLeast(middle))
                .withTest(new Question.Test.CountMonths()))
        .question("other", Question.of(METRIC, Question.Band.atLeast(low)))
        .question(
            "large-if-other",
            Question.of(METRIC, Question.Band.atLeast(middle)).withGiven("other", true))
        .build();
  }

  private Projection given(Sample sample, List<Condition> conditions) {
    Simulation simulation = Simulation.given(scenario, sample, conditions);
    simulation.simulate(0, PATHS, Progress.NONE);
    return simulation.results(TIMING).base();
  }

  @ParameterizedTest
  @EnumSource
  void answersAreThoseOfQuestionsAskedGivenIt(Sampling sampling) {
    Sample sample = new Sample(7, sampling, PATHS);
    Scenario.Builder asked = scenario.toBuilder();
    scenario
        .questions()
        .forEach(
            (id, question) ->
                asked.question(
                    id + "-given", question.withGiven("small", false).withGiven("large", true)));
    Projection whole =
        Simulator.run(
            asked.build(), new Settings(PATHS, 7, 1, Progress.NONE).withSampling(sampling));
    Projection given =
        given(
            sample, List.of(Condition.question("small", false), Condition.question("large", true)));

    for (Map.Entry<String, Answer> answer : given.answers().entrySet()) {
      assertThat(answer.getValue()).isEqualTo(whole.answer(answer.getKey() + "-given"));
    }
    assertThat(given.paths())
        .isEqualTo(given.answer("months").paths())
        .isBetween(100L, PATHS - 100L);
  }

  @Test
  void figuresAreThoseOfThePathsAlone() {
    Sample sample = Sample.random(7).withPaths(PATHS);
    int month = scenario.months() / 3;
    List<Double> there = new ArrayList<>();
    Paths all = Replay.of(scenario, sample, List.of(METRIC)).paths(0, PATHS);
    List<Double> sorted = new ArrayList<>();
    for (int p = 0; p < PATHS; p++) {
      sorted.add(all.value(METRIC, month, p));
    }
    sorted.sort(null);
    double low = sorted.get(PATHS / 4);
    double high = sorted.get(PATHS / 2);
    int end = scenario.months() - 1;
    for (int p = 0; p < PATHS; p++) {
      double value = all.value(METRIC, month, p);
      if (value >= low && value <= high && all.outcome("large", p).value() == 1) {
        there.add(all.value(METRIC, end, p));
      }
    }
    Projection given =
        given(
            sample,
            List.of(
                Condition.metric(METRIC, scenario.month(month), low, high),
                Condition.question("large", true)));

    assertThat(given.paths()).isEqualTo(there.size());
    double mean = there.stream().mapToDouble(value -> value).average().orElseThrow();
    assertThat(given.series(METRIC).mean(end)).isCloseTo(mean, within(1e-9 * Math.abs(mean)));
    double squares = there.stream().mapToDouble(value -> (value - mean) * (value - mean)).sum();
    double sd = Math.sqrt(squares / (there.size() - 1));
    assertThat(given.series(METRIC).sd(end)).isCloseTo(sd, within(1e-7 * sd));
    assertThat(given.series(METRIC).standardError(end))
        .as("of so many paths")
        .isCloseTo(sd / Math.sqrt(there.size()), within(1e-7 * sd));
  }

  @ParameterizedTest
  @EnumSource
  void keptPathsAndThoseOfOthersComeToTheSame(Sampling sampling) {
    Sample sample = new Sample(7, sampling, PATHS);
    List<Condition> conditions = List.of(Condition.question("large", true));
    Simulation.Kept kept = Simulation.keeping(scenario, sample);
    kept.simulate(0, PATHS, Progress.NONE);
    Simulation here = Simulation.given(scenario, sample, conditions);
    Simulation there = here.anew();
    there.simulate(Simulation.BLOCK, PATHS - Simulation.BLOCK, Progress.NONE);
    here.simulate(0, Simulation.BLOCK, Progress.NONE);
    here.add(there.toBytes());

    assertThat(kept.paths()).isEqualTo(PATHS);
    List<String> whole = Bits.of(given(sample, conditions));
    assertThat(Bits.of(kept.given(conditions).results(TIMING).base())).isEqualTo(whole);
    assertThat(Bits.of(here.results(TIMING).base())).isEqualTo(whole);
  }

  @Test
  void whatNamesNothingIsRefused() {
    Sample sample = Sample.random(1);
    for (Condition condition :
        List.of(
            Condition.question("none", true),
            Condition.question("months", true),
            Condition.metric("none", scenario.start(), 0, 1),
            Condition.metric(METRIC, scenario.start().minusMonths(1), 0, 1))) {
      assertThatThrownBy(() -> Simulation.given(scenario, sample, List.of(condition)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(condition.of());
    }
  }
}
