package io.corridor.internal.sampling;

import io.corridor.internal.random.RandomStream;
import io.corridor.internal.random.Words;

/** Paths that are independent of each other. */
record RandomPaths() implements Sampler {

  @Override
  public Words once(RandomStream stream) {
    return stream.key(0, 0);
  }

  @Override
  public Words monthly(RandomStream stream, int month, int draw) {
    return stream.key(month, draw);
  }
}
