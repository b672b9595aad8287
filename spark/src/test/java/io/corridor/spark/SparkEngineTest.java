package io.corridor.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.corridor.model.Flow;
import io.corridor.model.Output;
import io.corridor.model.Precision;
import io.corridor.model.RandomScenarios;
import io.corridor.model.Scenario;
import io.corridor.model.Value;
import io.corridor.projection.Comparison;
import io.corridor.projection.Projection;
import io.corridor.run.CancelledException;
import io.corridor.run.Progress;
import io.corridor.run.SimulationException;
import io.corridor.simulation.Bits;
import io.corridor.simulation.Causes;
import io.corridor.simulation.ClusterException;
import io.corridor.simulation.Settings;
import io.corridor.simulation.Simulator;
import io.corridor.why.Target;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** On two threads of this JVM, with all that Spark does in a cluster but the wires. */
class SparkEngineTest {
  /** Enough blocks for summaries to be merged on two levels. */
  private static final Settings SETTINGS = new Settings(40 * 2048 + 77, 5, 1, Progress.NONE);

  private final Scenario scenario = RandomScenarios.small(29);
  private JavaSparkContext spark = context("0.001");

  private static JavaSparkContext context(String taskSeconds) {
    return new JavaSparkContext(
        new SparkConf()
            .setMaster("local[2]")
            .setAppName("test")
            .set("spark.ui.enabled", "false")
            .set("spark.driver.host", "127.0.0.1")
            .set("spark.driver.bindAddress", "127.0.0.1")
            .set("spark.corridor.taskSeconds", taskSeconds));
  }

  @AfterEach
  void stop() {
    spark.close();
  }

  private Settings onSpark() {
    return SETTINGS.withCluster(SparkEngine.of(spark));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.001", "0.02", "5"})
  void runsComeToTheBitsOfOneThread(String taskSeconds) {
    spark.close();
    spark = context(taskSeconds);
    Projection projection = Simulator.run(scenario, onSpark());
    assertThat(Bits.of(projection)).isEqualTo(Bits.of(Simulator.run(scenario, SETTINGS)));
    assertThat(projection.timing().threads()).isEqualTo(2);
  }

  @Test
  void causesComeToTheBitsOfThreads() {
    List<Target> targets =
        List.of(Target.metric("total.12m", scenario.month(scenario.months() - 1)));
    Settings few = SETTINGS.withPaths(3 * 2048 + 5);
    assertThat(Causes.of(scenario, targets, few.withCluster(SparkEngine.of(spark))).outcomes())
        .isEqualTo(Causes.of(scenario, targets, few.withThreads(2)).outcomes());
  }

  @Test
  void runsForAPrecisionEndWhereTheyDoElsewhere() {
    Precision precision = Precision.of(0.01).withMaxPaths(40_000);
    Projection there = Simulator.run(scenario, onSpark().withPrecision(precision));
    Projection here = Simulator.run(scenario, SETTINGS.withPrecision(precision));
    assertThat(there.paths()).isEqualTo(here.paths());
    assertThat(Bits.of(there)).isEqualTo(Bits.of(here));
  }

  @Test
  void comparisonsAndSweepsComeToTheBitsOfOneThread() {
    Scenario base =
        scenario.toBuilder()
            .output(new Output(List.of(5.0, 50.0), Optional.of(List.of("total.12m"))))
            .build();
    Map<String, Scenario> variants = new LinkedHashMap<>();
    for (int i = 0; i < 11; i++) {
      Scenario.Builder growing = base.toBuilder();
      for (Map.Entry<String, Flow> flow : base.flows().entrySet()) {
        growing.flow(flow.getKey(), flow.getValue().withGrowth(Value.of(i * 0.01)));
      }
      variants.put("growth " + i, growing.build());
    }
    Comparison here = Simulator.compare(base, variants, SETTINGS);
    assertThat(Bits.of(Simulator.compare(base, variants, onSpark()))).isEqualTo(Bits.of(here));
    List<Comparison> some = new ArrayList<>();
    Simulator.sweep(base, variants, onSpark(), some::add);
    assertThat(some).hasSize(2);
    Comparison joined = Comparison.join(some, List.copyOf(variants.keySet()), here.base().timing());
    assertThat(Bits.of(joined)).isEqualTo(Bits.of(here));
  }

  @Test
  void aRunIsOneJob() {
    Simulator.run(scenario, onSpark());
    assertThat(spark.statusTracker().getJobIdsForGroup(null)).hasSize(1);
  }

  @Test
  void progressIsHeardOfUntilAllIsDone() {
    List<Long> heard = new ArrayList<>();
    Progress progress =
        (done, paths) -> {
          assertThat(paths).isEqualTo(SETTINGS.paths());
          heard.add(done);
          return true;
        };
    Simulator.run(scenario, onSpark().withProgress(progress));
    assertThat(heard).isSorted().last().isEqualTo(SETTINGS.paths());
  }

  @Test
  void whoeverListensMayEndARun() {
    Settings long_ = onSpark().withPaths(1_000_000_000).withProgress((done, paths) -> false);
    assertThatThrownBy(() -> Simulator.run(scenario, long_)).isInstanceOf(CancelledException.class);
    // The next job finds the cores free.
    Simulator.run(scenario, onSpark());
  }

  @Test
  void whatMakesNoSenseIsToldAsElsewhere() {
    Scenario boundless =
        Scenario.builder("boundless", "AAA", "BBB", YearMonth.of(2020, 1), 24)
            .flow("goods", Flow.of("AAA", "BBB", 1e300).withGrowth(1e9))
            .build();
    assertThatThrownBy(() -> Simulator.run(boundless, onSpark().withPaths(1_000)))
        .isInstanceOf(SimulationException.class)
        .hasMessageStartingWith("total: in 2020-01 on path 0 it is 8.3");
  }

  @Test
  void aClusterThatGoesAwayIsTold() {
    Progress pullsThePlug =
        (done, paths) -> {
          spark.close();
          return true;
        };
    Settings settings = onSpark().withPaths(1_000_000_000).withProgress(pullsThePlug);
    assertThatThrownBy(() -> Simulator.run(scenario, settings))
        .isInstanceOf(ClusterException.class)
        .hasMessageContaining("SparkContext");
  }

  @Test
  void aTaskLastsSomeTime() {
    spark.close();
    spark = context("0");
    assertThatThrownBy(() -> SparkEngine.of(spark))
        .hasMessage("spark.corridor.taskSeconds is 0.0, must be above 0");
  }
}
