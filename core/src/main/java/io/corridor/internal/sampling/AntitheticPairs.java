package io.corridor.internal.sampling;

import io.corridor.internal.random.Words;

/**
 * Antithetic variates (Hammersley and Morton, Proceedings of the Cambridge Philosophical Society
 * 52, 1956, doi:10.1017/S0305004100031455): path 2k is a random one, path 2k + 1 its mirror image,
 * with 1 − u for every uniform u and −z for every normal z. Both have the law of a random path; of
 * what grows or falls with every number that is drawn, their errors cancel in part.
 *
 * @param random words of the even paths; their complements are those of the odd ones that follow
 */
record AntitheticPairs(Words random) implements Words {

  @Override
  public long word(long path) {
    return random.word(path & ~1) ^ -(path & 1);
  }

  @Override
  public void fill(long firstPath, int count, long[] words) {
    random.fill(firstPath, count, words);
    int odd = (int) (firstPath & 1) ^ 1;
    if (odd == 0) {
      words[0] = word(firstPath);
      odd = 2;
    }
    for (int i = odd; i < count; i += 2) {
      words[i] = ~words[i - 1];
    }
  }
}
