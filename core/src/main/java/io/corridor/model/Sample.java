package io.corridor.model;

import io.corridor.internal.withers.Withers;
import java.util.Objects;
import java.util.Optional;

/**
 * Which paths of a scenario are simulated: their number and the random numbers they are made of. A
 * path is a function of the scenario, its own number, the seed and the sampling, and with {@link
 * Sampling#LHS} of the number of paths.
 *
 * @param seed of the random numbers; any, 0 too
 * @param sampling how they are chosen
 * @param paths how many, {@code >= 1}; does not matter to a path unless the sampling depends on it
 */
@Withers
public record Sample(long seed, Sampling sampling, long paths) implements SampleWithers {
  /** Beyond it the strata of a hypercube can't be told apart. */
  private static final long MOST_STRATA = 1L << 31;

  /**
   * Checks the number of paths.
   *
   * @throws IllegalArgumentException if there are too few for the sampling, or too many
   */
  public Sample {
    Objects.requireNonNull(sampling, "sampling");
    problem(sampling, paths)
        .ifPresent(
            problem -> {
              throw new IllegalArgumentException("paths: " + problem);
            });
  }

  /** Returns what is wrong with a number of paths; empty: nothing. */
  static Optional<String> problem(Sampling sampling, long paths) {
    long least = sampling.leastPaths();
    if (paths < 1) {
      return Optional.of("must be at least 1, not " + paths);
    }
    if (paths < least) {
      return Optional.of(
          "must be at least %d with sampling %s, two for each of its %d replications, not %d"
              .formatted(least, sampling.word(), Sampling.REPLICATIONS, paths));
    }
    long most = MOST_STRATA * Sampling.REPLICATIONS;
    return sampling == Sampling.LHS && paths > most
        ? Optional.of("must be at most %d with sampling lhs, not %d".formatted(most, paths))
        : Optional.empty();
  }

  /** Returns the sample of any number of random paths. */
  public static Sample random(long seed) {
    return new Sample(seed, Sampling.RANDOM, 1);
  }
}
