package io.corridor.internal.sampling;

import io.corridor.internal.random.RandomStream;
import io.corridor.internal.random.StreamName;
import io.corridor.internal.random.Words;
import java.util.OptionalInt;

/**
 * Scrambled Sobol points: a path is a point, a draw one of its coordinates. Draws beyond the last
 * dimension are random.
 *
 * @param dimensions which coordinate each draw is
 */
record SobolSampler(Dimensions dimensions) implements Sampler {

  @Override
  public Words once(RandomStream stream) {
    return monthly(stream, 0, 0);
  }

  @Override
  public Words monthly(RandomStream stream, int month, int draw) {
    OptionalInt dimension = dimensions.of(stream.name(), month, draw);
    if (dimension.isEmpty()) {
      return stream.key(month, draw);
    }
    Words matrix = stream.sibling(StreamName.SCRAMBLE.of(stream.name())).key(month, draw);
    return SobolWords.of(dimension.getAsInt(), matrix, stream.key(month, draw));
  }

  @Override
  public boolean isBridged() {
    return true;
  }
}
