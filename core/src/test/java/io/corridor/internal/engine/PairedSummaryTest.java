package io.corridor.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.corridor.internal.block.Block;
import io.corridor.internal.plan.Plan;
import io.corridor.internal.plan.PlanCompiler;
import io.corridor.model.RandomScenarios;
import io.corridor.model.Scenario;
import io.corridor.model.Value;
import io.corridor.run.Progress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Stretches of a comparison come to the same as all of it. */
class PairedSummaryTest {
  private static final long PATHS = 7 * Block.PATHS + 100;

  private final Plan base;
  private final List<Plan> variants;

  PairedSummaryTest() {
    Scenario scenario = RandomScenarios.small(17);
    base = PlanCompiler.compile(scenario, 5);
    Scenario.Builder growing = scenario.toBuilder();
    scenario.flows().forEach((id, flow) -> growing.flow(id, flow.withGrowth(Value.of(0.2))));
    variants = List.of(PlanCompiler.compile(growing.build(), 5), base);
  }

  @Test
  void stretchesMergeToTheWholeInAnyOrder() {
    byte[] whole = Engine.compare(base, variants, 0, PATHS, 1, Progress.NONE).toBytes();
    PairedSummary merged = PairedSummary.of(base, variants);
    merged.add(stretch(5, PATHS - 5 * Block.PATHS, 2));
    merged.add(stretch(0, 2 * Block.PATHS, 1));
    merged.add(stretch(2, 3 * Block.PATHS, 2));
    assertThat(merged.toBytes()).isEqualTo(whole);
  }

  @Test
  void nothingIsAddedTwice() {
    PairedSummary summary = PairedSummary.of(base, variants);
    summary.add(stretch(0, Block.PATHS, 1));
    assertThatThrownBy(() -> summary.add(stretch(0, Block.PATHS, 1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("block 0 is in the summary already");
  }

  @Test
  void othersAreRefused() {
    byte[] bytes = stretch(0, Block.PATHS, 1);
    assertThatThrownBy(() -> PairedSummary.of(base, List.of(base)).add(bytes))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("of 5 parts, not of 3");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 5, 9, 200, 10_000})
  void damageIsNoticed(int place) {
    byte[] bytes = stretch(0, Block.PATHS, 1);
    bytes[place] ^= 16;
    assertThatThrownBy(() -> PairedSummary.of(base, variants).add(bytes))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("damaged");
  }

  private byte[] stretch(long block, long paths, int threads) {
    return Engine.compare(base, variants, block * Block.PATHS, paths, threads, Progress.NONE)
        .toBytes();
  }
}
