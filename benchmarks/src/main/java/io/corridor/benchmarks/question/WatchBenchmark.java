package io.corridor.benchmarks.question;

import io.corridor.benchmarks.StepBenchmark;
import io.corridor.benchmarks.StepSubject;
import io.corridor.internal.block.Block;
import io.corridor.internal.question.Watch;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;

/**
 * Steps that watch a metric for a question: {@code java -jar benchmarks/target/benchmarks.jar
 * WatchBenchmark}.
 */
public class WatchBenchmark extends StepBenchmark {
  private final StepSubject first = StepSubject.first(YARDSTICK, Watch.Any.class);
  private final StepSubject count = StepSubject.first(YARDSTICK, Watch.Count.class);
  private final StepSubject run = StepSubject.first(EVERYTHING, Watch.Run.class);
  private final StepSubject failures = StepSubject.first(EVERYTHING, Watch.Failures.class);

  /** The first month in which a condition holds. */
  @Benchmark
  @OperationsPerInvocation(StepSubject.PATH_MONTHS)
  public Block first() {
    return first.run();
  }

  /** The number of months in which it holds. */
  @Benchmark
  @OperationsPerInvocation(StepSubject.PATH_MONTHS)
  public Block count() {
    return count.run();
  }

  /** Months in a row in which it holds. */
  @Benchmark
  @OperationsPerInvocation(StepSubject.PATH_MONTHS)
  public Block run() {
    return run.run();
  }

  /** Months in which it fails. */
  @Benchmark
  @OperationsPerInvocation(StepSubject.PATH_MONTHS)
  public Block failures() {
    return failures.run();
  }
}
