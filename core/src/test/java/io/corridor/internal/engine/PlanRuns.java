package io.corridor.internal.engine;

import io.corridor.internal.plan.Plan;
import io.corridor.run.Checkpoints;
import io.corridor.run.Progress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Plans that are run as scenarios are. */
final class PlanRuns {

  private PlanRuns() {}

  /** Returns the summary of paths 0 to {@code paths} − 1. */
  static Summary of(Plan plan, long paths, int threads) {
    return of(plan, 0, paths, threads);
  }

  /** Returns the summary of paths {@code firstPath} to {@code firstPath + paths} − 1. */
  static Summary of(Plan plan, long firstPath, long paths, int threads) {
    Summary summary = Summary.of(plan, List.of());
    summary.simulate(firstPath, paths, threads, Progress.NONE);
    return summary;
  }

  /** Returns a run that goes on to a goal. */
  static Stretches stretches(
      Plan plan, Goal goal, int threads, Progress progress, Checkpoints checkpoints) {
    Summary none = Summary.of(plan, List.of());
    Work<Summary> work =
        new Work<>(
            new Work.Recipe<Summary>() {
              @Override
              public int parts() {
                return 1;
              }

              @Override
              public Summary part(int number, @Nullable Summary before) {
                return none;
              }
            });
    return new Stretches(none.anew(), goal, Machines.threads(work, threads), progress, checkpoints);
  }
}
