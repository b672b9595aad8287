package io.corridor.internal.sampling;

import org.apache.commons.math3.random.SobolSequenceGenerator;

/**
 * Direction numbers of the Sobol sequence (Joe and Kuo, SIAM Journal on Scientific Computing 30,
 * 2008, doi:10.1137/070709359, the set new-joe-kuo-6), as Commons Math has them. They are read off
 * its points: the one whose number's Gray code is 2ᵏ is direction number k itself.
 */
final class SobolDirections {

  /** How many dimensions there are. */
  static final int DIMENSIONS = 1000;

  /** Direction numbers of a dimension: as many as there are bits in the number of a point. */
  static final int BITS = 31;

  private static final long[][] BY_DIMENSION = read();

  private SobolDirections() {}

  /** Returns direction number {@code bit} of a dimension, its first binary digit the highest. */
  static long of(int dimension, int bit) {
    return BY_DIMENSION[dimension][bit];
  }

  private static long[][] read() {
    SobolSequenceGenerator generator = new SobolSequenceGenerator(DIMENSIONS);
    long[][] directions = new long[DIMENSIONS][BITS];
    for (int bit = 0; bit < BITS; bit++) {
      double[] point = generator.skipTo((int) ((1L << (bit + 1)) - 1));
      for (int dimension = 0; dimension < DIMENSIONS; dimension++) {
        directions[dimension][bit] = (long) (point[dimension] * 0x1p52) << 12;
      }
    }
    return directions;
  }
}
