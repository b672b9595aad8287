package io.corridor.reference;

import io.corridor.internal.random.RandomStream;
import java.util.HashMap;
import java.util.Map;

/** The random numbers of one path, by name of the stream, month and draw. */
final class Draws {
  private final long seed;
  private final long path;
  private final Map<String, RandomStream> streams = new HashMap<>();

  Draws(long seed, long path) {
    this.seed = seed;
    this.path = path;
  }

  /** Returns a uniform number in (0, 1). */
  double uniform(String stream, int month, int draw) {
    return key(stream, month, draw).uniform(path);
  }

  /** Returns a standard normal number, made of the same word as the uniform one. */
  double normal(String stream, int month, int draw) {
    return key(stream, month, draw).normal(path);
  }

  private RandomStream.Key key(String stream, int month, int draw) {
    return streams.computeIfAbsent(stream, name -> RandomStream.of(seed, name)).key(month, draw);
  }
}
