package io.corridor.evidence.fit;

import io.corridor.internal.numeric.Exp;
import io.corridor.internal.numeric.Log;
import io.corridor.internal.numeric.Normal;
import io.corridor.internal.numeric.Sums;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;

/**
 * What is left of the data once a fit has explained what it can: standardised errors of one-step
 * forecasts, which should be independent and normal.
 *
 * @param lags how many autocorrelations were tested: a fifth of the residuals, at most 10
 * @param ljungBoxP probability of such autocorrelations if there are none (Ljung and Box,
 *     Biometrika 65, 1978, doi:10.1093/biomet/65.2.297)
 * @param lag1 their autocorrelation at lag 1
 * @param lag1P probability of one so far from 0 if there is none, by the same test
 * @param jarqueBeraP probability of such skewness and kurtosis of normal numbers (Jarque and Bera,
 *     Economics Letters 6, 1980, doi:10.1016/0165-1765(80)90024-5)
 */
public record Residuals(int lags, double ljungBoxP, double lag1, double lag1P, double jarqueBeraP) {
  /** A test's p below it is told: what it finds hardly comes of chance. */
  static final double ODD = 0.01;

  /**
   * Returns the tests of {@code residuals}, oldest first; those of fewer than five tell nothing:
   * NaN.
   */
  public static Residuals of(double[] residuals) {
    int n = residuals.length;
    int lags = Math.min(10, n / 5);
    double[] e = centred(residuals);
    double m2 = moment(e, 2);
    if (lags < 1 || !(m2 > 0)) {
      return new Residuals(lags, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
    }
    double lag1 = correlation(e, 1, m2);
    double box1 = box(lag1, 1, n);
    double box = box1;
    for (int lag = 2; lag <= lags; lag++) {
      box += box(correlation(e, lag, m2), lag, n);
    }
    double skewness = moment(e, 3) / (m2 * Math.sqrt(m2));
    double excess = moment(e, 4) / (m2 * m2) - 3;
    double bera = n / 6.0 * (skewness * skewness + excess * excess / 4);
    return new Residuals(lags, above(box, lags), lag1, above(box1, 1), above(bera, 2));
  }

  /** Returns how far numbers are from their mean. */
  static double[] centred(double[] x) {
    double mean = Sums.mean(x);
    return Arrays.stream(x).map(one -> one - mean).toArray();
  }

  /** Returns the sum of products of each number with the one {@code lag} before it. */
  static double products(double[] x, int lag) {
    double sum = 0;
    for (int i = lag; i < x.length; i++) {
      sum += x[i] * x[i - lag];
    }
    return sum;
  }

  private static double correlation(double[] e, int lag, double m2) {
    return products(e, lag) / (e.length * m2);
  }

  private static double box(double correlation, int lag, int n) {
    return n * (n + 2.0) * correlation * correlation / (n - lag);
  }

  /**
   * Returns the probability of such differences between calendar months (or quarters) if there is
   * no season, by the F test of their means; empty for years, and where there are too few.
   *
   * @param fitted forecasts of a series without a season
   */
  static Optional<Double> seasonP(List<Fit.Fitted> fitted) {
    int perYear = fitted.isEmpty() ? 1 : fitted.get(0).period().every().perYear();
    int n = fitted.size();
    if (perYear == 1 || n < 2 * perYear) {
      return Optional.empty();
    }
    double[] sums = new double[12];
    int[] counts = new int[12];
    double all = 0;
    double squares = 0;
    for (Fit.Fitted one : fitted) {
      int month = one.period().last().getMonthValue() - 1;
      sums[month] += one.residual();
      counts[month]++;
      all += one.residual();
      squares += one.residual() * one.residual();
    }
    double between = -all * all / n;
    for (int month = 0; month < 12; month++) {
      between += counts[month] == 0 ? 0 : sums[month] * sums[month] / counts[month];
    }
    double within = squares - all * all / n - between;
    int groups = (int) Arrays.stream(counts).filter(count -> count > 0).count();
    if (n <= groups || !(within > 0)) {
      return Optional.empty();
    }
    double f = between / (groups - 1) / (within / (n - groups));
    return Optional.of(aboveF(f, groups - 1, n - groups));
  }

  /**
   * Returns the probability that Fisher's F exceeds {@code f}, to some percent of itself: the cube
   * root of F is about normal (Paulson, Annals of Mathematical Statistics 13, 1942,
   * doi:10.1214/aoms/1177731608).
   */
  private static double aboveF(double f, int above, int below) {
    double root = Exp.exp(Log.log(f) / 3);
    double a = 2 / (9.0 * above);
    double b = 2 / (9.0 * below);
    return Normal.cdf(-((1 - b) * root - (1 - a)) / Math.sqrt(b * root * root + a));
  }

  /** Returns what is odd about them, in words. */
  List<String> warnings() {
    List<String> warnings = new ArrayList<>();
    if (ljungBoxP < ODD) {
      warnings.add(
          "what is left over depends on what was left before (Ljung–Box p %s): this law misses something of how the series moves"
              .formatted(probability(ljungBoxP)));
    }
    if (lag1P < ODD) {
      warnings.add(
          "what is left over goes %s what was left the month or period before (%s at lag 1, p %s): %s"
              .formatted(
                  lag1 < 0 ? "against" : "with",
                  String.format(Locale.ROOT, "%.2f", lag1).replace('-', '−'),
                  probability(lag1P),
                  lag1 < 0
                      ? "are ends of months read as averages? Then say of: end"
                      : "are averages read as ends, or is there momentum?"));
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
