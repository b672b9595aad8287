package io.corridor.internal.engine;

import io.corridor.internal.block.Block;
import io.corridor.internal.plan.Plan;
import io.corridor.run.CancelledException;
import io.corridor.run.Progress;
import io.corridor.run.SimulationException;
import java.util.List;

/**
 * Runs plans: threads take blocks of paths, one after the other, until none is left.
 *
 * <p>What a block comes to depends on its number alone, and the summary folds blocks in the order
 * of their numbers; so the number of threads changes nothing in the results.
 */
public final class Engine {

  private Engine() {}

  /**
   * Simulates paths 0 to {@code paths} − 1.
   *
   * @param plan what is run
   * @param paths how many
   * @param threads how many work; the calling thread is one of them
   * @param progress told of progress
   * @throws SimulationException if some path can't be simulated
   * @throws CancelledException if {@code progress} ended the run, or this thread was interrupted
   */
  public static RunSummary run(Plan plan, long paths, int threads, Progress progress) {
    return run(plan, 0, paths, threads, progress);
  }

  /**
   * Simulates {@code paths} paths from {@code firstPath} on. Summaries of neighbouring stretches
   * merge to the summary of both, bit for bit.
   *
   * @param plan what is run
   * @param firstPath a multiple of {@link Block#PATHS}
   * @param paths how many; a multiple of {@link Block#PATHS} but for the last stretch of a run
   * @param threads how many work; the calling thread is one of them
   * @param progress told of progress within the stretch
   * @throws SimulationException if some path can't be simulated
   * @throws CancelledException if {@code progress} ended the run, or this thread was interrupted
   */
  public static RunSummary run(
      Plan plan, long firstPath, long paths, int threads, Progress progress) {
    RunSummary summary = RunSummary.of(plan);
    BlockLoop.run(firstPath, paths, threads, progress, () -> new PlanWorker(plan, summary));
    return summary;
  }

  /**
   * Simulates {@code paths} paths of several plans of as many months from {@code firstPath} on,
   * each block of paths in all of them before the next. Summaries of neighbouring stretches merge
   * to the summary of both, bit for bit.
   *
   * @param base what the others are compared with
   * @param variants the others
   * @param firstPath a multiple of {@link Block#PATHS}
   * @param paths how many; a multiple of {@link Block#PATHS} but for the last stretch of a run
   * @param threads how many work; the calling thread is one of them
   * @param progress told of progress, in paths that were taken through all plans
   * @throws SimulationException if some path can't be simulated
   * @throws CancelledException if {@code progress} ended the run, or this thread was interrupted
   */
  public static PairedSummary compare(
      Plan base, List<Plan> variants, long firstPath, long paths, int threads, Progress progress) {
    PairedSummary summary = PairedSummary.of(base, variants);
    simulate(summary, firstPath, paths, threads, progress);
    return summary;
  }

  /**
   * Simulates {@code paths} more paths of the plans of {@code summary}, as {@link #compare} does.
   *
   * @throws IllegalArgumentException if some of the paths are in the summary already
   */
  public static void simulate(
      PairedSummary summary, long firstPath, long paths, int threads, Progress progress) {
    BlockLoop.run(firstPath, paths, threads, progress, () -> new ComparisonWorker(summary));
  }
}
