package io.corridor.evidence.fit;

import io.corridor.evidence.series.Every;
import io.corridor.evidence.series.Period;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Pearson's correlation of two drivers' monthly shocks, as their residuals show it.
 *
 * @param first id of the one
 * @param second id of the other
 * @param rho the correlation
 * @param n months that both have
 */
public record FittedCorrelation(String first, String second, double rho, int n) {
  /** Fewest months that both must have. */
  public static final int FEWEST = 24;

  /**
   * Returns the correlation of the one-month residuals of two fits.
   *
   * @throws FitException if they share fewer than 24 months
   */
  public static FittedCorrelation of(String first, Fit a, String second, Fit b) {
    Map<Period, Double> others = new HashMap<>();
    oneMonth(b).forEach(others::put);
    double[] sums = new double[6];
    oneMonth(a)
        .forEach(
            (period, x) -> {
              Double y = others.get(period);
              if (y != null) {
                sums[0]++;
                sums[1] += x;
                sums[2] += y;
                sums[3] += x * x;
                sums[4] += y * y;
                sums[5] += x * y;
              }
            });
    int n = (int) sums[0];
    requireEnough(first, second, n);
    double xx = sums[3] - sums[1] * sums[1] / n;
    double yy = sums[4] - sums[2] * sums[2] / n;
    double xy = sums[5] - sums[1] * sums[2] / n;
    return new FittedCorrelation(first, second, xy / Math.sqrt(xx * yy), n);
  }

  /**
   * Checks that the residuals of two fits will share enough months, before they are made.
   *
   * @throws FitException if they won't
   */
  public static void check(String first, Fit.Request a, String second, Fit.Request b) {
    long shared = months(a).filter(months(b).collect(Collectors.toSet())::contains).count();
    requireEnough(first, second, shared);
  }

  private static void requireEnough(String first, String second, long shared) {
    if (shared < FEWEST) {
      throw new FitException(
          "%s and %s share %d months; at least %d are needed to fit a correlation"
              .formatted(first, second, shared, FEWEST));
    }
  }

  /** The months that have a residual of one month. */
  private static Stream<Period> months(Fit.Request fit) {
    Set<Period> observed = fit.periods();
    return observed.stream()
        .filter(period -> period.every() == Every.MONTH && observed.contains(period.plus(-1)));
  }

  /** Residuals of steps of one month: a longer gap's shock is of several. */
  private static Map<Period, Double> oneMonth(Fit fit) {
    Map<Period, Double> residuals = new TreeMap<>();
    Period before = fit.from();
    for (Fit.Fitted fitted : fit.fitted()) {
      if (fitted.period().every() == Every.MONTH && before.plus(1).equals(fitted.period())) {
        residuals.put(fitted.period(), fitted.residual());
      }
      before = fitted.period();
    }
    return residuals;
  }
}
