package io.corridor.benchmarks.quality;

import io.corridor.internal.random.NormalQuantile;
import io.corridor.internal.random.RandomStream;
import io.corridor.internal.random.RandomStream.Key;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.inference.KolmogorovSmirnovTest;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.PoissonDistribution;

/**
 * Tests the normal numbers that are made of random streams against their law, with p-values on
 * standard output; {@code benchmarks/quality.sh} calls it.
 *
 * <ul>
 *   <li>{@code law DRAWS}: chi-square over cells 1/64 wide, numbers in the tails beyond 3 to 6
 *       standard deviations, and the first four moments;
 *   <li>{@code samples COUNT}: Kolmogorov–Smirnov and Anderson–Darling on samples of 2²⁰, and the
 *       uniformity of their p-values;
 *   <li>{@code correlation PATHS}: of 64 keys (eight neighbouring names, eight months) each with
 *       each: of the numbers and of their squares, on the same path and on the next.
 * </ul>
 *
 * <p>P-values are one-sided where a statistic can only be too large, and the probability below or
 * at the statistic where it has two sides: suspicious near 0 and near 1.
 */
public final class NormalQuality {
  private static final int BLOCK = 1024;
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  private NormalQuality() {}

  /**
   * Runs one of the tests.
   *
   * @param arguments its name and size
   */
  public static void main(String[] arguments) {
    long size = Long.parseLong(arguments[1]);
    switch (arguments[0]) {
      case "law" -> new Law().test(size);
      case "samples" -> Samples.test((int) size);
      case "correlation" -> new Correlation().test(size);
      default -> throw new IllegalArgumentException("unknown test " + arguments[0]);
    }
  }

  private static void print(String statistic, double value, double p) {
    System.out.printf("%-44s %14.6g  p = %.6g%n", statistic, value, p);
  }

  /** The numbers of blocks of paths, each key in turn, as the engine reads them. */
  private static final class Numbers {
    private final List<Key> keys = StreamOrder.ENGINE.keys().toList();
    private final long[] words = new long[BLOCK];
    private int key;
    private long firstPath;

    void next(double[] out) {
      keys.get(key).fill(firstPath, BLOCK, words);
      NormalQuantile.fill(words, out, BLOCK);
      if (++key == keys.size()) {
        key = 0;
        firstPath += BLOCK;
      }
    }
  }

  /** The distribution of single numbers. */
  private static final class Law {
    private static final int CELLS_A_UNIT = 64;
    private static final int END = 9;
    private static final double[] TAILS = {3, 4, 4.5, 5, 5.5, 6};
    private static final int LEAST_EXPECTED = 20;

    private final long[] cells = new long[2 * END * CELLS_A_UNIT];
    private final double[] powers = new double[5];

    void test(long draws) {
      Numbers numbers = new Numbers();
      double[] normals = new double[BLOCK];
      long blocks = draws / BLOCK;
      for (long block = 0; block < blocks; block++) {
        numbers.next(normals);
        add(normals);
      }
      long count = blocks * BLOCK;
      System.out.printf("law: %d numbers%n", count);
      printChiSquare(count);
      for (double tail : TAILS) {
        printTail("above " + tail, tail, END, count);
        printTail("below -" + tail, -END, -tail, count);
      }
      printMoments(count);
    }

    private void add(double[] normals) {
      for (double z : normals) {
        cells[(int) Math.floor((z + END) * CELLS_A_UNIT)]++;
        double square = z * z;
        powers[1] += z;
        powers[2] += square;
        powers[3] += square * z;
        powers[4] += square * square;
      }
    }

    private static int cell(double edge) {
      return (int) ((edge + END) * CELLS_A_UNIT);
    }

    private static double edge(int cell) {
      return (double) cell / CELLS_A_UNIT - END;
    }

    /** Cells are joined from either end until enough is expected in the outermost. */
    private void printChiSquare(long count) {
      int low = 0;
      while (NORMAL.cumulativeProbability(edge(low + 1)) * count < LEAST_EXPECTED) {
        low++;
      }
      int high = cells.length - 1 - low;
      double sum = 0;
      for (int i = low; i <= high; i++) {
        double from = i == low ? Double.NEGATIVE_INFINITY : edge(i);
        double to = i == high ? Double.POSITIVE_INFINITY : edge(i + 1);
        long found = Arrays.stream(cells, i == low ? 0 : i, i == high ? cells.length : i + 1).sum();
        double expected = count * NORMAL.probability(from, to);
        sum += (found - expected) * (found - expected) / expected;
      }
      ChiSquaredDistribution law = ChiSquaredDistribution.of(high - low);
      print("chi-square, " + (high - low + 1) + " cells", sum, law.survivalProbability(sum));
    }

    private void printTail(String name, double from, double to, long count) {
      long found = Arrays.stream(cells, cell(from), cell(to)).sum();
      double expected = count * NORMAL.survivalProbability(Math.min(Math.abs(from), Math.abs(to)));
      PoissonDistribution law = PoissonDistribution.of(expected);
      double p =
          expected < 1e6
              ? law.cumulativeProbability((int) found)
              : NORMAL.cumulativeProbability((found - expected) / Math.sqrt(expected));
      print(String.format("%s: %.1f expected", name, expected), found, p);
    }

    /** The variance of zⁿ is (2n − 1)!! − ((n − 1)!!)², the latter for even n. */
    private void printMoments(long count) {
      double[] mean = {1, 0, 1, 0, 3};
      double[] variance = {0, 1, 2, 15, 96};
      for (int n = 1; n <= 4; n++) {
        double error = (powers[n] / count - mean[n]) / Math.sqrt(variance[n] / count);
        print("mean of power " + n + ", in standard errors", error, cumulative(error));
      }
    }
  }

  private static double cumulative(double z) {
    return NORMAL.cumulativeProbability(z);
  }

  /** The distribution of large samples, and of their p-values. */
  private static final class Samples {
    private static final int SIZE = 1 << 20;

    static void test(int count) {
      Numbers numbers = new Numbers();
      double[] smirnov = new double[count];
      double[] anderson = new double[count];
      for (int i = 0; i < count; i++) {
        double[] sample = sorted(numbers);
        double distance = distance(sample, NORMAL::cumulativeProbability);
        smirnov[i] = 1 - new KolmogorovSmirnovTest().cdf(distance, SIZE);
        anderson[i] = 1 - andersonDarlingLaw(andersonDarling(sample));
      }
      System.out.printf("samples: %d of %d numbers%n", count, SIZE);
      printUniformity("Kolmogorov–Smirnov", smirnov);
      printUniformity("Anderson–Darling", anderson);
    }

    private static double[] sorted(Numbers numbers) {
      double[] sample = new double[SIZE];
      double[] block = new double[BLOCK];
      for (int i = 0; i < SIZE; i += BLOCK) {
        numbers.next(block);
        System.arraycopy(block, 0, sample, i, BLOCK);
      }
      Arrays.sort(sample);
      return sample;
    }

    private static void printUniformity(String test, double[] p) {
      Arrays.sort(p);
      print(test + ", least p-value", p[0], 1 - Math.pow(1 - p[0], p.length));
      double distance = distance(p, u -> u);
      double uniformity = 1 - new KolmogorovSmirnovTest().cdf(distance, p.length);
      print(test + ", uniformity of p-values", distance, uniformity);
    }

    private static double distance(double[] sorted, DoubleUnaryOperator law) {
      double distance = 0;
      for (int i = 0; i < sorted.length; i++) {
        double u = law.applyAsDouble(sorted[i]);
        distance = Math.max(distance, u - (double) i / sorted.length);
        distance = Math.max(distance, (double) (i + 1) / sorted.length - u);
      }
      return distance;
    }

    /** A² = −n − Σ (2i + 1)/n · (ln Φ(z₍ᵢ₎) + ln Φ(−z₍ₙ₋₁₋ᵢ₎)), i from 0. */
    private static double andersonDarling(double[] sorted) {
      int n = sorted.length;
      double sum = 0;
      for (int i = 0; i < n; i++) {
        double below = NORMAL.cumulativeProbability(sorted[i]);
        double above = NORMAL.survivalProbability(sorted[n - 1 - i]);
        sum += (2.0 * i + 1) / n * (Math.log(below) + Math.log(above));
      }
      return -n - sum;
    }

    /**
     * The limiting law of A²: Anderson and Darling, "Asymptotic theory of certain goodness of fit
     * criteria", Annals of Mathematical Statistics 23 (1952), doi:10.1214/aoms/1177729437.
     */
    private static double andersonDarlingLaw(double z) {
      double sum = 0;
      double binomial = 1; // (−1/2 choose j)
      for (int j = 0; j < 20; j++) {
        double a = (4 * j + 1) * (4 * j + 1) * Math.PI * Math.PI / (8 * z);
        sum += binomial * (4 * j + 1) * Math.exp(-a) * integral(z, a);
        binomial *= -(j + 0.5) / (j + 1);
      }
      return Math.sqrt(2 * Math.PI) / z * sum;
    }

    /** ∫₀^∞ exp(z/(8(w² + 1)) − a w²) dw, by the trapezoidal rule, as it is even and analytic. */
    private static double integral(double z, double a) {
      double step = 12 / Math.sqrt(a) / 2000;
      double sum = 0.5 * Math.exp(z / 8);
      for (int i = 1; i < 2000; i++) {
        double square = i * step * i * step;
        sum += Math.exp(z / (8 * (square + 1)) - a * square);
      }
      return sum * step;
    }
  }

  /** Correlations of keys with each other. */
  private static final class Correlation {
    private static final int NAMES = 8;
    private static final int MONTHS = 8;
    private static final int KEYS = NAMES * MONTHS;

    private final List<Key> keys = neighbours();
    private final double[][] normals = new double[KEYS][BLOCK + 1];
    private final double[][] squares = new double[KEYS][BLOCK + 1];
    private final long[] words = new long[BLOCK + 1];

    /** What is summed: numbers or squares, on this path or the next, key i with key j. */
    private final double[][][][] sums = new double[2][2][KEYS][KEYS];

    private static List<Key> neighbours() {
      return IntStream.range(0, KEYS)
          .mapToObj(
              i -> RandomStream.of(1, "shock." + (char) ('a' + i / MONTHS)).key(i % MONTHS, 0))
          .toList();
    }

    void test(long paths) {
      long blocks = paths / BLOCK;
      for (long block = 0; block < blocks; block++) {
        fill(block * BLOCK);
        for (int lag = 0; lag < 2; lag++) {
          add(normals, lag, sums[0][lag]);
          add(squares, lag, sums[1][lag]);
        }
      }
      System.out.printf("correlation: %d keys, %d paths%n", KEYS, blocks * BLOCK);
      String[] what = {"numbers", "squares"};
      for (int power = 0; power < 2; power++) {
        for (int lag = 0; lag < 2; lag++) {
          String name = what[power] + (lag == 0 ? ", same path" : ", next path");
          print(name, scores(power, lag, blocks * BLOCK));
        }
      }
    }

    private void fill(long firstPath) {
      for (int k = 0; k < KEYS; k++) {
        keys.get(k).fill(firstPath, BLOCK + 1, words);
        NormalQuantile.fill(words, normals[k], BLOCK + 1);
        for (int p = 0; p <= BLOCK; p++) {
          squares[k][p] = (normals[k][p] * normals[k][p] - 1) * Math.sqrt(0.5);
        }
      }
    }

    private static void add(double[][] numbers, int lag, double[][] sums) {
      for (int i = 0; i < KEYS; i++) {
        for (int j = lag == 0 ? i + 1 : 0; j < KEYS; j++) {
          sums[i][j] += product(numbers[i], numbers[j], lag);
        }
      }
    }

    /** Four sums, as one would wait for itself. */
    private static double product(double[] x, double[] y, int lag) {
      double a = 0;
      double b = 0;
      double c = 0;
      double d = 0;
      for (int p = 0; p < BLOCK; p += 4) {
        a += x[p] * y[p + lag];
        b += x[p + 1] * y[p + 1 + lag];
        c += x[p + 2] * y[p + 2 + lag];
        d += x[p + 3] * y[p + 3 + lag];
      }
      return (a + b) + (c + d);
    }

    /** The correlations, in standard errors. */
    private double[] scores(int power, int lag, long paths) {
      double[][] sum = sums[power][lag];
      return IntStream.range(0, KEYS)
          .boxed()
          .flatMapToDouble(i -> Arrays.stream(sum[i], lag == 0 ? i + 1 : 0, KEYS))
          .map(s -> s / Math.sqrt(paths))
          .toArray();
    }

    private static void print(String what, double[] scores) {
      double greatest = Arrays.stream(scores).map(Math::abs).max().orElseThrow();
      double sum = Arrays.stream(scores).map(z -> z * z).sum();
      double single = 2 * NORMAL.survivalProbability(greatest);
      NormalQuality.print(
          what + ", largest of " + scores.length,
          greatest,
          -Math.expm1(scores.length * Math.log1p(-single)));
      NormalQuality.print(
          what + ", sum of squares",
          sum,
          ChiSquaredDistribution.of(scores.length).survivalProbability(sum));
    }
  }
}
