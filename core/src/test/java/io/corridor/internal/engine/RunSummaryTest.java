package io.corridor.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.corridor.internal.block.Block;
import io.corridor.internal.plan.Plan;
import io.corridor.internal.plan.PlanCompiler;
import io.corridor.model.RandomScenarios;
import io.corridor.run.Progress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Stretches of a run come to the same as the run. */
class RunSummaryTest {
  private static final long PATHS = 7 * Block.PATHS + 100;

  @ParameterizedTest
  @ValueSource(longs = {3, 17, 29})
  void stretchesMergeToTheWholeInAnyOrder(long seed) {
    Plan plan = PlanCompiler.compile(RandomScenarios.small(seed), seed);
    byte[] whole = Engine.run(plan, PATHS, 1, Progress.NONE).toBytes();
    RunSummary last = stretch(plan, 5, PATHS - 5 * Block.PATHS, 2);
    RunSummary first = stretch(plan, 0, 2 * Block.PATHS, 1);
    RunSummary middle = stretch(plan, 2, 3 * Block.PATHS, 2);
    RunSummary merged = RunSummary.of(plan);
    merged.merge(RunSummary.fromBytes(plan, last.toBytes()));
    merged.merge(first);
    merged.merge(RunSummary.fromBytes(plan, middle.toBytes()));
    assertThat(merged.toBytes()).isEqualTo(whole);
  }

  private static RunSummary stretch(Plan plan, long block, long paths, int threads) {
    return Engine.run(plan, block * Block.PATHS, paths, threads, Progress.NONE);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 5, 9, 200})
  void damageIsNoticed(int place) {
    Plan plan = PlanCompiler.compile(RandomScenarios.small(3), 3);
    byte[] bytes = stretch(plan, 0, Block.PATHS, 1).toBytes();
    bytes[place] ^= 16;
    assertThatThrownBy(() -> RunSummary.fromBytes(plan, bytes))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("damaged");
  }
}
