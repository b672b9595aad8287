package io.corridor.internal.sampling;

import io.corridor.internal.random.Words;

/** Gives paths the random numbers of other paths, of some sources. */
@FunctionalInterface
public interface Exchange {

  /** Every path has its own numbers. */
  Exchange NONE = (source, words) -> words;

  /** Returns the words of {@code source} that paths have instead of {@code words}. */
  Words of(String source, Words words);
}
