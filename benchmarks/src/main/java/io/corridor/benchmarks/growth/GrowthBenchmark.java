package io.corridor.benchmarks.growth;

import io.corridor.benchmarks.SteadyLoop;
import io.corridor.model.Scenario;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How the cost of a block of 1 024 paths grows with the size of a scenario: microseconds a block,
 * lower is better. A straight line through the figures is what is hoped for.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Fork(1)
public abstract class GrowthBenchmark {
  private SteadyLoop loop;

  /** Returns the scenario of the size at hand. */
  protected abstract Scenario scenario();

  /** Comes to the middle of a run. */
  @Setup
  public void start() {
    loop = SteadyLoop.of(scenario());
  }

  /** The subject. */
  @Benchmark
  public long block() {
    return loop.next();
  }
}
