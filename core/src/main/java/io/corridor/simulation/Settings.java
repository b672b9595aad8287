package io.corridor.simulation;

import io.corridor.internal.withers.Withers;
import io.corridor.model.Limits;
import io.corridor.model.Precision;
import io.corridor.model.RunDefaults;
import io.corridor.model.Sample;
import io.corridor.model.Sampling;
import io.corridor.model.Scenario;
import io.corridor.projection.Projection;
import io.corridor.run.Checkpoints;
import io.corridor.run.Progress;
import java.util.Objects;
import java.util.Optional;

/**
 * How a scenario is run. Only the seed, the sampling, and {@code paths} or else {@code precision},
 * matter to the results.
 *
 * @param paths number of paths, from 1 to {@link Limits#PATHS}; where a precision is asked for, it
 *     decides
 * @param precision asked for; absent: none is
 * @param seed of the random numbers; any, 0 too
 * @param sampling how the random numbers are chosen
 * @param threads how many threads simulate, {@code >= 1}; of no matter on a cluster
 * @param progress told of progress, and asked whether to go on
 * @param checkpoints keeps what is done
 * @param cluster the machines that simulate; absent: this one
 */
@Withers
public record Settings(
    long paths,
    Optional<Precision> precision,
    long seed,
    Sampling sampling,
    int threads,
    Progress progress,
    Checkpoints checkpoints,
    Optional<Cluster> cluster)
    implements SettingsWithers {

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if there are no paths, too many, or no threads
   */
  public Settings {
    if (paths < 1) {
      throw new IllegalArgumentException("paths: " + paths + ", must be at least 1");
    }
    if (paths > Limits.PATHS) {
      throw new IllegalArgumentException("paths: " + paths + ", must be at most " + Limits.PATHS);
    }
    if (threads < 1) {
      throw new IllegalArgumentException("threads: " + threads + ", must be at least 1");
    }
    Objects.requireNonNull(sampling, "sampling");
    Objects.requireNonNull(progress, "progress");
    Objects.requireNonNull(checkpoints, "checkpoints");
  }

  /** Makes settings of a run of random paths that is asked for no precision and keeps nothing. */
  public Settings(long paths, long seed, int threads, Progress progress) {
    this(
        paths,
        Optional.empty(),
        seed,
        Sampling.RANDOM,
        threads,
        progress,
        Checkpoints.NONE,
        Optional.empty());
  }

  /** Returns the settings that {@code scenario} states itself, on every processor. */
  public static Settings of(Scenario scenario) {
    return of(scenario.run());
  }

  /** Returns the settings of {@code run}, on every processor. */
  public static Settings of(RunDefaults run) {
    Optional<Precision> precision =
        run.precision()
            .map(target -> new Precision(target, run.precisionMetrics(), run.maxPaths()));
    return new Settings(
        run.paths(),
        precision,
        run.seed(),
        run.sampling(),
        Runtime.getRuntime().availableProcessors(),
        Progress.NONE,
        Checkpoints.NONE,
        Optional.empty());
  }

  /** Returns these settings with so many paths, whatever their precision. */
  public Settings withPaths(long paths) {
    return new Settings(
        paths, Optional.empty(), seed, sampling, threads, progress, checkpoints, cluster);
  }

  /** Returns these settings with as many paths as {@code precision} takes. */
  public Settings withPrecision(Precision precision) {
    return new Settings(
        paths, Optional.of(precision), seed, sampling, threads, progress, checkpoints, cluster);
  }

  /** Returns the number of paths that the run won't exceed. */
  public long mostPaths() {
    return precision.map(Precision::maxPaths).orElse(paths);
  }

  /**
   * Returns which paths are simulated, as far as it can be told before.
   *
   * @throws IllegalArgumentException if the sampling needs more paths, or if it depends on their
   *     number and a precision decides that
   */
  public Sample sample() {
    if (precision.isPresent() && !sampling.isExtensible()) {
      throw new IllegalArgumentException(
          "precision: sampling %s depends on the number of paths; say how many, or choose sampling %s"
              .formatted(sampling.word(), Sampling.SOBOL.word()));
    }
    return new Sample(seed, sampling, mostPaths());
  }

  /** Returns how long work took that was started then, in nanoseconds, and is done now. */
  Projection.Timing timing(double pathMonths, long started) {
    double seconds = (System.nanoTime() - started) * 1e-9;
    int processors = cluster.map(Cluster::cores).orElse(threads);
    return new Projection.Timing(seconds, pathMonths / seconds, processors);
  }
}
