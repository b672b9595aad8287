package io.corridor.evidence.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;

/**
 * What is left of the data once a fit has explained what it can: standardised errors of one-step
 * forecasts, which should be independent and normal.
 *
 * @param lags how many autocorrelations were tested: a fifth of the residuals, at most 10
 * @param ljungBoxP probability of such autocorrelations if there are none (Ljung and Box,
 *     Biometrika 65, 1978, doi:10.1093/biomet/65.2.297)
 * @param jarqueBeraP probability of such skewness and kurtosis of normal numbers (Jarque and Bera,
 *     Economics Letters 6, 1980, doi:10.1016/0165-1765(80)90024-5)
 */
public record Residuals(int lags, double ljungBoxP, double jarqueBeraP) {
  private static final double ODD = 0.01;

  /**
   * Returns the tests of {@code residuals}, oldest first; those of fewer than five tell nothing:
   * NaN.
   */
  public static Residuals of(double[] residuals) {
    int n = residuals.length;
    int lags = Math.min(10, n / 5);
    double mean = Arrays.stream(residuals).sum() / n;
    double[] e = Arrays.stream(residuals).map(x -> x - mean).toArray();
    double m2 = moment(e, 2);
    if (lags < 1 || !(m2 > 0)) {
      return new Residuals(lags, Double.NaN, Double.NaN);
    }
    double box = 0;
    for (int lag = 1; lag <= lags; lag++) {
      double sum = 0;
      for (int i = lag; i < n; i++) {
        sum += e[i] * e[i - lag];
      }
      double correlation = sum / (n * m2);
      box += n * (n + 2.0) * correlation * correlation / (n - lag);
    }
    double skewness = moment(e, 3) / (m2 * Math.sqrt(m2));
    double excess = moment(e, 4) / (m2 * m2) - 3;
    double bera = n / 6.0 * (skewness * skewness + excess * excess / 4);
    return new Residuals(lags, above(box, lags), above(bera, 2));
  }

  /** Returns what is odd about them, in words. */
  List<String> warnings() {
    List<String> warnings = new ArrayList<>();
    if (ljungBoxP < ODD) {
      warnings.add(
          "what is left over depends on what was left before (Ljung–Box p %s): this law misses something of how the series moves"
              .formatted(probability(ljungBoxP)));
    }
    if (jarqueBeraP < ODD) {
      warnings.add(
          "what is left over isn't normal (Jarque–Bera p %s): shocks are larger at times than this law allows"
              .formatted(probability(jarqueBeraP)));
    }
    return warnings;
  }

  private static String probability(double p) {
    return p < 0.001 ? "below 0.001" : String.format(Locale.ROOT, "= %.3f", p);
  }

  private static double moment(double[] e, int power) {
    double sum = 0;
    for (double x : e) {
      double product = 1;
      for (int i = 0; i < power; i++) {
        product *= x;
      }
      sum += product;
    }
    return sum / e.length;
  }

  private static double above(double statistic, int degrees) {
    return 1 - new ChiSquaredDistribution(null, degrees).cumulativeProbability(statistic);
  }
}
