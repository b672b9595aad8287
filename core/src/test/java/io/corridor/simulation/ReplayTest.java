package io.corridor.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.corridor.internal.block.Block;
import io.corridor.model.Distribution;
import io.corridor.model.Flow;
import io.corridor.model.Metrics;
import io.corridor.model.Output;
import io.corridor.model.RandomScenarios;
import io.corridor.model.Scenario;
import io.corridor.model.Value;
import io.corridor.projection.Answer;
import io.corridor.projection.Outcome;
import io.corridor.projection.Paths;
import io.corridor.projection.Projection;
import io.corridor.run.CancelledException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReplayTest {
  private static final int PATHS = 40;
  private static final int BLOCK = Block.PATHS;

  static LongStream seeds() {
    return LongStream.range(0, 60);
  }

  private static Scenario scenario(long seed) {
    return RandomScenarios.of(seed).toBuilder().output(Output.ALL).buildUnchecked();
  }

  private static List<String> metrics(Scenario scenario) {
    return List.copyOf(Metrics.of(scenario).keySet());
  }

  @ParameterizedTest(name = "random scenario {0}")
  @MethodSource("seeds")
  void thePathsAreThoseOfTheRun(long seed) {
    Scenario scenario = scenario(seed);
    Settings settings = Settings.of(scenario).withPaths(PATHS).withSeed(seed).withThreads(1);
    Projection run = Simulator.run(scenario, settings);
    Paths paths = Replay.of(scenario, seed, metrics(scenario)).paths(0, PATHS);
    for (String metric : metrics(scenario)) {
      for (int month = 0; month < scenario.months(); month++) {
        double sum = 0;
        double largest = 0;
        for (int path = 0; path < PATHS; path++) {
          sum += paths.value(metric, month, path);
          largest = Math.max(largest, Math.abs(paths.value(metric, month, path)));
        }
        assertThat(run.series(metric).mean(month))
            .as("%s in month %d", metric, month)
            .isCloseTo(sum / PATHS, within(1e-12 * largest));
      }
    }
    run.answers().forEach((id, answer) -> assertAnswered(id, answer, paths));
  }

  private static void assertAnswered(String id, Answer answer, Paths paths) {
    List<Outcome> counted =
        IntStream.range(0, PATHS)
            .mapToObj(path -> paths.outcome(id, path))
            .filter(Outcome::counts)
            .toList();
    assertThat(answer.paths()).as(id).isEqualTo(counted.size());
    long sum = counted.stream().mapToLong(Outcome::value).sum();
    if (answer instanceof Answer.Count count) {
      assertThat(counted.isEmpty() ? 0 : count.mean() * counted.size())
          .as(id)
          .isCloseTo(sum, within(1e-9));
    } else if (answer instanceof Answer.Probability probability) {
      assertThat(probability.hits()).as(id).isEqualTo(sum);
      for (int month = 0; month < probability.hitsByMonth().size(); month++) {
        int now = month;
        assertThat(probability.hitsByMonth().get(month))
            .as("%s in month %d", id, month)
            .isEqualTo(counted.stream().filter(o -> o.firstMonth().orElse(-1) == now).count());
      }
    }
  }

  @Test
  void aPathIsTheSameWhereverItIsAskedFor() {
    Scenario scenario = scenario(7);
    Replay all = Replay.of(scenario, 7, metrics(scenario));
    Replay one = Replay.of(scenario, 7, List.of("total"));
    Paths many = all.paths(0, 1100);
    Paths few = one.paths(1020, 10);
    assertThat(few.first()).isEqualTo(1020);
    assertThat(few.count()).isEqualTo(10);
    for (int path = 0; path < 10; path++) {
      for (int month = 0; month < scenario.months(); month++) {
        assertThat(few.value("total", month, path))
            .isEqualTo(many.value("total", month, 1020 + path));
      }
      for (String input : one.inputs()) {
        assertThat(few.input(input, path)).isEqualTo(many.input(input, 1020 + path));
      }
    }
  }

  @Test
  void manyPathsComeInOrderAFewAtATime() {
    Scenario scenario = scenario(3);
    List<Long> firsts = new ArrayList<>();
    List<Integer> counts = new ArrayList<>();
    List<Long> told = new ArrayList<>();
    Replay.of(scenario, 3, List.of("total"))
        .forEach(
            0,
            2 * BLOCK + 452,
            (done, paths) -> told.add(done),
            paths -> {
              firsts.add(paths.first());
              counts.add(paths.count());
            });
    assertThat(firsts).containsExactly(0L, (long) BLOCK, 2L * BLOCK);
    assertThat(counts).containsExactly(BLOCK, BLOCK, 452);
    assertThat(told).containsExactly((long) BLOCK, 2L * BLOCK, 2L * BLOCK + 452);
  }

  @Test
  void aListenerMayEndIt() {
    Replay replay = Replay.of(scenario(3), 3, List.of("total"));
    assertThatThrownBy(() -> replay.forEach(0, 5000, (done, paths) -> false, paths -> {}))
        .isInstanceOf(CancelledException.class)
        .hasMessage("cancelled after " + BLOCK + " of 5000 paths");
  }

  /** Of the random scenarios, those with projects; there must be some. */
  @Test
  void projectsArePartOfDomesticSupply() {
    int compared = 0;
    for (long seed = 0; seed < 60; seed++) {
      Scenario scenario = scenario(seed);
      if (scenario.energy().isEmpty()) {
        continue;
      }
      for (String id : scenario.energy().get().carriers().keySet()) {
        String projects = "energy." + id + ".projects";
        String domestic = "energy." + id + ".domestic";
        Paths paths = Replay.of(scenario, seed, List.of(projects, domestic)).paths(0, 10);
        for (int month = 0; month < scenario.months(); month++) {
          double supplied = paths.value(projects, month, 0);
          double all = paths.value(domestic, month, 0);
          assertThat(supplied).isBetween(0.0, all * (1 + 1e-12));
          compared += supplied > 0 ? 1 : 0;
        }
      }
    }
    assertThat(compared).isGreaterThan(100);
  }

  @Test
  void aMetricThatIsNotThereIsNamed() {
    assertThatThrownBy(() -> Replay.of(scenario(1), 1, List.of("totl")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no metric 'totl'");
    Paths paths = Replay.of(scenario(1), 1, List.of("total")).paths(0, 1);
    assertThatThrownBy(() -> paths.value("exports", 0, 0))
        .hasMessageContaining("no metric 'exports' was recorded");
  }

  @Test
  void inputsAreNamedByTheirPlaceInTheFile() {
    Scenario scenario =
        Scenario.builder("two inputs", "A", "B", YearMonth.of(2020, 1), 3)
            .parameter("p", new Distribution.Uniform(1, 2))
            .flow(
                "goods",
                Flow.of("A", "B", Value.parameter("p"))
                    .withGrowth(new Distribution.Uniform(0, 0.1)))
            .build();
    Replay replay = Replay.of(scenario, 1, List.of("total"));
    assertThat(replay.inputs()).containsExactly("parameters.p", "flows.goods.growth");
    Paths paths = replay.paths(0, 100);
    for (int path = 0; path < 100; path++) {
      assertThat(paths.input("parameters.p", path)).isBetween(1.0, 2.0);
      assertThat(paths.value("total", 0, path))
          .isCloseTo(paths.input("parameters.p", path) / 12, within(1e-12));
    }
  }
}
