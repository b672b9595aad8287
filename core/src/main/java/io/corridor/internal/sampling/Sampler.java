package io.corridor.internal.sampling;

import io.corridor.internal.random.RandomStream;
import io.corridor.internal.random.StreamName;
import io.corridor.internal.random.Words;
import io.corridor.model.Sample;
import io.corridor.model.Sampling;
import java.util.OptionalInt;

/**
 * Gives the words of each draw. Immutable.
 *
 * @param sample which paths
 * @param dimensions which coordinate of a Sobol point each draw is; those without one are random
 * @param isMedian whether all paths are the one on which every uniform is 0.5 and every normal 0,
 *     to 2⁻⁵³: uncertain numbers are at their medians, no shock comes, and what happens is what is
 *     likelier than not
 */
public record Sampler(Sample sample, Dimensions dimensions, boolean isMedian) {

  /** Returns the words of what is drawn from {@code stream} once a path. */
  public Words once(RandomStream stream) {
    return sample.sampling() == Sampling.LHS && !isMedian
        ? LatinHypercube.of(stream, sample.paths())
        : monthly(stream, 0, 0);
  }

  /** Returns the words of one of a month's draws from {@code stream}. */
  public Words monthly(RandomStream stream, int month, int draw) {
    if (isMedian) {
      return path -> 0;
    }
    return switch (sample.sampling()) {
      case RANDOM, LHS -> stream.key(month, draw);
      case ANTITHETIC -> new AntitheticPairs(stream.key(month, draw));
      case SOBOL -> coordinate(stream, month, draw);
    };
  }

  private Words coordinate(RandomStream stream, int month, int draw) {
    Words random = stream.key(month, draw);
    OptionalInt dimension = dimensions.of(stream.name(), month, draw);
    return dimension.isEmpty()
        ? random
        : SobolWords.of(
            dimension.getAsInt(),
            stream.sibling(StreamName.SCRAMBLE.of(stream.name())).key(month, draw),
            random);
  }

  /**
   * Returns whether normals of the months are to be made by a Brownian bridge: points of low
   * numbers of dimensions are spread best, so they had better decide what matters most.
   */
  public boolean isBridged() {
    return sample.sampling() == Sampling.SOBOL && !isMedian;
  }
}
