package io.corridor.internal.engine;

import static io.corridor.internal.engine.Corridors.flow;
import static io.corridor.internal.engine.Corridors.from;
import static io.corridor.internal.engine.Corridors.gbm;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.corridor.internal.plan.Drawn;
import io.corridor.internal.plan.Plan;
import io.corridor.internal.plan.PlanCompiler;
import io.corridor.internal.plan.Wanted;
import io.corridor.model.Output;
import io.corridor.model.RandomScenarios;
import io.corridor.model.Value;
import io.corridor.run.CancelledException;
import io.corridor.run.Checkpoints;
import io.corridor.run.Checkpoints.Stretch;
import io.corridor.run.Progress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs that are cut short and gone on with come to the same as those that are not, bit for bit. */
class StretchesTest {
  /** Full blocks, if it is an even number of these. */
  private static final long K = 1024;

  private static final long PATHS = 330 * K + 17;

  private static final Plan PLAN =
      PlanCompiler.compile(
          from("2020-01", 3)
              .driver("x", gbm(1, 0.02, 0.2))
              .flow("goods", flow(1200, Map.of("x", Value.ONE)))
              .output(new Output(List.of(5.0, 50.0), Optional.of(List.of("total", "flow.goods"))))
              .build(),
          Drawn.of(3),
          Wanted.REPORTED);

  private final byte[] whole = PlanRuns.of(PLAN, PATHS, 1).toBytes();

  private static Stretches stretches(long paths, Checkpoints checkpoints) {
    return stretches(paths, Progress.NONE, checkpoints);
  }

  private static Stretches stretches(long paths, Progress progress, Checkpoints checkpoints) {
    return PlanRuns.stretches(PLAN, Goal.of(paths), 2, progress, checkpoints);
  }

  @Test
  void savingChangesNothingAndLeavesOneStretchOfFullBlocks() {
    SavedInMemory saved = new SavedInMemory();
    assertThat(stretches(PATHS, saved).run().toBytes()).isEqualTo(whole);
    assertThat(saved.history).hasSizeGreaterThan(20);
    assertThat(saved.held).hasSize(1);
    assertThat(saved.held.get(0).firstPath()).isZero();
    assertThat(saved.held.get(0).paths()).isEqualTo(330 * K);
  }

  @Test
  void neverHoldsManyStretches() {
    SavedInMemory saved =
        new SavedInMemory() {
          @Override
          public void save(Stretch stretch) {
            super.save(stretch);
            assertThat(held).hasSizeLessThanOrEqualTo(17);
          }
        };
    stretches(PATHS, saved).run();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 5, 16, 17, 20})
  void goesOnFromWhereverItWasCut(int saves) {
    SavedInMemory first = new SavedInMemory();
    stretches(PATHS, first).run();
    SavedInMemory cut = new SavedInMemory();
    first.history.subList(0, saves).forEach(cut::save);
    long there = cut.held.stream().mapToLong(Stretch::paths).sum();
    Stretches rest = stretches(PATHS, cut);
    assertThat(rest.run().toBytes()).isEqualTo(whole);
    assertThat(rest.simulatedPaths()).isEqualTo(PATHS - there);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void stretchesThatAreMissingAreSimulatedAgain(long seed) {
    SavedInMemory first = new SavedInMemory();
    stretches(PATHS, first).run();
    SavedInMemory cut = new SavedInMemory();
    first.history.subList(0, 15).forEach(cut::save);
    Random random = new Random(seed);
    cut.held.removeIf(stretch -> random.nextInt(3) == 0);
    assertThat(stretches(PATHS, cut).run().toBytes()).isEqualTo(whole);
    assertThat(cut.held).hasSize(1);
  }

  @Test
  void aFinishedRunCanBeGivenMorePaths() {
    SavedInMemory saved = new SavedInMemory();
    stretches(40 * K + 500, saved).run();
    Stretches more = stretches(PATHS, saved);
    assertThat(more.run().toBytes()).isEqualTo(whole);
    assertThat(more.simulatedPaths()).isEqualTo(PATHS - 40 * K);
  }

  @Test
  void aFinishedRunSimulatesItsLastBlockAgainAndSavesNothing() {
    SavedInMemory saved = new SavedInMemory();
    stretches(PATHS, saved).run();
    saved.history.clear();
    Stretches again = stretches(PATHS, saved);
    assertThat(again.run().toBytes()).isEqualTo(whole);
    assertThat(again.simulatedPaths()).isEqualTo(17);
    assertThat(saved.history).isEmpty();
  }

  @Test
  void pathsAreNotTakenOut() {
    SavedInMemory saved = new SavedInMemory();
    stretches(20 * K, saved).run();
    assertThatThrownBy(() -> stretches(19 * K, saved).run())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("20480 paths were saved, more than the 19456 asked for");
  }

  @Test
  void stretchesOfAnotherPlanAreRefused() {
    SavedInMemory saved = new SavedInMemory();
    Plan other = PlanCompiler.compile(RandomScenarios.small(17), Drawn.of(3), Wanted.REPORTED);
    PlanRuns.stretches(other, Goal.of(20 * K), 1, Progress.NONE, saved).run();
    assertThatThrownBy(() -> stretches(PATHS, saved).run())
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void progressAndCancellationCountAllPathsOfTheRun() {
    SavedInMemory saved = new SavedInMemory();
    Progress limited =
        (done, paths) -> {
          assertThat(paths).isEqualTo(PATHS);
          return done < 50 * K;
        };
    CancelledException cancelled =
        catchThrowableOfType(
            CancelledException.class, () -> stretches(PATHS, limited, saved).run());
    assertThat(cancelled.done()).isBetween(50L * K, 56L * K);
    assertThat(saved.held.stream().mapToLong(Stretch::paths).sum()).isEqualTo(48 * K);
    assertThat(stretches(PATHS, saved).run().toBytes()).isEqualTo(whole);
  }

  @Test
  void whatIsNotDueIsSavedAsOneOnceItIs() {
    SavedInMemory late =
        new SavedInMemory() {
          private int asked;

          @Override
          public boolean isDue(Duration elapsed, Duration left) {
            assertThat(List.of(elapsed, left)).noneMatch(Duration::isNegative);
            return ++asked == 4;
          }
        };
    assertThat(stretches(PATHS, late).run().toBytes()).isEqualTo(whole);
    assertThat(late.history.get(0).firstPath()).isZero();
    assertThat(late.history.get(0).paths()).isEqualTo(64 * K);
    assertThat(late.history.get(1).firstPath()).isEqualTo(64 * K);
  }
}
