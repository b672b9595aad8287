package io.corridor.reference;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;

/**
 * The page's notation: π, ϱ, season and growth.
 *
 * @param zero month 0, which all changes are counted from
 */
record Notation(Month zero) {

  /** Returns π = Π_X (X(t)/X(0))^{ε_X}. */
  double pi(Map<String, Double> elasticities, Month month) {
    double product = 1;
    for (Map.Entry<String, Double> e : elasticities.entrySet()) {
      double ratio = month.drivers().get(e.getKey()) / zero.drivers().get(e.getKey());
      product *= StrictMath.pow(ratio, e.getValue());
    }
    return product;
  }

  /** Returns ϱ(t) = factor[R(t)]/factor[R(0)]. */
  double rho(Map<String, Double> factor, Month month) {
    return factor.getOrDefault(month.regime(), 1.0) / factor.getOrDefault(zero.regime(), 1.0);
  }

  /** Returns season[m(t)]. */
  static double season(List<Double> season, YearMonth month) {
    return season.isEmpty() ? 1 : season.get(month.getMonthValue() - 1);
  }

  /** Returns (1 + growth)^y. */
  static double growth(double growth, Month month) {
    return StrictMath.pow(1 + growth, month.y());
  }
}
