package io.corridor.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.internal.block.Block;
import io.corridor.internal.plan.Drawn;
import io.corridor.internal.plan.Plan;
import io.corridor.internal.plan.PlanCompiler;
import io.corridor.internal.plan.Wanted;
import io.corridor.internal.question.Tally;
import io.corridor.model.RandomScenarios;
import io.corridor.model.Scenario;
import io.corridor.projection.Answer;
import io.corridor.projection.Projection;
import io.corridor.reference.Invariants;
import io.corridor.simulation.Settings;
import io.corridor.simulation.Simulator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What must hold whatever the scenario, on scenarios made at random. */
class EnginePropertiesTest {

  /** Full blocks and one that is not. */
  private static final int PATHS = 2 * Block.PATHS + 300;

  static LongStream many() {
    return LongStream.range(1_000, 1_300);
  }

  static LongStream some() {
    return LongStream.range(2_000, 2_040);
  }

  static LongStream few() {
    return LongStream.range(3_000, 3_016);
  }

  /** The energy identity, shares in [0, 1], nothing negative, NaN or infinite. */
  @ParameterizedTest(name = "random scenario {0}")
  @MethodSource("many")
  void everyPathKeepsTheInvariants(long seed) {
    Scenario scenario = Paths.reportingAll(RandomScenarios.of(seed));
    Paths paths = Paths.of(scenario, seed, 0, 24);
    for (int p = 0; p < 24; p++) {
      assertThat(Invariants.violations(scenario, paths.of(p))).as("path %d", p).isEmpty();
    }
  }

  @ParameterizedTest(name = "random scenario {0}")
  @MethodSource("few")
  void theNumberOfThreadsChangesNothing(long seed) {
    Scenario scenario = Paths.reportingAll(RandomScenarios.of(seed));
    Settings settings = Settings.of(scenario).withPaths(PATHS).withSeed(seed);
    Projection one = Simulator.run(scenario, settings.withThreads(1));
    for (int threads : new int[] {2, 3, 8}) {
      Identical.runs(Simulator.run(scenario, settings.withThreads(threads)), one);
    }
  }

  @ParameterizedTest(name = "random scenario {0}")
  @MethodSource("some")
  void aRunIsTheBeginningOfALongerOne(long seed) {
    Scenario scenario = Paths.reportingAll(RandomScenarios.of(seed));
    int n = Block.PATHS + 76;
    Paths once = Paths.of(scenario, seed, 0, n);
    Paths twice = Paths.of(scenario, seed, 0, 2 * n);
    Identical.paths(once, twice, n, once.metrics());
    // A path may also be asked for alone.
    Paths alone = Paths.of(scenario, seed, n - 1, 1);
    for (String metric : alone.metrics()) {
      assertThat(alone.of(metric, 0)).as(metric).containsExactly(twice.of(metric, n - 1));
    }
  }

  @ParameterizedTest(name = "random scenario {0}")
  @MethodSource("few")
  void talliesMergeInAnyGrouping(long seed) {
    Scenario scenario = RandomScenarios.of(seed);
    Plan plan = PlanCompiler.compile(scenario, Drawn.of(seed), Wanted.REPORTED);
    Tally forwards = Tally.of(plan.inquiries(), plan.months());
    Tally backwards = Tally.of(plan.inquiries(), plan.months());
    Tally pairs = Tally.of(plan.inquiries(), plan.months());
    int[] sizes = {100, 1, 733, 1024, 5, 64};
    List<Tally> parts = new ArrayList<>();
    long first = 0;
    for (int size : sizes) {
      parts.add(tally(plan, first, size));
      first += size;
    }
    for (int i = 0; i < sizes.length; i++) {
      forwards.merge(parts.get(i));
      backwards.merge(parts.get(sizes.length - 1 - i));
    }
    for (int i = 0; i < sizes.length; i += 2) {
      parts.get(i + 1).merge(parts.get(i));
      pairs.merge(parts.get(i + 1));
    }
    Map<String, Answer> whole =
        Simulator.run(scenario, Settings.of(scenario).withPaths(first).withSeed(seed)).answers();
    int question = 0;
    for (Answer expected : whole.values()) {
      for (Tally tally : List.of(forwards, backwards, pairs)) {
        assertThat(tally.answer(question, scenario.start(), scenario.output().percentiles()))
            .isEqualTo(expected);
      }
      question++;
    }
  }

  private static Tally tally(Plan plan, long first, int size) {
    Tally tally = Tally.of(plan.inquiries(), plan.months());
    Block block = plan.newBlock();
    block.start(first, size);
    plan.open(block);
    for (int t = 0; t < plan.months(); t++) {
      plan.advance(block, t);
    }
    tally.add(block);
    return tally;
  }

  @ParameterizedTest(name = "random scenario {0}")
  @MethodSource("few")
  void aMetricIsTheSameReportedAloneOrAmongAll(long seed) {
    Scenario scenario = Paths.reportingAll(Betas.replaced(RandomScenarios.of(seed)));
    Settings settings = Settings.of(scenario).withPaths(Block.PATHS + 200).withSeed(seed);
    Projection all = Simulator.run(scenario, settings);
    List<String> metrics = List.copyOf(all.series().keySet());
    for (int i = (int) (seed % 4); i < metrics.size(); i += 4) {
      Projection alone = Simulator.run(Paths.reporting(scenario, metrics.get(i)), settings);
      Identical.series(alone, all, Set.of(metrics.get(i)));
      assertThat(alone.answers()).isEqualTo(all.answers());
    }
  }

  /** Blocks that a thread has used before leave nothing behind. */
  @ParameterizedTest(name = "random scenario {0}")
  @MethodSource("few")
  void aRunLeavesNothingBehind(long seed) {
    Scenario scenario = Paths.reportingAll(RandomScenarios.of(seed));
    Plan plan = PlanCompiler.compile(scenario, Drawn.of(seed), Wanted.REPORTED);
    Projection.Timing timing = new Projection.Timing(1, 1, 1);
    Projection first = PlanRuns.of(plan, PATHS, 1).projection(timing);
    Projection second = PlanRuns.of(plan, PATHS, 1).projection(timing);
    Identical.runs(second, first);
  }
}
