package io.corridor.internal.engine;

import io.corridor.internal.plan.Plan;
import io.corridor.projection.Condition;
import io.corridor.run.Progress;
import java.util.ArrayList;
import java.util.List;

/**
 * Paths of a plan that are kept, all months of them, to be added up again where conditions hold.
 */
public final class KeptPaths {
  private final Plan plan;
  private final List<ChosenPaths.Chunk> chunks = new ArrayList<>();

  /** Keeps no path of {@code plan} as yet. */
  public KeptPaths(Plan plan) {
    this.plan = plan;
  }

  /**
   * Simulates paths from {@code firstPath} on, a multiple of the paths of a block, on this thread.
   */
  public void simulate(long firstPath, long paths, Progress progress) {
    ChosenPaths simulating = new ChosenPaths(Summary.where(plan, List.of()), List.of());
    BlockLoop.run(firstPath, paths, 1, progress, () -> new Keeper(simulating));
  }

  private final class Keeper implements BlockLoop.Worker {
    private final ChosenPaths simulating;

    Keeper(ChosenPaths simulating) {
      this.simulating = simulating;
    }

    @Override
    public void simulate(long number, long firstPath, int paths) {
      simulating.each(firstPath, paths, chunks::add);
    }

    @Override
    public void close() {}
  }

  /** Returns how many paths are kept. */
  public long paths() {
    return chunks.stream().mapToLong(ChosenPaths.Chunk::paths).sum();
  }

  /** Returns the summary of those on which conditions hold. */
  public Summary where(List<Condition> conditions) {
    Summary summary = Summary.where(plan, conditions);
    try (ChosenPaths chosen = new ChosenPaths(summary, conditions)) {
      chunks.forEach(chosen::add);
    }
    return summary;
  }
}
