package io.corridor.internal.sampling;

import io.corridor.internal.random.RandomStream;
import io.corridor.internal.random.Words;
import java.util.Arrays;

/**
 * The path on which every uniform is 0.5 and every normal 0, to 2⁻⁵³: uncertain numbers are at
 * their medians, no shock comes, and what happens is what is likelier than not. All paths are this
 * one.
 */
public record MedianPath() implements Sampler {

  @Override
  public Words once(RandomStream stream) {
    return Middle.WORDS;
  }

  @Override
  public Words monthly(RandomStream stream, int month, int draw) {
    return Middle.WORDS;
  }

  /** The word in the middle for all paths. */
  private enum Middle implements Words {
    WORDS;

    private static final long WORD = 0;

    @Override
    public long word(long path) {
      return WORD;
    }

    @Override
    public void fill(long firstPath, int count, long[] words) {
      Arrays.fill(words, 0, count, WORD);
    }
  }
}
