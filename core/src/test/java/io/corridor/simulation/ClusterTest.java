package io.corridor.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.corridor.internal.engine.Work;
import io.corridor.model.Flow;
import io.corridor.model.InvalidScenarioException;
import io.corridor.model.Output;
import io.corridor.model.Precision;
import io.corridor.model.RandomScenarios;
import io.corridor.model.Sampling;
import io.corridor.model.Scenario;
import io.corridor.model.Value;
import io.corridor.projection.Comparison;
import io.corridor.projection.Projection;
import io.corridor.run.Progress;
import io.corridor.why.Target;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A cluster gives the bits of one thread, however it cuts a job and in whatever order it merges.
 */
class ClusterTest {
  private static final Settings SETTINGS = new Settings(11 * 2048 + 100, 7, 1, Progress.NONE);

  private final Scenario scenario = RandomScenarios.small(29);

  /** Twenty variants that grow at different rates. */
  private static Map<String, Scenario> variants(Scenario base) {
    return variants(base, 20);
  }

  private static Map<String, Scenario> variants(Scenario base, int count) {
    Map<String, Scenario> variants = new LinkedHashMap<>();
    for (int i = 0; i < count; i++) {
      Scenario.Builder growing = base.toBuilder();
      for (Map.Entry<String, Flow> flow : base.flows().entrySet()) {
        growing.flow(flow.getKey(), flow.getValue().withGrowth(Value.of(i * 0.01)));
      }
      variants.put("growth " + i, growing.build());
    }
    return variants;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void runsComeToTheSame(long seed) {
    ScatteredCluster cluster = new ScatteredCluster(seed, 5);
    Projection projection = Simulator.run(scenario, SETTINGS.withCluster(cluster));
    assertThat(Bits.of(projection)).isEqualTo(Bits.of(Simulator.run(scenario, SETTINGS)));
    assertThat(projection.timing().threads()).isEqualTo(7);
    assertThat(cluster.deployed()).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void everySamplingComesToTheSame(Sampling sampling) {
    Settings here = SETTINGS.withSampling(sampling);
    Settings there = here.withCluster(new ScatteredCluster(3, 5));
    assertThat(Bits.of(Simulator.run(scenario, there)))
        .isEqualTo(Bits.of(Simulator.run(scenario, here)));
    Map<String, Scenario> variants = variants(scenario, 3);
    assertThat(Bits.of(Simulator.compare(scenario, variants, there)))
        .isEqualTo(Bits.of(Simulator.compare(scenario, variants, here)));
  }

  @Test
  void runsForAPrecisionComeToTheSame() {
    Settings precise = SETTINGS.withPrecision(Precision.of(0.02).withMaxPaths(60_000));
    Projection here = Simulator.run(scenario, precise);
    Projection there = Simulator.run(scenario, precise.withCluster(new ScatteredCluster(5, 5)));
    assertThat(there.paths()).isEqualTo(here.paths());
    assertThat(there.reached()).isEqualTo(here.reached());
    assertThat(Bits.of(there)).isEqualTo(Bits.of(here));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void comparisonsComeToTheSame(long seed) {
    Map<String, Scenario> variants = variants(scenario, 7);
    Comparison here = Simulator.compare(scenario, variants, SETTINGS);
    ScatteredCluster cluster = new ScatteredCluster(seed, 5);
    Comparison there = Simulator.compare(scenario, variants, SETTINGS.withCluster(cluster));
    assertThat(there.variants().keySet()).containsExactlyElementsOf(variants.keySet());
    assertThat(Bits.of(there)).isEqualTo(Bits.of(here));
    assertThat(cluster.deployed()).isZero();
  }

  @Test
  void causesComeToTheSame() {
    Settings here = SETTINGS.withPaths(2 * 2048 + 100).withThreads(2);
    List<Target> targets =
        List.of(
            Target.metric("total.12m", scenario.month(scenario.months() - 1)),
            Target.metric("total", scenario.month(1)));
    var expected = Causes.of(scenario, targets, here).outcomes();
    for (long seed : new long[] {1, 2}) {
      ScatteredCluster cluster = new ScatteredCluster(seed, 5);
      assertThat(Causes.of(scenario, targets, here.withCluster(cluster)).outcomes())
          .isEqualTo(expected);
      assertThat(cluster.deployed()).isZero();
    }
    ScatteredCluster cluster = new ScatteredCluster(1, 5);
    Map<String, Scenario> variants = variants(scenario, 3);
    assertThat(
            Causes.levers(scenario, variants, targets, Map.of(), here.withCluster(cluster), 0.8)
                .outcomes())
        .isEqualTo(Causes.levers(scenario, variants, targets, Map.of(), here, 0.8).outcomes());
    assertThat(cluster.deployed()).isZero();
  }

  @Test
  void sweepsComeToTheSameSomeAtATime() {
    Scenario base =
        scenario.toBuilder()
            .output(new Output(List.of(50.0), Optional.of(List.of("total.12m"))))
            .build();
    Map<String, Scenario> variants = variants(base);
    List<Comparison> here = new ArrayList<>();
    Simulator.sweep(base, variants, SETTINGS, here::add);
    List<Comparison> there = new ArrayList<>();
    Settings settings = SETTINGS.withCluster(new ScatteredCluster(6, 5));
    Simulator.sweep(base, variants, settings, there::add);
    Comparison all = Simulator.compare(base, variants, SETTINGS);
    for (List<Comparison> some : List.of(here, there)) {
      assertThat(some).hasSize(3);
      Comparison joined =
          Comparison.join(some, List.copyOf(variants.keySet()), all.base().timing());
      assertThat(Bits.of(joined)).isEqualTo(Bits.of(all));
    }
  }

  @Test
  void aSweepOfNothingSimulatesTheBase() {
    for (Settings settings : List.of(SETTINGS, SETTINGS.withCluster(new ScatteredCluster(1, 9)))) {
      List<Comparison> found = new ArrayList<>();
      Simulator.sweep(scenario, Map.of(), settings, found::add);
      assertThat(found).hasSize(1);
      assertThat(Bits.of(found.get(0).base()))
          .isEqualTo(Bits.of(Simulator.run(scenario, SETTINGS)));
    }
  }

  @Test
  void progressOfASweepIsThatOfAllPoints() {
    for (Settings settings : List.of(SETTINGS, SETTINGS.withCluster(new ScatteredCluster(1, 9)))) {
      List<Long> done = new ArrayList<>();
      List<Long> paths = new ArrayList<>();
      Progress heard =
          (some, of) -> {
            done.add(some);
            paths.add(of);
            return true;
          };
      Simulator.sweep(scenario, variants(scenario), settings.withProgress(heard), found -> {});
      assertThat(done).isSorted().last().isEqualTo(20 * SETTINGS.paths());
      assertThat(paths).containsOnly(20 * SETTINGS.paths());
    }
  }

  @Test
  void whatIsWrongNeverGetsThere() {
    Scenario empty = scenario.toBuilder().horizon(scenario.start(), 0).buildUnchecked();
    ScatteredCluster none = new ScatteredCluster(1, 1);
    assertThatThrownBy(
            () ->
                Simulator.sweep(
                    scenario, Map.of("e", empty), SETTINGS.withCluster(none), found -> {}))
        .isInstanceOf(InvalidScenarioException.class)
        .hasMessageContaining("e: months");
  }

  @Test
  void aJobIsSmall() {
    Job one = new Job(new Work<>(new Beside(scenario, List.of(List.of()), SETTINGS.sample())));
    assertThat(one.parts()).isEqualTo(1);
    assertThat(one.secondsPerPath(0)).isBetween(1e-9, 1e-3);
  }
}
