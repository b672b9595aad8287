package io.corridor.internal.engine;

import static io.corridor.internal.engine.Corridors.flow;
import static io.corridor.internal.engine.Corridors.from;
import static io.corridor.internal.engine.Corridors.gbm;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.corridor.internal.plan.Drawn;
import io.corridor.internal.plan.Plan;
import io.corridor.internal.plan.PlanCompiler;
import io.corridor.internal.plan.Wanted;
import io.corridor.model.Precision;
import io.corridor.model.Question;
import io.corridor.model.Scenario;
import io.corridor.model.Value;
import io.corridor.projection.Answer;
import io.corridor.projection.Projection;
import io.corridor.projection.Reached;
import io.corridor.run.Checkpoints;
import io.corridor.run.Progress;
import io.corridor.simulation.Settings;
import io.corridor.simulation.Simulator;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Runs for a precision end where they should, and say how precise they are. */
class PrecisionGoalTest {
  private static final long FIRST = 16_384;

  /** {@code up} comes true on about half of the paths, {@code never} on none. */
  private static final Scenario SCENARIO =
      from("2020-01", 13)
          .driver("x", gbm(1, 0, 0.2))
          .flow("goods", flow(1200, Map.of("x", Value.ONE)))
          .question("up", ask(98, Question.Test.ANY_MONTH))
          .question("never", ask(1e9, Question.Test.ANY_MONTH))
          .build();

  private static final Scenario WITH_COUNT =
      SCENARIO.toBuilder().question("months", ask(98, new Question.Test.CountMonths())).build();

  private static final Scenario UNANSWERABLE =
      SCENARIO.toBuilder()
          .question(
              "after-never",
              ask(98, Question.Test.ANY_MONTH, List.of(new Question.Given("never", true))))
          .build();

  private static Question ask(double least, Question.Test test) {
    return ask(least, test, List.of());
  }

  private static Question ask(double least, Question.Test test, List<Question.Given> given) {
    return new Question(
        "total",
        Question.Band.atLeast(least),
        Question.Window.at(YearMonth.of(2021, 1)),
        test,
        Optional.empty(),
        given);
  }

  private static Projection run(Scenario scenario, Precision precision, int threads) {
    return Simulator.run(
        scenario, Settings.of(scenario).withSeed(5).withThreads(threads).withPrecision(precision));
  }

  @Test
  void mayEndAtFourNumbersOfBlocksForEachPowerOfTwoAndAtTheMost() {
    Precision precision = Precision.of(0.01).withMaxPaths(100_000);
    PrecisionGoal goal =
        PrecisionGoal.of(PlanCompiler.compile(SCENARIO, Drawn.of(1), Wanted.REPORTED), precision);
    List<Long> ends =
        LongStream.iterate(goal.next(0), end -> goal.next(end + 1)).limit(14).boxed().toList();
    assertThat(ends.subList(0, 12))
        .containsExactly(
            16L * 1024,
            20L * 1024,
            24L * 1024,
            28L * 1024,
            32L * 1024,
            40L * 1024,
            48L * 1024,
            56L * 1024,
            64L * 1024,
            80L * 1024,
            96L * 1024,
            100_000L);
    assertThat(ends).endsWith(100_000L, 100_000L);
    assertThat(goal.next(FIRST)).isEqualTo(FIRST);
    assertThat(goal.next(FIRST + 1)).isEqualTo(20L * 1024);
  }

  @Test
  void endsAtTheFirstNumberOfPathsThatIsEnough() {
    Projection run = run(SCENARIO, Precision.of(0.006), 1);
    assertThat(run.paths()).isEqualTo(28L * 1024);
    Reached reached = run.reached().orElseThrow();
    assertThat(reached.isEnough()).isTrue();
    Answer.Interval interval = run.probability("up").interval95().orElseThrow();
    assertThat(reached.widest())
        .isEqualTo((interval.high() - interval.low()) / 2)
        .isLessThan(0.006);
    assertThat(reached.questions().get("never")).isLessThan(1e-4);
    Projection shorter =
        Simulator.run(SCENARIO, Settings.of(SCENARIO).withSeed(5).withPaths(24L * 1024));
    Answer.Interval before = shorter.probability("up").interval95().orElseThrow();
    assertThat((before.high() - before.low()) / 2).isGreaterThan(0.006);
  }

  @Test
  void isTheRunOfSoManyPathsOnAnyNumberOfThreads() {
    Projection one = run(SCENARIO, Precision.of(0.006), 1);
    Projection three = run(SCENARIO, Precision.of(0.006), 3);
    Identical.runs(three, one);
    assertThat(three.reached()).isEqualTo(one.reached());
    Identical.runs(
        Simulator.run(SCENARIO, Settings.of(SCENARIO).withSeed(5).withPaths(one.paths())), one);
  }

  @Test
  void aQuestionThatNoPathAnswersRunsToTheMostPathsAndIsNamed() {
    Projection run = run(UNANSWERABLE, Precision.of(0.02).withMaxPaths(20_000), 1);
    assertThat(run.paths()).isEqualTo(20_000);
    Reached reached = run.reached().orElseThrow();
    assertThat(reached.isEnough()).isFalse();
    assertThat(reached.shortQuestions()).containsOnlyKeys("after-never");
    assertThat(reached.widest()).isInfinite();
  }

  @Test
  void namedMetricsHaveTheirRelativeErrorInTheWorstMonth() {
    Precision precision = Precision.of(0.05).withMetrics(List.of("total"));
    Projection run = run(SCENARIO, precision, 1);
    assertThat(run.paths()).isEqualTo(FIRST);
    double last = run.series("total").standardError(12) / run.series("total").mean(12);
    assertThat(run.reached().orElseThrow().metrics()).containsExactly(Map.entry("total", last));
    assertThat(last).isCloseTo(0.2 / Math.sqrt(FIRST), within(1e-4));
  }

  @Test
  void whereThereIsNothingToBePreciseAboutItSaysSo() {
    Scenario silent = from("2020-01", 3).build();
    assertThatThrownBy(() -> run(silent, Precision.of(0.01), 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no question is asked, and no metric named");
    assertThatThrownBy(() -> run(silent, Precision.of(0.01).withMetrics(List.of("totl")), 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'totl', which is not reported");
  }

  @Test
  void countsAreMeasuredByTheirMeanOrByAMonth() {
    Reached reached = run(WITH_COUNT, Precision.of(0.02), 1).reached().orElseThrow();
    Answer.Count count = run(WITH_COUNT, Precision.of(0.02), 1).count("months");
    assertThat(count.mean()).isBetween(0.4, 0.6);
    assertThat(reached.questions().get("months"))
        .isCloseTo(1.959964 * count.standardError().orElseThrow(), within(1e-8));
    assertThat(PrecisionGoal.halfWidth(new Answer.Count(10_000, 8, 4, List.of())))
        .isCloseTo(1.959964 * 0.04 / 8, within(1e-8));
    assertThat(PrecisionGoal.halfWidth(new Answer.Count(999, 8, 0, List.of()))).isInfinite();
  }

  @Test
  void aRunThatIsCutGoesOnToTheSameEnd() {
    Plan plan = PlanCompiler.compile(SCENARIO, Drawn.of(5), Wanted.REPORTED);
    PrecisionGoal goal = PrecisionGoal.of(plan, Precision.of(0.004));
    byte[] whole =
        PlanRuns.stretches(plan, goal, 1, Progress.NONE, Checkpoints.NONE).run().toBytes();
    SavedInMemory saved = new SavedInMemory();
    assertThat(PlanRuns.stretches(plan, goal, 1, Progress.NONE, saved).run().toBytes())
        .isEqualTo(whole);
    for (int saves = 0; saves < saved.history.size(); saves++) {
      SavedInMemory cut = new SavedInMemory();
      saved.history.subList(0, saves).forEach(cut::save);
      assertThat(PlanRuns.stretches(plan, goal, 1, Progress.NONE, cut).run().toBytes())
          .isEqualTo(whole);
    }
  }
}
