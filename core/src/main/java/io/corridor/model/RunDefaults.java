package io.corridor.model;

/**
 * How a scenario is run where nobody says otherwise.
 *
 * @param paths number of paths, {@code >= 1}
 * @param seed of the random numbers; any, 0 too
 * @param sampling how the random numbers are drawn
 */
public record RunDefaults(long paths, long seed, Sampling sampling) {

  /** 100 000 random paths of seed 1. */
  public static final RunDefaults STANDARD = new RunDefaults(100_000, 1, Sampling.RANDOM);

  /** Returns a copy with another number of paths, {@code >= 1}. */
  public RunDefaults withPaths(long paths) {
    return new RunDefaults(paths, seed, sampling);
  }

  /** Returns a copy with another seed. */
  public RunDefaults withSeed(long seed) {
    return new RunDefaults(paths, seed, sampling);
  }

  /** How random numbers are drawn. */
  public enum Sampling {
    /** Independently for each path. */
    RANDOM
  }
}
