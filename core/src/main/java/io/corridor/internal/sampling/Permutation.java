package io.corridor.internal.sampling;

import io.corridor.internal.random.Words;

/**
 * A pseudo-random permutation of 0, …, n − 1, in place: a Feistel network of ten rounds on the
 * least even number of bits that hold n − 1, taken again and again until it comes to a number below
 * n (Black and Rogaway, Ciphers with Arbitrary Finite Domains, CT-RSA 2002,
 * doi:10.1007/3-540-45760-7_9). As the network permutes its domain, and a number comes back to
 * itself at last, this is a permutation for every key. Four steps at most are taken on average, as
 * the domain is less than four times n.
 *
 * <p>Immutable.
 */
final class Permutation {
  private static final int ROUNDS = 10;

  private final Words random;
  private final long key;
  private final long size;
  private final int half;
  private final long mask;

  /**
   * Makes a permutation.
   *
   * @param random words that decide
   * @param key number of the permutation, from 0
   * @param size n, from 1 to 2³¹
   */
  Permutation(Words random, int key, long size) {
    this.random = random;
    this.key = (long) key * ROUNDS << Integer.SIZE;
    this.size = size;
    int bits = Long.SIZE - Long.numberOfLeadingZeros(size - 1);
    this.half = Math.max(1, (bits + 1) / 2);
    this.mask = (1L << half) - 1;
  }

  /** Returns n. */
  long size() {
    return size;
  }

  /** Returns where {@code place} goes. */
  long of(long place) {
    long image = place;
    do {
      image = network(image);
    } while (image >= size);
    return image;
  }

  private long network(long number) {
    long left = number >>> half;
    long right = number & mask;
    for (int round = 0; round < ROUNDS; round++) {
      long function = random.word(key + ((long) round << Integer.SIZE) + right);
      long next = left ^ function & mask;
      left = right;
      right = next;
    }
    return left << half | right;
  }
}
