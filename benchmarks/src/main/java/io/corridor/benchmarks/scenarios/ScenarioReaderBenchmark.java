package io.corridor.benchmarks.scenarios;

import io.corridor.benchmarks.Subjects;
import io.corridor.model.Scenario;
import io.corridor.scenarios.LoadedScenario;
import io.corridor.scenarios.ScenarioReader;
import io.corridor.scenarios.ShippedScenarios;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * Reading a scenario's file, its variants checked too: milliseconds, lower is better; {@code java
 * -jar benchmarks/target/benchmarks.jar ScenarioReaderBenchmark}.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 300, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 300, timeUnit = TimeUnit.MILLISECONDS)
@Fork(5)
public class ScenarioReaderBenchmark {
  /** The shipped scenario. */
  @Param({Subjects.YARDSTICK, "iran-iraq-2019", "germany-russia-gas-2021", "us-china-tariffs-2018"})
  String scenario;

  private String text;

  /** Takes the file from the jar. */
  @Setup
  public void open() {
    text = ShippedScenarios.text(scenario);
  }

  /** The subject. */
  @Benchmark
  public Scenario read() {
    LoadedScenario loaded = ScenarioReader.create().readText(text, scenario);
    return loaded.scenario();
  }

  /** The YAML parser alone, to maps of strings and numbers. */
  @Benchmark
  public Map<?, ?> yamlAlone() {
    return (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(text);
  }
}
