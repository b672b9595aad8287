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

  /** How random numbers are drawn. */
  public enum Sampling {
    /** Independently for each path. */
    RANDOM
  }
}
