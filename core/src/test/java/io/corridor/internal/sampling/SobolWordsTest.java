package io.corridor.internal.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.internal.random.RandomStream;
import io.corridor.internal.random.Words;
import java.util.Arrays;
import java.util.Random;
import org.apache.commons.math3.stat.inference.ChiSquareTest;
import org.apache.commons.math3.stat.regression.SimpleRegression;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Scrambled points: spread as Sobol's, each uniform, and as precise as Owen's scrambling. */
class SobolWordsTest {
  private static final int LANES = 16;
  private static final Words[] COINS = {
    RandomStream.of(9, "coins.0").key(0, 0),
    RandomStream.of(9, "coins.1").key(0, 0),
    RandomStream.of(9, "coins.2").key(0, 0)
  };

  /** Tests with this level fail for one of a thousand seeds of a right program. */
  private static final double LEVEL = 1e-3;

  private static SobolWords words(long seed, int dimension) {
    RandomStream stream = RandomStream.of(seed, "dimension." + dimension);
    return SobolWords.of(dimension, stream.key(0, 1), stream.key(0, 0));
  }

  @Test
  void aPointIsTheSameHoweverItIsAskedFor() {
    SobolWords words = words(1, 77);
    Random random = new Random(2);
    for (int i = 0; i < 300; i++) {
      long first = i % 3 == 0 ? 2048L * random.nextInt(1 << 20) : random.nextLong() >>> 20;
      int count = 1 + random.nextInt(2048);
      requireSame(words, first, count);
    }
    requireSame(words, (1L << 35) - 1000, 2048); // where the sequence starts again
    requireSame(words, 0, 1);
  }

  private static void requireSame(Words words, long first, int count) {
    long[] filled = new long[2048];
    words.fill(first, count, filled);
    for (int i = 0; i < count; i++) {
      assertThat(filled[i]).as("path %d", first + i).isEqualTo(words.word(first + i));
    }
  }

  /** Any 2ᵐ points from a multiple of 2ᵐ on lie one each in 2ᵐ intervals. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 9, 100, 499, 999})
  void eachIntervalGetsItsPoint(int dimension) {
    SobolWords words = words(3, dimension);
    for (int m : new int[] {1, 4, 7, 11}) {
      for (long start : new long[] {0, 3L << m, (1L << 31) - (1L << m), 1L << 31}) {
        for (int lane = 0; lane < LANES; lane++) {
          boolean[] hit = new boolean[1 << m];
          for (long point = start; point < start + (1L << m); point++) {
            hit[(int) (words.word(point * LANES + lane) >>> (Long.SIZE - m))] = true;
          }
          assertThat(hit).doesNotContain(false);
        }
      }
    }
  }

  /** The first two dimensions are a (0, 2)-sequence: each rectangle of area 2⁻¹⁰ gets a point. */
  @Test
  void eachRectangleGetsItsPoint() {
    SobolWords x = words(4, 0);
    SobolWords y = words(4, 1);
    int m = 10;
    for (int lane = 0; lane < LANES; lane++) {
      for (int split = 1; split < m; split++) {
        boolean[] hit = new boolean[1 << m];
        for (long point = 0; point < 1 << m; point++) {
          long across = x.word(point * LANES + lane) >>> (Long.SIZE - split);
          long down = y.word(point * LANES + lane) >>> (Long.SIZE - (m - split));
          hit[(int) (across << (m - split) | down)] = true;
        }
        assertThat(hit).doesNotContain(false);
      }
    }
  }

  @Test
  void eachPointIsUniformOverScramblesInAllItsBits() {
    int scrambles = 4_000;
    for (long point : new long[] {0, 1, 6, 12_345}) {
      for (int shift : new int[] {60, 40, 12}) {
        long[] counts = new long[16];
        for (int seed = 0; seed < scrambles / LANES; seed++) {
          SobolWords words = words(seed, 5);
          for (int lane = 0; lane < LANES; lane++) {
            counts[(int) (words.word(point * LANES + lane) >>> shift & 15)]++;
          }
        }
        double[] expected = new double[16];
        Arrays.fill(expected, Arrays.stream(counts).sum() / 16.0);
        assertThat(new ChiSquareTest().chiSquareTest(expected, counts))
            .as("point %d, bits from %d", point, shift)
            .isGreaterThan(LEVEL / 12);
      }
    }
  }

  /** The integrand of the reference numbers; its integral is 1. */
  private static double smooth(double[] x) {
    double product = 1;
    for (int j = 0; j < x.length; j++) {
      product *= 1 + (x[j] - 0.5) / ((j + 1) * (j + 1));
    }
    return product;
  }

  /** 1 in the corner, else 0; its integral is 0.4³. */
  private static double corner(double[] x) {
    return x[0] < 0.4 && x[1] < 0.4 && x[2] < 0.4 ? 1 : 0;
  }

  /** Errors of the means over n points, one for each lane of each of some seeds. */
  private static double[] errors(int n, int dimensions, int seeds, Integrand f, double integral) {
    double[] errors = new double[seeds * LANES];
    long[] words = new long[2048];
    for (int seed = 0; seed < seeds; seed++) {
      double[][] x = new double[n * LANES][dimensions];
      for (int j = 0; j < dimensions; j++) {
        SobolWords coordinate = words(1_000 + seed, j);
        for (int first = 0; first < n * LANES; first += words.length) {
          int count = Math.min(words.length, n * LANES - first);
          coordinate.fill(first, count, words);
          for (int i = 0; i < count; i++) {
            x[first + i][j] = RandomStream.uniform(words[i]);
          }
        }
      }
      for (int p = 0; p < x.length; p++) {
        errors[seed * LANES + p % LANES] += f.at(x[p]) / n;
      }
    }
    return Arrays.stream(errors).map(mean -> mean - integral).toArray();
  }

  private interface Integrand {
    double at(double[] x);
  }

  private static double rms(double[] errors) {
    return Math.sqrt(Arrays.stream(errors).map(e -> e * e).average().orElseThrow());
  }

  /**
   * Errors of SciPy's scrambled points (a random matrix and shift as here), 200 scrambles for each
   * number. The law of these errors has heavy tails, up to ten times their root mean square, so
   * that such a figure of 208 or 2080 scrambles says little more than the order of magnitude: with
   * 16 000, ours are 6.6e-4, 9.7e-5, 1.3e-5 and 1.3e-6. Random points would have 3.6e-2 to 4.7e-3.
   * The slope is what counts, and the comparison with Owen's own scrambling below.
   */
  @Test
  void errorsOfASmoothIntegrandFallAlmostWithThePowerOfThreeHalves() {
    double[] reference = {5.04e-4, 5.55e-5, 6.28e-6, 9.25e-7};
    SimpleRegression slope = new SimpleRegression();
    for (int i = 0; i < reference.length; i++) {
      int n = 64 << 2 * i;
      double error = rms(errors(n, 8, n < 1000 ? 130 : 26, SobolWordsTest::smooth, 1));
      assertThat(error).as("%d points", n).isBetween(0.5 * reference[i], 2.5 * reference[i]);
      slope.addData(Math.log(n), Math.log(error));
    }
    assertThat(slope.getSlope()).isBetween(-1.65, -1.35);
  }

  /**
   * Owen's nested scrambling itself, digit by digit, with as many scrambles. Variances of 1600
   * scrambles each are within 18 % of each other (5 standard errors of normal errors), or 30 % if
   * the tails are heavier; random points would have 40 and 5 times the variance.
   */
  @ParameterizedTest(name = "{0} points")
  @CsvSource({"64", "200"})
  void isAsPreciseAsOwensScrambling(int n) {
    int seeds = 100;
    double[] ours = errors(n, 3, seeds, SobolWordsTest::corner, 0.064);
    double[] owen = owenErrors(n, seeds * LANES, SobolWordsTest::corner, 0.064);
    assertThat(rms(ours) * rms(ours) / (rms(owen) * rms(owen))).isBetween(0.7, 1.43);
    double[] smooth = errors(n, 3, seeds, SobolWordsTest::smooth, 1);
    double[] owenSmooth = owenErrors(n, seeds * LANES, SobolWordsTest::smooth, 1);
    assertThat(rms(smooth) * rms(smooth) / (rms(owenSmooth) * rms(owenSmooth)))
        .isBetween(0.7, 1.43);
    double random = 0.064 * (1 - 0.064) / n;
    assertThat(rms(ours) * rms(ours)).isLessThan(random / 2);
    double z = Arrays.stream(ours).average().orElseThrow() / (rms(ours) / Math.sqrt(ours.length));
    assertThat(Math.abs(z)).as("bias in standard errors").isLessThan(3.29);
  }

  private static double[] owenErrors(int n, int scrambles, Integrand f, double integral) {
    double[] errors = new double[scrambles];
    double[] x = new double[3];
    for (int scramble = 0; scramble < scrambles; scramble++) {
      double sum = 0;
      for (int point = 0; point < n; point++) {
        for (int j = 0; j < x.length; j++) {
          x[j] = RandomStream.uniform(nested(point, j, 5_000 + scramble));
        }
        sum += f.at(x);
      }
      errors[scramble] = sum / n - integral;
    }
    return errors;
  }

  /** Flips each of the first 32 digits by a coin that hangs on all digits before it. */
  private static long nested(long point, int dimension, long seed) {
    long gray = point ^ point >>> 1;
    long word = 0;
    for (int bit = 0; bit < SobolWords.BITS; bit++) {
      word ^= (gray >>> bit & 1) == 1 ? SobolWords.direction(dimension, bit) : 0;
    }
    Words coins = COINS[dimension];
    long scrambled = 0;
    for (int digit = 0; digit < 32; digit++) {
      long prefix = digit == 0 ? 0 : word >>> Long.SIZE - digit;
      long coin = coins.word((1L << digit | prefix) + (seed << 33));
      scrambled |= (word << digit >>> 63 ^ coin >>> 63) << 63 - digit;
    }
    return scrambled | coins.word(point + (seed << 33) + (1L << 62)) >>> 32;
  }
}
