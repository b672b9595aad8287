package io.corridor.model;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * How the random numbers of paths are chosen. All but {@link #RANDOM} spread them more evenly than
 * chance does, so that the same number of paths says more. Their paths are not independent of each
 * other; they are dealt out to {@link #REPLICATIONS} replications that are, and errors are found
 * from how much these differ.
 */
public enum Sampling {

  /** Independently for each path. */
  RANDOM,

  /** In pairs: of the second path every uniform is 1 − u, every normal −z of the first's. */
  ANTITHETIC,

  /**
   * A Latin hypercube over what is drawn once a path, all else random. Depends on the number of
   * paths, so that none can be added.
   */
  LHS,

  /** Scrambled Sobol points, with a Brownian bridge over the months of each shock. */
  SOBOL;

  /** How many replications the paths of a run are dealt out to, unless they are random. */
  public static final int REPLICATIONS = 16;

  /** 97.5th percentile of the standard normal distribution. */
  private static final double Z_95 = 1.959963984540054;

  /** 97.5th percentile of Student's t distribution with 15 degrees of freedom. */
  private static final double T_95 = 2.131449545559323;

  /** Returns the word for it in scenario files and on the command line. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Returns the sampling of that word.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Sampling of(String word) {
    return Arrays.stream(values())
        .filter(sampling -> sampling.word().equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "sampling '%s', must be one of %s"
                        .formatted(word, String.join(", ", words()))));
  }

  /** Returns the words of all. */
  public static List<String> words() {
    return Arrays.stream(values()).map(Sampling::word).toList();
  }

  /** Returns whether errors are found from replications. */
  public boolean isReplicated() {
    return this != RANDOM;
  }

  /** Returns whether a run of more paths has the same first paths. */
  public boolean isExtensible() {
    return this != LHS;
  }

  /** Returns the number of standard errors to either side that make a 95 % interval of a mean. */
  public double quantile95() {
    return quantile95(isReplicated());
  }

  /** Returns that number for standard errors that were, or weren't, found from replications. */
  public static double quantile95(boolean replicated) {
    return replicated ? T_95 : Z_95;
  }

  /** Returns the least number of paths: one, or two of each replication. */
  public long leastPaths() {
    return isReplicated() ? 2L * REPLICATIONS : 1;
  }
}
