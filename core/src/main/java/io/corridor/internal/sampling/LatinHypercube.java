package io.corridor.internal.sampling;

import io.corridor.internal.random.Philox4x64;
import io.corridor.internal.random.RandomStream;
import io.corridor.internal.random.StreamName;
import io.corridor.internal.random.Words;
import io.corridor.model.Sampling;
import java.util.ArrayList;
import java.util.List;

/**
 * A Latin hypercube (McKay, Beckman and Conover, Technometrics 21, 1979, doi:10.2307/1268522) over
 * what is drawn once a path: of the n paths of a replication, one lies in each of the n strata of
 * equal probability of each such number, at a random place in it. Which path lies in which stratum
 * is a random permutation, another for each number and replication.
 *
 * @param random decides the place in the stratum
 * @param strata of the paths of each replication
 */
record LatinHypercube(Words random, List<Permutation> strata) implements Words {

  /** Returns the words of what is drawn from {@code stream} once a path. */
  static LatinHypercube of(RandomStream stream, long paths) {
    Words shuffle = stream.sibling(StreamName.STRATA.of(stream.name())).key(0, 0);
    List<Permutation> strata = new ArrayList<>();
    for (int r = 0; r < Sampling.REPLICATIONS; r++) {
      long size = (paths + Sampling.REPLICATIONS - 1 - r) / Sampling.REPLICATIONS;
      strata.add(new Permutation(shuffle, r, size));
    }
    return new LatinHypercube(stream.key(0, 0), strata);
  }

  @Override
  public long word(long path) {
    Permutation order = strata.get((int) (path % Sampling.REPLICATIONS));
    long size = order.size();
    long stratum = order.of(path / Sampling.REPLICATIONS);
    long width = Long.divideUnsigned(-1, size); // of a stratum, but for its last word
    long excess = Long.remainderUnsigned(-1, size);
    long inside = Philox4x64.multiplyHighUnsigned(random.word(path), width);
    long unsigned = stratum * width + stratum * excess / size + inside;
    return unsigned ^ Long.MIN_VALUE; // uniforms take words as signed
  }
}
