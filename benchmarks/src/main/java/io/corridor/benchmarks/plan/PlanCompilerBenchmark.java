package io.corridor.benchmarks.plan;

import io.corridor.benchmarks.Subjects;
import io.corridor.internal.plan.Drawn;
import io.corridor.internal.plan.Plan;
import io.corridor.internal.plan.PlanCompiler;
import io.corridor.internal.plan.Wanted;
import io.corridor.model.Problem;
import io.corridor.model.Scenario;
import io.corridor.model.ScenarioCheck;
import java.util.List;
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
 * What is done once a run before its first path: milliseconds, lower is better; {@code java -jar
 * benchmarks/target/benchmarks.jar PlanCompilerBenchmark}.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 300, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 300, timeUnit = TimeUnit.MILLISECONDS)
@Fork(5)
public class PlanCompilerBenchmark {
  /** The shipped scenario. */
  @Param({Subjects.YARDSTICK, "iran-iraq-2019", "germany-russia-gas-2021", "us-china-tariffs-2018"})
  String scenario;

  private Scenario subject;

  /** Reads the scenario. */
  @Setup
  public void read() {
    subject = Subjects.shipped(scenario);
  }

  /** The check of a scenario. */
  @Benchmark
  public List<Problem> check() {
    return ScenarioCheck.check(subject);
  }

  /** The compilation of its plan. */
  @Benchmark
  public Plan compile() {
    return PlanCompiler.compile(subject, Drawn.of(1), Wanted.REPORTED);
  }
}
