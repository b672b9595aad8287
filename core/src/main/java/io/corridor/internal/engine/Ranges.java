package io.corridor.internal.engine;

import io.corridor.internal.plan.Plan;
import io.corridor.run.CancelledException;
import io.corridor.run.Progress;
import io.corridor.run.SimulationException;
import java.time.Duration;

/** Simulates ranges of a plan's paths, here or elsewhere. */
@FunctionalInterface
public interface Ranges {

  /**
   * Simulates {@code paths} paths from {@code firstPath} on.
   *
   * @param firstPath a multiple of {@link io.corridor.internal.block.Block#PATHS}
   * @param paths how many; a multiple of the same but for the last range of a run
   * @param progress told of progress within the range
   * @throws SimulationException if some path can't be simulated
   * @throws CancelledException if {@code progress} ended it, or this thread was interrupted
   */
  RunSummary run(long firstPath, long paths, Progress progress);

  /** Returns how long a range should take at the least, so that it pays to start one. */
  default Duration worthwhile() {
    return Duration.ZERO;
  }

  /** Returns the ranges of {@code plan} on {@code threads} threads of this JVM. */
  static Ranges onThreads(Plan plan, int threads) {
    return (firstPath, paths, progress) -> Engine.run(plan, firstPath, paths, threads, progress);
  }
}
