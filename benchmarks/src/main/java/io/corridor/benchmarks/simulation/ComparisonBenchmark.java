package io.corridor.benchmarks.simulation;

import io.corridor.benchmarks.Subjects;
import io.corridor.model.Scenario;
import io.corridor.scenarios.ScenarioReader;
import io.corridor.simulation.Settings;
import io.corridor.simulation.Simulator;
import java.util.LinkedHashMap;
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

/**
 * What variants cost beside their base, which takes the steps that they have in common: a run of
 * the base alone, a comparison with all its variants, and their plain runs one after the other.
 * Milliseconds, lower is better; {@code java -jar benchmarks/target/benchmarks.jar
 * ComparisonBenchmark}.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 4, time = 3)
@Measurement(iterations = 4, time = 3)
@Fork(5)
public class ComparisonBenchmark {
  private static final int PATHS = 4 * 2048;

  /** The shipped scenario. */
  @Param({"iran-iraq-2019", "germany-russia-gas-2021"})
  String scenario;

  private Scenario base;
  private Map<String, Scenario> variants;
  private Settings settings;

  /** Reads the scenario and its variants. */
  @Setup
  public void read() {
    base = Subjects.shipped(scenario);
    variants = new LinkedHashMap<>();
    for (String name : ScenarioReader.create().readShipped(scenario).variants()) {
      variants.put(
          name, ScenarioReader.create().withVariant(name).readShipped(scenario).scenario());
    }
    settings = Settings.of(base).withPaths(PATHS).withThreads(1);
  }

  /** The base alone. */
  @Benchmark
  public Object run() {
    return Simulator.run(base, settings);
  }

  /** The base and all its variants. */
  @Benchmark
  public Object compare() {
    return Simulator.compare(base, variants, settings);
  }

  /** The base and all its variants, each alone, without their differences. */
  @Benchmark
  public Object runs() {
    Map<String, Object> runs = new LinkedHashMap<>();
    runs.put("", Simulator.run(base, settings));
    variants.forEach((name, variant) -> runs.put(name, Simulator.run(variant, settings)));
    return runs;
  }
}
