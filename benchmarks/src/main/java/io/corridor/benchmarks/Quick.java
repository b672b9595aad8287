package io.corridor.benchmarks;

import static java.util.Objects.requireNonNull;

import com.sun.management.ThreadMXBean;
import io.corridor.benchmarks.engine.SteadyStateBenchmark;
import io.corridor.benchmarks.simulation.ProjectionBenchmark;
import io.corridor.internal.block.Block;
import io.corridor.internal.plan.Drawn;
import io.corridor.internal.plan.Plan;
import io.corridor.internal.plan.PlanCompiler;
import io.corridor.internal.plan.Wanted;
import io.corridor.model.Scenario;
import java.lang.management.ManagementFactory;
import java.util.Collection;
import java.util.Locale;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * The quick profile, well below three minutes: that whole runs run, and that the steady state of
 * the yardstick allocates nothing, nor do the months of a world that moves. Says nothing reliable
 * of times.
 *
 * <p>{@code java -cp benchmarks/target/benchmarks.jar io.corridor.benchmarks.Quick}; ends with
 * status 1 if a benchmark fails, or if more than {@value #MOST_BYTES} bytes a path-month are
 * allocated.
 */
public final class Quick {
  /**
   * What the tree of moments and the harness may take for a block of 122 880 path-months; a single
   * object a step and month would be above it.
   */
  private static final double MOST_BYTES = 0.01;

  private static final int BLOCKS = 32;

  private static final String ALLOCATED = "gc.alloc.rate.norm";

  private Quick() {}

  /** Runs the profile. */
  public static void main(String[] args) throws RunnerException {
    new Runner(options(ProjectionBenchmark.class, 1).param("threads", "1", "2").build()).run();
    double bytes = allocated();
    System.out.printf(
        Locale.ROOT, "%nSteady state of the yardstick: %.5f bytes a path-month.%n", bytes);
    if (!(bytes <= MOST_BYTES)) {
      System.err.println("That is more than " + MOST_BYTES + ": something allocates.");
      System.exit(1);
    }
    long world = allocatedByMonths(Subjects.named(Subjects.WORLD));
    System.out.printf("Months of a world: %d bytes a block.%n", world);
    if (world != 0) {
      System.err.println("Something in them allocates.");
      System.exit(1);
    }
  }

  private static ChainedOptionsBuilder options(Class<?> benchmark, int iterations) {
    return new OptionsBuilder()
        .include(benchmark.getName())
        .param("scenario", Subjects.YARDSTICK)
        .forks(1)
        .warmupIterations(iterations)
        .warmupTime(TimeValue.seconds(2))
        .measurementIterations(iterations)
        .measurementTime(TimeValue.seconds(2))
        .shouldFailOnError(true);
  }

  /** Returns the least allocation of several iterations, in bytes a path-month. */
  private static double allocated() throws RunnerException {
    Collection<RunResult> results =
        new Runner(options(SteadyStateBenchmark.class, 5).addProfiler(GCProfiler.class).build())
            .run();
    Result<?> perBlock =
        requireNonNull(
            results.iterator().next().getAggregatedResult().getSecondaryResults().get(ALLOCATED));
    return perBlock.getStatistics().getMin() / SteadyLoop.of(Subjects.yardstick()).pathMonths();
  }

  /** Returns the least that the months of a block allocate, statistics left out. */
  private static long allocatedByMonths(Scenario scenario) {
    Plan plan = PlanCompiler.compile(scenario, Drawn.of(1), Wanted.REPORTED);
    Block block = plan.newBlock();
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long thread = Thread.currentThread().getId();
    long least = Long.MAX_VALUE;
    for (long number = 0; number < BLOCKS; number++) {
      block.start(number * Block.PATHS, Block.PATHS);
      plan.open(block);
      long before = threads.getThreadAllocatedBytes(thread);
      for (int month = 0; month < plan.months(); month++) {
        plan.advance(block, month);
      }
      least = Math.min(least, threads.getThreadAllocatedBytes(thread) - before);
    }
    return least;
  }
}
