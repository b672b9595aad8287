package io.corridor.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.corridor.internal.block.Block;
import io.corridor.internal.engine.Corridors;
import io.corridor.internal.engine.Identical;
import io.corridor.internal.engine.Paths;
import io.corridor.model.Distribution;
import io.corridor.model.Flow;
import io.corridor.model.InvalidScenarioException;
import io.corridor.model.Output;
import io.corridor.model.RandomScenarios;
import io.corridor.model.Sanction;
import io.corridor.model.Scenario;
import io.corridor.projection.Projection;
import io.corridor.run.CancelledException;
import io.corridor.run.Progress;
import io.corridor.run.SimulationException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How runs report progress, and how they end. */
@Timeout(1200)
class SimulatorTest {
  private static final long PATHS = 10 * Block.PATHS + 17;

  private final Scenario scenario = Paths.reportingAll(RandomScenarios.small(11));
  private final Settings settings = Settings.of(scenario).withPaths(PATHS).withSeed(3);

  @ParameterizedTest(name = "{0} threads")
  @ValueSource(ints = {1, 2, 8, 100})
  void theListenerHearsOfEveryBlockOneCallAtATime(int threads) {
    List<Long> heard = new ArrayList<>();
    AtomicInteger inside = new AtomicInteger();
    Projection projection =
        Simulator.run(
            scenario,
            settings
                .withThreads(threads)
                .withProgress(
                    (done, paths) -> {
                      assertThat(inside.incrementAndGet()).isEqualTo(1);
                      assertThat(paths).isEqualTo(PATHS);
                      heard.add(done);
                      inside.decrementAndGet();
                      return true;
                    }));
    assertThat(heard).hasSize(11).isSorted().doesNotHaveDuplicates();
    assertThat(heard.get(10)).isEqualTo(PATHS);
    Identical.runs(projection, Simulator.run(scenario, settings.withThreads(1)));
    assertThat(projection.timing().threads()).isEqualTo(threads);
  }

  @ParameterizedTest(name = "{0} threads")
  @ValueSource(ints = {1, 2, 8})
  void theListenerEndsARun(int threads) {
    List<Long> heard = Collections.synchronizedList(new ArrayList<>());
    Progress upToThree =
        (done, paths) -> {
          heard.add(done);
          return heard.size() < 3;
        };
    CancelledException cancelled =
        catchThrowableOfType(
            CancelledException.class,
            () ->
                Simulator.run(
                    scenario,
                    settings
                        .withPaths(1_000L * Block.PATHS)
                        .withThreads(threads)
                        .withProgress(upToThree)));
    // Threads that were at work end their block.
    assertThat(cancelled.done()).isBetween(3L * Block.PATHS, (3L + threads - 1) * Block.PATHS);
    assertThat(cancelled)
        .hasMessage("cancelled after %d of %d paths", cancelled.done(), 1_000L * Block.PATHS);
    // A run after it is as if nothing had been.
    Identical.runs(
        Simulator.run(scenario, settings.withThreads(threads)),
        Simulator.run(scenario, settings.withThreads(1)));
  }

  /** Then there is nothing left to end. */
  @ParameterizedTest(name = "{0} threads")
  @ValueSource(ints = {1, 3})
  void aRunEndedAtItsLastBlockIsComplete(int threads) {
    Projection projection =
        Simulator.run(
            scenario, settings.withThreads(threads).withProgress((done, paths) -> done < paths));
    Identical.runs(projection, Simulator.run(scenario, settings.withThreads(1)));
  }

  @ParameterizedTest(name = "{0} threads")
  @ValueSource(ints = {1, 2, 8})
  void aListenerThatFailsEndsTheRunWithItsFailure(int threads) {
    IllegalStateException failure = new IllegalStateException("listener");
    Progress failing =
        (done, paths) -> {
          throw failure;
        };
    assertThatThrownBy(
            () -> Simulator.run(scenario, settings.withThreads(threads).withProgress(failing)))
        .isSameAs(failure);
  }

  @ParameterizedTest(name = "{0} threads")
  @ValueSource(ints = {1, 2, 8})
  void anInterruptedThreadEndsItsRunAndStaysInterrupted(int threads) {
    Thread.currentThread().interrupt();
    Settings endless = settings.withPaths(1_000_000L * Block.PATHS).withThreads(threads);
    assertThatThrownBy(() -> Simulator.run(scenario, endless))
        .isInstanceOf(CancelledException.class);
    assertThat(Thread.interrupted()).isTrue();
  }

  @ParameterizedTest(name = "{0} threads")
  @ValueSource(ints = {1, 2})
  void aRunIsInterruptedFromAnotherThread(int threads) throws InterruptedException {
    CountDownLatch running = new CountDownLatch(1);
    Progress progress =
        (done, paths) -> {
          running.countDown();
          return true;
        };
    Settings endless =
        settings.withPaths(1_000_000L * Block.PATHS).withThreads(threads).withProgress(progress);
    AtomicReference<Throwable> ended = new AtomicReference<>();
    Thread caller =
        new Thread(
            () -> {
              try {
                Simulator.run(scenario, endless);
              } catch (RuntimeException e) {
                ended.set(e);
              }
            });
    caller.setDaemon(true);
    caller.start();
    assertThat(running.await(10, TimeUnit.MINUTES)).isTrue();
    caller.interrupt();
    caller.join();
    assertThat(ended.get()).isInstanceOf(CancelledException.class);
  }

  /** Also while the caller's own thread is the one that is left waiting. */
  @Test
  void noThreadOutlivesItsRun() throws InterruptedException {
    Progress notMuch = (done, paths) -> done < 5L * Block.PATHS;
    assertThatThrownBy(
            () ->
                Simulator.run(
                    scenario,
                    settings.withPaths(1_000L * Block.PATHS).withThreads(4).withProgress(notMuch)))
        .isInstanceOf(CancelledException.class);
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (thread.getName().equals("corridor")) {
        thread.join(50_000);
        assertThat(thread.isAlive()).isFalse();
      }
    }
  }

  @Test
  void aScenarioThatIsNotValidIsNotRun() {
    Scenario empty = Corridors.from("2020-01", 12).horizon(scenario.start(), 0).buildUnchecked();
    assertThatThrownBy(() -> Simulator.run(empty, settings))
        .isInstanceOf(InvalidScenarioException.class)
        .hasMessageContaining("months");
  }

  @Test
  void settingsAreChecked() {
    assertThatThrownBy(() -> settings.withPaths(0)).hasMessage("paths: 0, must be at least 1");
    assertThatThrownBy(() -> settings.withPaths(Long.MAX_VALUE))
        .hasMessage("paths: 9223372036854775807, must be at most 1000000000000");
    assertThatThrownBy(() -> settings.withThreads(0)).hasMessage("threads: 0, must be at least 1");
  }

  @Test
  void withoutSettingsAScenarioRunsAsItStatesItself() {
    Scenario modest = scenario.toBuilder().run(scenario.run().withPaths(300).withSeed(5)).build();
    Projection projection = Simulator.run(modest);
    assertThat(projection.paths()).isEqualTo(300);
    assertThat(projection.seed()).isEqualTo(5);
    Identical.runs(projection, Simulator.run(modest, Settings.of(modest).withThreads(1)));
  }

  @ParameterizedTest(name = "{0} threads")
  @ValueSource(ints = {1, 3})
  void tradeThatWasProhibitedBeforeTheStartMakesNoSense(int threads) {
    Scenario prohibited =
        Corridors.from("2020-01", 12)
            .sanction(
                "ban",
                Sanction.cut(YearMonth.of(2019, 1), 0, "goods")
                    .withCut(new Distribution.Choice(List.of(0.5, 1.0), List.of(1.0, 1.0))))
            .build();
    assertThatThrownBy(() -> Simulator.run(prohibited, settings.withThreads(threads)))
        .isInstanceOf(SimulationException.class)
        .hasMessageContaining("flows.goods")
        .hasMessageContaining("prohibit all of it");
  }

  /** From 1e140 on: of larger values the sum of squares could be infinite. */
  @ParameterizedTest(name = "{0} a year, growth {1}")
  @CsvSource({
    "1e130, 1e9, 2021-04 on path 0 it is 1.482e140",
    "1e300, 0, 2020-01 on path 0 it is 8.333e298",
    "1e130, 1e300, 2020-02 on path 0 it is 8.33"
  })
  void aMetricBeyondAllNumbersMakesNoSense(double annual, double growth, String where) {
    Scenario boundless =
        Corridors.from("2020-01", 24)
            .flow("goods", Flow.of("AAA", "BBB", annual).withGrowth(growth))
            .output(Output.ALL.withMetrics("flow.goods"))
            .build();
    assertThatThrownBy(() -> Simulator.run(boundless, settings.withThreads(1)))
        .isInstanceOf(SimulationException.class)
        .hasMessageStartingWith("flow.goods: in " + where);
  }

  @Test
  void whatIsLargeButNotBeyondAllNumbersHasFiniteMoments() {
    Scenario large =
        Corridors.from("2020-01", 12)
            .flow("goods", Flow.of("AAA", "BBB", 1e139).withElasticity("price", 1))
            .driver("price", Corridors.gbm(1, 0, 0.5))
            .build();
    Projection projection = Simulator.run(large, settings.withThreads(1));
    for (int month = 0; month < 12; month++) {
      assertThat(projection.series("total").mean(month)).isBetween(1e137, 1e139);
      assertThat(projection.series("total").sd(month)).isBetween(0.0, 1e140);
      assertThat(projection.series("total").standardError(month)).isBetween(0.0, 1e140);
    }
  }

  @ParameterizedTest(name = "{0} threads")
  @ValueSource(ints = {1, 3})
  void nobodyIsLeftAtWorkWhenAnInterruptedRunIsOver(int threads) throws Exception {
    ThreadGroup group = new ThreadGroup("run");
    AtomicReference<Object> end = new AtomicReference<>();
    AtomicInteger left = new AtomicInteger();
    Thread caller =
        new Thread(
            group,
            () -> {
              Thread self = Thread.currentThread();
              Progress interrupting =
                  (done, paths) -> {
                    self.interrupt();
                    return true;
                  };
              try {
                Simulator.run(
                    scenario,
                    settings
                        .withPaths(1_000_000L * Block.PATHS)
                        .withThreads(threads)
                        .withProgress(interrupting));
              } catch (CancelledException e) {
                end.set(self.isInterrupted());
              }
              left.set(group.activeCount());
            });
    caller.start();
    caller.join();
    assertThat(end.get()).isEqualTo(true);
    assertThat(left.get()).isEqualTo(1);
  }
}
