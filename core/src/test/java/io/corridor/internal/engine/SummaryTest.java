package io.corridor.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.corridor.internal.block.Block;
import io.corridor.internal.plan.Drawn;
import io.corridor.internal.plan.Plan;
import io.corridor.internal.plan.PlanCompiler;
import io.corridor.internal.plan.Wanted;
import io.corridor.model.Output;
import io.corridor.model.RandomScenarios;
import io.corridor.model.Scenario;
import io.corridor.model.Value;
import io.corridor.run.Progress;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Stretches of runs and comparisons come to the same as all of it. */
class SummaryTest {
  private static final long PATHS = 7 * Block.PATHS + 100;

  private static Summary run(long seed) {
    return Summary.of(
        PlanCompiler.compile(RandomScenarios.small(seed), Drawn.of(seed), Wanted.REPORTED),
        List.of());
  }

  /** Returns a scenario with flows, all metrics reported: so one that grows differs in some. */
  private static Scenario trading() {
    return LongStream.iterate(13, seed -> seed + 1)
        .mapToObj(RandomScenarios::small)
        .filter(scenario -> !scenario.flows().isEmpty() && scenario.months() > 1)
        .map(scenario -> scenario.toBuilder().output(Output.ALL).build())
        .findFirst()
        .orElseThrow();
  }

  private static Summary comparison() {
    Scenario scenario = trading();
    Plan base = PlanCompiler.compile(scenario, Drawn.of(5), Wanted.REPORTED);
    Scenario.Builder growing = scenario.toBuilder();
    scenario.flows().forEach((id, flow) -> growing.flow(id, flow.withGrowth(Value.of(0.2))));
    return Summary.of(
        base, List.of(PlanCompiler.compile(growing.build(), Drawn.of(5), Wanted.REPORTED), base));
  }

  private static Summary stretch(Summary of, long block, long paths, int threads) {
    Summary stretch = of.anew();
    stretch.simulate(block * Block.PATHS, paths, threads, Progress.NONE);
    return stretch;
  }

  @ParameterizedTest
  @ValueSource(longs = {3, 17, 29})
  void stretchesOfARunMergeToTheWholeInAnyOrder(long seed) {
    mergeToTheWhole(run(seed));
  }

  @Test
  void stretchesOfAComparisonMergeToTheWholeInAnyOrder() {
    mergeToTheWhole(comparison());
  }

  private static void mergeToTheWhole(Summary none) {
    byte[] whole = stretch(none, 0, PATHS, 1).toBytes();
    Summary merged = none.anew();
    merged.merge(none.fromBytes(stretch(none, 5, PATHS - 5 * Block.PATHS, 2).toBytes()));
    merged.merge(stretch(none, 0, 2 * Block.PATHS, 1));
    merged.merge(none.fromBytes(stretch(none, 2, 3 * Block.PATHS, 2).toBytes()));
    assertThat(merged.toBytes()).isEqualTo(whole);
  }

  @Test
  void nothingIsAddedTwice() {
    Summary summary = stretch(comparison(), 0, Block.PATHS, 1);
    Summary again = stretch(summary, 0, Block.PATHS, 1);
    assertThatThrownBy(() -> summary.merge(again))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("block 0 is in the summary already");
  }

  @Test
  void othersAreRefused() {
    Summary three = comparison();
    Summary two = Summary.of(three.plans().get(0), List.of(three.plans().get(2)));
    byte[] bytes = stretch(three, 0, Block.PATHS, 1).toBytes();
    assertThatThrownBy(() -> two.fromBytes(bytes))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a summary of other metrics, months or replications");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 5, 9, 200, 10_000})
  void damageIsNoticed(int place) {
    Summary none = comparison();
    byte[] bytes = stretch(none, 0, Block.PATHS, 1).toBytes();
    bytes[place] ^= 16;
    assertThatThrownBy(() -> none.fromBytes(bytes))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("damaged");
  }
}
