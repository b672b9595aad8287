package io.corridor.evidence.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.corridor.evidence.series.DataSeries;
import io.corridor.evidence.series.Of;
import io.corridor.evidence.series.Period;
import java.time.temporal.ChronoUnit;
import java.util.Random;
import java.util.TreeMap;
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
    Observed observed = Observed.of(process, new DataSeries.Values(kept), Of.MEAN);
    assertThat(new SingleMonths(process, observed).log(numbers(process)))
        .isCloseTo(dense(process, observed, 1), within(1e-8));
  }

  @ParameterizedTest
  @EnumSource(names = {"GBM", "OU", "LOG_OU"})
  void ofYearsWithAGapIsTheDenseNormal(Process process) {
    double[] x = Simulated.x(process, numbers(process), 3.5, 12 * 9, new Random(2));
    TreeMap<Period, Double> kept = new TreeMap<>(Simulated.years(process, x).byPeriod());
    kept.remove(new Period(io.corridor.evidence.series.Every.YEAR, Simulated.FIRST.plusMonths(47)));
    Observed observed = Observed.of(process, new DataSeries.Values(kept), Of.MEAN);
    assertThat(new MeansOfMonths(process, observed).log(numbers(process)))
        .isCloseTo(dense(process, observed, 12), within(1e-7));
  }

  /**
   * x_t = b_t + a_t x_0 + e_t with the covariance of a process that starts at a point; x_0 flat, so
   * that ln p = −½(ln|Σ| + ln a'Σ⁻¹a + r'Σ⁻¹r − (a'Σ⁻¹r)²/a'Σ⁻¹a) − (n − 1)/2 ln 2π. Of single
   * months, the first is x_0.
   */
  private static double dense(Process process, Observed observed, int length) {
    int n = observed.count();
    int skip = length == 1 ? 1 : 0;
    int size = n - skip;
    RealMatrix sigma = new Array2DRowRealMatrix(size, size);
    RealMatrix a = new Array2DRowRealMatrix(size, 1);
    RealMatrix r = new Array2DRowRealMatrix(size, 1);
    double x0 = observed.x()[0];
    for (int i = 0; i < size; i++) {
      int end = month(observed, i + skip);
      double constant = 0;
      double slope = 0;
      for (int s = end - length + 1; s <= end; s++) {
        constant += mean(process, s, 0) / length;
        slope += (mean(process, s, 1) - mean(process, s, 0)) / length;
      }
      a.setEntry(i, 0, slope);
      r.setEntry(i, 0, observed.x()[i + skip] - constant - (skip == 1 ? slope * x0 : 0));
      for (int j = 0; j < size; j++) {
        int other = month(observed, j + skip);
        double sum = 0;
        for (int s = end - length + 1; s <= end; s++) {
          for (int t = other - length + 1; t <= other; t++) {
            sum += covariance(process, s, t) / length / length;
          }
        }
        sigma.setEntry(i, j, sum);
      }
    }
    LUDecomposition lu = new LUDecomposition(sigma);
    RealMatrix inverse = lu.getSolver().getInverse();
    double log = -Math.log(lu.getDeterminant()) / 2 - quadratic(r, inverse, r) / 2;
    log -= (n - 1) / 2.0 * Math.log(2 * Math.PI);
    if (skip == 1) {
      return log;
    }
    double aa = quadratic(a, inverse, a);
    double ar = quadratic(a, inverse, r);
    return log - Math.log(aa) / 2 + ar * ar / aa / 2;
  }

  private static double quadratic(RealMatrix a, RealMatrix m, RealMatrix b) {
    return a.transpose().multiply(m).multiply(b).getEntry(0, 0);
  }

  private static int month(Observed observed, int i) {
    return (int) ChronoUnit.MONTHS.between(Simulated.FIRST, observed.periods()[i].last());
  }

  private static double mean(Process process, int t, double x0) {
    double[] k = numbers(process);
    if (process == Process.GBM) {
      return x0 + (k[0] - k[1] * k[1] / 2) * t / 12.0;
    }
    double level = process == Process.OU ? k[0] : Math.log(k[0]);
    return level + (x0 - level) * Math.exp(-k[1] * t / 12.0);
  }

  private static double covariance(Process process, int s, int t) {
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
