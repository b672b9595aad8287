package io.corridor.simulation;

import io.corridor.model.RunDefaults;
import io.corridor.model.Scenario;
import java.util.Objects;

/**
 * How a scenario is run. Only {@code paths} and {@code seed} matter to the results.
 *
 * @param paths number of paths, {@code >= 1}
 * @param seed of the random numbers; any, 0 too
 * @param threads how many threads simulate, {@code >= 1}
 * @param progress told of progress, and asked whether to go on
 */
public record Settings(long paths, long seed, int threads, Progress progress) {

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if there are no paths or no threads
   */
  public Settings {
    if (paths < 1) {
      throw new IllegalArgumentException("paths: " + paths + ", must be at least 1");
    }
    if (threads < 1) {
      throw new IllegalArgumentException("threads: " + threads + ", must be at least 1");
    }
    Objects.requireNonNull(progress, "progress");
  }

  /** Returns the settings that {@code scenario} states itself, on every processor. */
  public static Settings of(Scenario scenario) {
    return of(scenario.run());
  }

  /** Returns the settings of {@code run}, on every processor. */
  public static Settings of(RunDefaults run) {
    return new Settings(
        run.paths(), run.seed(), Runtime.getRuntime().availableProcessors(), Progress.NONE);
  }

  /** Returns these settings with another number of paths. */
  public Settings withPaths(long paths) {
    return new Settings(paths, seed, threads, progress);
  }

  /** Returns these settings with another seed. */
  public Settings withSeed(long seed) {
    return new Settings(paths, seed, threads, progress);
  }

  /** Returns these settings with another number of threads. */
  public Settings withThreads(int threads) {
    return new Settings(paths, seed, threads, progress);
  }

  /** Returns these settings with another listener. */
  public Settings withProgress(Progress progress) {
    return new Settings(paths, seed, threads, progress);
  }
}
