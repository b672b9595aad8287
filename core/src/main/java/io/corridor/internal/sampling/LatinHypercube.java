package io.corridor.internal.sampling;

import io.corridor.internal.random.RandomStream;
import io.corridor.internal.random.StreamName;
import io.corridor.internal.random.Words;
import io.corridor.model.Sampling;

/**
 * A Latin hypercube (McKay, Beckman and Conover, Technometrics 21, 1979, doi:10.2307/1268522) over
 * what is drawn once a path: of the n paths of a replication, one lies in each of the n strata of
 * equal probability of each such number, at a random place in it. Which path lies in which stratum
 * is a random permutation, another for each number and replication. What is drawn month by month is
 * random.
 *
 * @param paths of the run
 */
record LatinHypercube(long paths) implements Sampler {

  @Override
  public Words once(RandomStream stream) {
    Words shuffle = stream.sibling(StreamName.STRATA.of(stream.name())).key(0, 0);
    Stratum[] strata = new Stratum[Sampling.REPLICATIONS];
    for (int r = 0; r < strata.length; r++) {
      long size = (paths + strata.length - 1 - r) / strata.length;
      strata[r] = new Stratum(new Permutation(shuffle, r, size), size);
    }
    return new Stratified(stream.key(0, 0), strata);
  }

  @Override
  public Words monthly(RandomStream stream, int month, int draw) {
    return stream.key(month, draw);
  }

  /** The strata of a replication of {@code size} paths. */
  private record Stratum(Permutation order, long size) {

    /** Returns a word of the stratum of path {@code place}, which {@code random} decides. */
    long word(long place, long random) {
      long width = Long.divideUnsigned(-1, size); // of a stratum, but for its last word
      long excess = Long.remainderUnsigned(-1, size);
      long stratum = order.of(place);
      long unsigned = stratum * width + stratum * excess / size + highProduct(random, width);
      return unsigned ^ Long.MIN_VALUE; // uniforms take words as signed
    }

    /** Returns the upper half of the product of two unsigned words. */
    private static long highProduct(long a, long b) {
      return Math.multiplyHigh(a, b) + (a >> 63 & b) + (b >> 63 & a);
    }
  }

  private record Stratified(Words random, Stratum[] strata) implements Words {

    @Override
    public long word(long path) {
      int replication = (int) (path % strata.length);
      return strata[replication].word(path / strata.length, random.word(path));
    }

    @Override
    public void fill(long firstPath, int count, long[] words) {
      for (int i = 0; i < count; i++) {
        words[i] = word(firstPath + i);
      }
    }
  }
}
