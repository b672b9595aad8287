package io.corridor.benchmarks.engine;

import io.corridor.benchmarks.SteadyLoop;
import io.corridor.benchmarks.Subjects;
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
 * Blocks of 1 024 paths in the middle of a run of one thread: blocks a second, and path-months a
 * second beside them, higher is better; {@code java -jar benchmarks/target/benchmarks.jar
 * SteadyState -prof gc}, whose {@code gc.alloc.rate.norm} is in bytes a block.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(5)
public class SteadyStateBenchmark {
  /** The scenario: a shipped one, or one with drivers of every kind. */
  @Param({
    Subjects.YARDSTICK,
    "iran-iraq-2019",
    "germany-russia-gas-2021",
    "us-china-tariffs-2018",
    Subjects.WORLD,
    "everything"
  })
  String scenario;

  private SteadyLoop loop;

  /** Counts what was simulated. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.OPERATIONS)
  public static class Simulated {
    /** So many months of paths. */
    public long pathMonths;
  }

  /** Comes to the middle of a run. */
  @Setup
  public void start() {
    loop = SteadyLoop.of(Subjects.named(scenario));
  }

  /** The subject. */
  @Benchmark
  public long block(Simulated simulated) {
    simulated.pathMonths += loop.pathMonths();
    return loop.next();
  }
}
