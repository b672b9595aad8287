package io.corridor.benchmarks.growth;

import io.corridor.benchmarks.Subjects;
import io.corridor.model.Scenario;
import io.corridor.projection.Projection;
import io.corridor.simulation.Settings;
import io.corridor.simulation.Simulator;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Paths of the yardstick, a whole run on one thread, what is done once included: microseconds a
 * run, lower is better; {@code java -jar benchmarks/target/benchmarks.jar PathsBenchmark}.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class PathsBenchmark {
  /** How many. */
  @Param({"1", "1024", "16384", "131072", "1048576"})
  int paths;

  private final Scenario scenario = Subjects.yardstick();

  /** The subject. */
  @Benchmark
  public Projection run() {
    return Simulator.run(scenario, Settings.of(scenario).withPaths(paths).withThreads(1));
  }
}
