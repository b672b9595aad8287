package io.corridor.benchmarks.simulation;

import io.corridor.benchmarks.Subjects;
import io.corridor.model.Output;
import io.corridor.model.Scenario;
import io.corridor.projection.Projection;
import io.corridor.simulation.Settings;
import io.corridor.simulation.Simulator;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
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
 * Whole runs through the public API, from a scenario to its projection: runs a second, and
 * path-months a second beside them, higher is better; {@code java -jar
 * benchmarks/target/benchmarks.jar ProjectionBenchmark}.
 *
 * <p>The yardstick reports its own eight metrics; the others all they have.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(5)
public class ProjectionBenchmark {
  private static final int PATHS = 32 * 1024;

  /** The shipped scenario. */
  @Param({Subjects.YARDSTICK, "iran-iraq-2019", "germany-russia-gas-2021", "us-china-tariffs-2018"})
  String scenario;

  /** How many threads share the paths. */
  @Param({"1", "2"})
  int threads;

  private Scenario subject;
  private Settings settings;

  /** Counts what was simulated. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.OPERATIONS)
  public static class Simulated {
    /** So many months of paths. */
    public long pathMonths;
  }

  /** Reads the scenario. */
  @Setup
  public void read() {
    Scenario shipped = Subjects.shipped(scenario);
    subject =
        scenario.equals(Subjects.YARDSTICK)
            ? shipped
            : shipped.toBuilder().output(Output.ALL).build();
    settings = Settings.of(subject).withPaths(PATHS).withThreads(threads);
  }

  /** The subject. */
  @Benchmark
  public Projection projection(Simulated simulated) {
    simulated.pathMonths += (long) PATHS * subject.months();
    return Simulator.run(subject, settings);
  }
}
