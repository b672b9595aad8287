package io.corridor.internal.sampling;

import io.corridor.internal.random.Words;
import io.corridor.model.Sampling;
import org.apache.commons.math3.random.SobolSequenceGenerator;

/**
 * A coordinate of scrambled Sobol points, one point for each path of a replication; path p is point
 * ⌊p / 16⌋ of replication p mod 16.
 *
 * <p>Direction numbers are those of Joe and Kuo (SIAM Journal on Scientific Computing 30, 2008,
 * doi:10.1137/070709359, the set new-joe-kuo-6), read off the points that Commons Math makes of
 * them.
 *
 * <p>The scrambling is Matoušek's (Journal of Complexity 14, 1998, doi:10.1006/jcom.1998.0489) form
 * of Owen's: the binary digits of a coordinate are multiplied by a random lower triangular matrix
 * with a diagonal of ones, and a random word is added digit by digit. Every point becomes uniform,
 * and the points stay as evenly spread as they were. Owen's nested scrambling flips each digit at
 * random by all that precede it; both have the same joint law of any two points, and so the same
 * variance of any mean (Owen, ACM TOMACS 13, 2003, doi:10.1145/945511.945518). What makes the
 * difference is cost: a matrix times a sum of direction numbers is the sum of scrambled direction
 * numbers, so that nothing is scrambled point by point. The next point is the last one plus one
 * direction number (Antonov and Saleev, 1979, doi:10.1016/0041-5553(79)90085-5).
 *
 * <p>After 2³¹ points of a replication the sequence starts again with another random word added.
 *
 * <p>Immutable.
 */
final class SobolWords implements Words {
  private static final int LANES = Sampling.REPLICATIONS;

  /** How many dimensions there are. */
  static final int DIMENSIONS = 1000;

  /** Direction numbers of a dimension: as many as there are bits in the number of a point. */
  static final int BITS = 31;

  private static final long[][] BY_DIMENSION = readDirections();

  /** Scrambled direction numbers, by bit and replication. */
  private final long[] directions;

  private final Words shifts;

  private SobolWords(long[] directions, Words shifts) {
    this.directions = directions;
    this.shifts = shifts;
  }

  /**
   * Returns the words of a dimension.
   *
   * @param dimension of the Sobol sequence, from 0
   * @param matrix random words that the matrices are made of
   * @param shifts random words that are added
   */
  static SobolWords of(int dimension, Words matrix, Words shifts) {
    long[] directions = new long[BITS * LANES];
    long[] columns = new long[BITS];
    for (int lane = 0; lane < LANES; lane++) {
      for (int digit = 0; digit < BITS; digit++) {
        columns[digit] = Long.MIN_VALUE | matrix.word((long) lane * BITS + digit) >>> 1;
        columns[digit] >>>= digit;
      }
      for (int bit = 0; bit < BITS; bit++) {
        directions[bit * LANES + lane] = product(columns, direction(dimension, bit));
      }
    }
    return new SobolWords(directions, shifts);
  }

  /** Returns direction number {@code bit} of a dimension, its first binary digit the highest. */
  static long direction(int dimension, int bit) {
    return BY_DIMENSION[dimension][bit];
  }

  /** The point whose number's Gray code is 2ᵏ is direction number k itself. */
  private static long[][] readDirections() {
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

  /** Returns the matrix times a vector of binary digits, of which the highest is the first. */
  private static long product(long[] columns, long digits) {
    long product = 0;
    for (int digit = 0; digit < columns.length; digit++) {
      product ^= columns[digit] & digits << digit >> Long.SIZE - 1;
    }
    return product;
  }

  @Override
  public long word(long path) {
    int lane = (int) (path % LANES);
    long point = path / LANES;
    long word = shifts.word((point >>> BITS) * LANES + lane);
    long place = point & (1L << BITS) - 1;
    for (long gray = place ^ place >>> 1; gray != 0; gray &= gray - 1) {
      word ^= directions[Long.numberOfTrailingZeros(gray) * LANES + lane];
    }
    return word;
  }

  @Override
  public void fill(long firstPath, int count, long[] words) {
    int first = (int) Math.min(count, LANES - firstPath % LANES);
    fillOneByOne(firstPath, 0, first, words);
    for (int i = first; i < count; i += LANES) {
      int end = Math.min(count, i + LANES);
      long point = (firstPath + i) / LANES;
      int bit = Long.numberOfTrailingZeros(point);
      if (i < LANES || bit >= BITS) {
        fillOneByOne(firstPath, i, end, words);
      } else {
        next(bit, i, end, words);
      }
    }
  }

  private void fillOneByOne(long firstPath, int from, int end, long[] words) {
    for (int i = from; i < end; i++) {
      words[i] = word(firstPath + i);
    }
  }

  /** Makes the points of the replications from those just before. */
  private void next(int bit, int from, int end, long[] words) {
    int direction = bit * LANES;
    for (int i = from; i < end; i++) {
      words[i] = words[i - LANES] ^ directions[direction + i - from];
    }
  }
}
