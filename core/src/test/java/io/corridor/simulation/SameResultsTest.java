package io.corridor.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.model.RandomScenarios;
import io.corridor.model.Scenario;
import io.corridor.projection.Comparison;
import io.corridor.projection.Projection;
import io.corridor.run.Progress;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Results of the same run are equal, and of another they aren't, which is told in their text. */
class SameResultsTest {
  private static final long PATHS = 3_000;

  private static Settings settings(long seed, int threads) {
    return new Settings(PATHS, seed, threads, Progress.NONE);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void theSameRunIsEqualWhateverItsThreadsAndTiming(long seed) {
    Scenario scenario = RandomScenarios.small(seed);
    Projection one = Simulator.run(scenario, settings(seed, 1));
    Projection two = Simulator.run(scenario, settings(seed, 2));
    assertThat(two).isEqualTo(one).hasSameHashCodeAs(one).hasToString(one.toString());
    assertThat(two.withTiming(new Projection.Timing(1, 2, 3))).isEqualTo(one);
    one.series().forEach((id, series) -> assertThat(two.series(id)).isEqualTo(series));

    Projection other = Simulator.run(scenario, settings(seed + 1, 1));
    assertThat(other).isNotEqualTo(one);
    assertThat(other.toString()).isNotEqualTo(one.toString()).contains(scenario.name());
    one.series()
        .keySet()
        .forEach(id -> assertThat(one.toString()).contains("\n  " + id + ": mean "));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void theSameComparisonIsEqual(long seed) {
    Scenario base = RandomScenarios.small(seed);
    Map<String, Scenario> variants = Map.of("same", base);
    Comparison one = Simulator.compare(base, variants, settings(seed, 1));
    Comparison two = Simulator.compare(base, variants, settings(seed, 2));
    assertThat(two).isEqualTo(one).hasSameHashCodeAs(one).hasToString(one.toString());
    Comparison other = Simulator.compare(base, variants, settings(seed + 1, 1));
    assertThat(other).isNotEqualTo(one);
    assertThat(other.toString()).isNotEqualTo(one.toString()).contains("Variant same: ");
  }
}
