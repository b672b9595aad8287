package io.corridor.internal.sampling;

import io.corridor.internal.random.RandomStream;
import io.corridor.internal.random.Words;
import io.corridor.model.Sample;

/** Gives the words of each draw. Immutable. */
public interface Sampler {

  /** Returns the words of what is drawn from {@code stream} once a path. */
  Words once(RandomStream stream);

  /** Returns the words of one of a month's draws from {@code stream}. */
  Words monthly(RandomStream stream, int month, int draw);

  /**
   * Returns whether normals of the months are to be made by a Brownian bridge: points of low
   * numbers of dimensions are spread best, so they had better decide what matters most.
   */
  default boolean isBridged() {
    return false;
  }

  /** Returns the sampler of {@code sample}. */
  static Sampler of(Sample sample, Dimensions dimensions) {
    return switch (sample.sampling()) {
      case RANDOM -> new RandomPaths();
      case ANTITHETIC -> new AntitheticPairs();
      case LHS -> new LatinHypercube(sample.paths());
      case SOBOL -> new SobolSampler(dimensions);
    };
  }
}
