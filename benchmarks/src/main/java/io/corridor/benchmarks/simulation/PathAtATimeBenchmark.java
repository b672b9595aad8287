package io.corridor.benchmarks.simulation;

import io.corridor.benchmarks.baseline.PathAtATime;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The baseline of {@link ProjectionBenchmark} for the yardstick: objects and Commons Math, a path
 * after the other; runs a second, and path-months a second beside them, higher is better; {@code
 * java -jar benchmarks/target/benchmarks.jar PathAtATime}.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class PathAtATimeBenchmark {
  private static final int MONTHS = 120;
  private static final int PATHS = 5_000;

  private long seed;

  /** Counts what was simulated. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.OPERATIONS)
  public static class Simulated {
    /** So many months of paths. */
    public long pathMonths;
  }

  /** The baseline. */
  @Benchmark
  public double[][][] objectsAndCommonsMath(Simulated simulated) {
    simulated.pathMonths += (long) PATHS * MONTHS;
    seed++;
    return PathAtATime.run(MONTHS, PATHS, seed);
  }
}
