package io.corridor.evidence.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.corridor.evidence.series.DataSeries;
import io.corridor.evidence.series.Of;
import io.corridor.evidence.series.Period;
import io.corridor.internal.random.RandomStream;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The likelihoods against dense matrices, of the closed form of the process' covariance. */
class DriverLikelihoodTest {
  private static final double[] GBM = {0.05, 0.3};
  private static final double[] LOG_OU = {60, 0.7, 0.35};
  private static final double[] OU = {1, 0.7, 2};

  private static double[] numbers(Process process) {
    return process == Process.GBM ? GBM : process == Process.OU ? OU : LOG_OU;
  }

  @ParameterizedTest
  @EnumSource(names = {"GBM", "OU", "LOG_OU"})
  void ofSingleMonthsWithGapsIsTheDenseNormal(Process process) {
    double[] x = Simulated.x(process, numbers(process), 3.5, 40, new Random(1));
    TreeMap<Period, Double> kept = new TreeMap<>(Simulated.months(process, x).byPeriod());
    for (int gap : new int[] {3, 4, 11, 20}) {
      kept.remove(
          new Period(io.corridor.evidence.series.Every.MONTH, Simulated.FIRST.plusMonths(gap)));
    }
    DataSeries.Values values = new DataSeries.Values(kept);
    Observed ends = Observed.of(process, values, Of.END);
    assertThat(new SingleMonths(process, ends).log(numbers(process)))
        .isCloseTo(dense(process, ends), within(1e-8));
    Observed averages = Observed.of(process, values, Of.MEAN);
    assertThat(new MeansOfMonths(process, averages).log(numbers(process)))
        .isCloseTo(denseOfMeans(process, averages, 1), within(1e-7));
  }

  @ParameterizedTest
  @EnumSource(names = {"GBM", "OU", "LOG_OU"})
  void ofYearsWithAGapIsTheDenseNormal(Process process) {
    double[] x = Simulated.x(process, numbers(process), 3.5, 12 * 9, new Random(2));
    TreeMap<Period, Double> kept = new TreeMap<>(Simulated.years(process, x).byPeriod());
    kept.remove(new Period(io.corridor.evidence.series.Every.YEAR, Simulated.FIRST.plusMonths(47)));
    Observed observed = Observed.of(process, new DataSeries.Values(kept), Of.MEAN);
    assertThat(new MeansOfMonths(process, observed).log(numbers(process)))
        .isCloseTo(denseOfMeans(process, observed, 12), within(1e-7));
  }

  /**
   * What is drawn of month 0 has the mean and covariance that the dense normal has given all
   * observations, at four standard errors of 4 000 draws.
   */
  @ParameterizedTest
  @EnumSource(names = {"GBM", "OU", "LOG_OU"})
  void drawsOfMonthZeroAreTheDenseNormalGivenAll(Process process) {
    double[] x = Simulated.x(process, numbers(process), 3.5, 12, new Random(3));
    Observed observed = Observed.of(process, Simulated.months(process, x), Of.MEAN);
    double[][] rows = new double[4000][];
    Arrays.fill(rows, numbers(process));
    double[][] drawn =
        new MeansOfMonths(process, observed)
            .drawnAt(
                Simulated.FIRST.plusMonths(14),
                rows,
                RandomStream.of(1, "test"),
                OptionalDouble.empty());
    // Month 14's mean, and its last two thousandths of a month for its end.
    double[][] intervals = new double[14][];
    for (int i = 0; i < 12; i++) {
      intervals[i] = new double[] {i, i + 1};
    }
    intervals[12] = new double[] {14, 15};
    intervals[13] = new double[] {14.999, 15};
    Means means = new Means(process, intervals);
    double[] y = Arrays.copyOf(observed.x(), 12);
    RealMatrix all = means.sigma.add(means.a.multiply(means.a.transpose()).scalarMultiply(1e5));
    RealMatrix weights =
        all.getSubMatrix(12, 13, 0, 11)
            .multiply(new LUDecomposition(all.getSubMatrix(0, 11, 0, 11)).getSolver().getInverse());
    RealMatrix left =
        all.getSubMatrix(12, 13, 12, 13)
            .subtract(weights.multiply(all.getSubMatrix(0, 11, 12, 13)));
    RealMatrix error = new Array2DRowRealMatrix(12, 1);
    for (int i = 0; i < 12; i++) {
      error.setEntry(i, 0, y[i] - means.constants[i]);
    }
    for (int i = 0; i < 2; i++) {
      double expected = means.constants[12 + i] + weights.multiply(error).getEntry(i, 0);
      double sd = Math.sqrt(left.getEntry(i, i));
      double mean = Arrays.stream(drawn[i]).average().orElseThrow();
      assertThat(mean).isCloseTo(expected, within(4 * sd / Math.sqrt(4000) + 1e-3 * sd));
      for (int j = 0; j < 2; j++) {
        double other = Arrays.stream(drawn[j]).average().orElseThrow();
        double sum = 0;
        for (int row = 0; row < 4000; row++) {
          sum += (drawn[i][row] - mean) * (drawn[j][row] - other) / 4000;
        }
        double scale = sd * Math.sqrt(left.getEntry(j, j));
        assertThat(sum).isCloseTo(left.getEntry(i, j), within(4 * scale * Math.sqrt(2 / 4000.0)));
      }
    }
  }

  /** Means of the process over intervals of months, by quadrature: constants + a · x(0). */
  private static final class Means {
    final double[] constants;
    final RealMatrix a;
    final RealMatrix sigma;

    Means(Process process, double[][] intervals) {
      int n = intervals.length;
      constants = new double[n];
      a = new Array2DRowRealMatrix(n, 1);
      sigma = new Array2DRowRealMatrix(n, n);
      for (int i = 0; i < n; i++) {
        double from = intervals[i][0];
        double to = intervals[i][1];
        constants[i] = mean(from, to, t -> DriverLikelihoodTest.mean(process, t, 0));
        a.setEntry(
            i, 0, mean(from, to, t -> DriverLikelihoodTest.mean(process, t, 1)) - constants[i]);
        for (int j = 0; j <= i; j++) {
          double before = intervals[j][0];
          double end = intervals[j][1];
          double sum =
              mean(
                  from,
                  to,
                  s -> {
                    if (end <= from) {
                      return mean(before, end, t -> covariance(process, s, t));
                    }
                    double below = (s - before) * mean(before, s, t -> covariance(process, s, t));
                    double above =
                        s < end ? (end - s) * mean(s, end, t -> covariance(process, s, t)) : 0;
                    return (below + above) / (end - before);
                  });
          sigma.setEntry(i, j, sum);
          sigma.setEntry(j, i, sum);
        }
      }
    }

    private static double mean(double from, double to, DoubleUnaryOperator function) {
      return new GaussIntegratorFactory().legendre(24, from, to).integrate(function::applyAsDouble)
          / (to - from);
    }
  }

  /** The same with x at the beginning of the first period flat, given the first observation. */
  private static double denseOfMeans(Process process, Observed observed, int length) {
    int n = observed.count();
    double[][] intervals = new double[n][];
    int first = month(observed, 0) - length + 1;
    for (int i = 0; i < n; i++) {
      int end = month(observed, i) + 1 - first;
      intervals[i] = new double[] {end - length, end};
    }
    Means means = new Means(process, intervals);
    RealMatrix r = new Array2DRowRealMatrix(n, 1);
    for (int i = 0; i < n; i++) {
      r.setEntry(i, 0, observed.x()[i] - means.constants[i]);
    }
    LUDecomposition lu = new LUDecomposition(means.sigma);
    RealMatrix inverse = lu.getSolver().getInverse();
    double aa = quadratic(means.a, inverse, means.a);
    double ar = quadratic(means.a, inverse, r);
    return -Math.log(lu.getDeterminant()) / 2
        - quadratic(r, inverse, r) / 2
        - (n - 1) / 2.0 * Math.log(2 * Math.PI)
        - Math.log(aa) / 2
        + ar * ar / aa / 2
        + Math.log(means.a.getEntry(0, 0));
  }

  /** x_t = b_t + a_t x_0 + e_t with the covariance of a process that starts at the first x. */
  private static double dense(Process process, Observed observed) {
    int size = observed.count() - 1;
    RealMatrix sigma = new Array2DRowRealMatrix(size, size);
    RealMatrix r = new Array2DRowRealMatrix(size, 1);
    double x0 = observed.x()[0];
    for (int i = 0; i < size; i++) {
      int end = month(observed, i + 1);
      r.setEntry(i, 0, observed.x()[i + 1] - mean(process, end, x0));
      for (int j = 0; j < size; j++) {
        sigma.setEntry(i, j, covariance(process, end, month(observed, j + 1)));
      }
    }
    LUDecomposition lu = new LUDecomposition(sigma);
    return -Math.log(lu.getDeterminant()) / 2
        - quadratic(r, lu.getSolver().getInverse(), r) / 2
        - size / 2.0 * Math.log(2 * Math.PI);
  }

  private static double quadratic(RealMatrix a, RealMatrix m, RealMatrix b) {
    return a.transpose().multiply(m).multiply(b).getEntry(0, 0);
  }

  private static int month(Observed observed, int i) {
    return (int) ChronoUnit.MONTHS.between(Simulated.FIRST, observed.periods()[i].last());
  }

  private static double mean(Process process, double t, double x0) {
    double[] k = numbers(process);
    if (process == Process.GBM) {
      return x0 + (k[0] - k[1] * k[1] / 2) * t / 12.0;
    }
    double level = process == Process.OU ? k[0] : Math.log(k[0]);
    return level + (x0 - level) * Math.exp(-k[1] * t / 12.0);
  }

  private static double covariance(Process process, double s, double t) {
    double[] k = numbers(process);
    if (process == Process.GBM) {
      return k[1] * k[1] * Math.min(s, t) / 12.0;
    }
    double v = k[2] * k[2] / (2 * k[1]);
    return v * (Math.exp(-k[1] * Math.abs(s - t) / 12.0) - Math.exp(-k[1] * (s + t) / 12.0));
  }

  /** Against the characteristic function's moments: the mixture has the law's mean and variance. */
  @Test
  void ofJumpsIntegratesToOneAndHasTheMomentsOfTheLaw() {
    double[] numbers = {0.1, 0.2, 2, -0.1, 0.15};
    double sum = 0;
    double mean = 0;
    double square = 0;
    double step = 0.002;
    for (double x = -2.5; x < 2.5; x += step) {
      Observed two =
          new Observed(
              new Period[] {
                new Period(io.corridor.evidence.series.Every.MONTH, Simulated.FIRST),
                new Period(io.corridor.evidence.series.Every.MONTH, Simulated.FIRST.plusMonths(2))
              },
              new double[] {0, x},
              false);
      double density = Math.exp(new SingleMonths(Process.JUMP, two).log(numbers));
      sum += density * step;
      mean += x * density * step;
      square += x * x * density * step;
    }
    double h = 2 / 12.0;
    double k = Math.exp(-0.1 + 0.15 * 0.15 / 2) - 1;
    double expected = (0.1 - 0.02 - 2 * k) * h + 2 * h * -0.1;
    assertThat(sum).isCloseTo(1, within(1e-6));
    assertThat(mean).isCloseTo(expected, within(1e-6));
    assertThat(square - mean * mean).isCloseTo(0.04 * h + 2 * h * (0.01 + 0.0225), within(1e-6));
  }
}
