package io.corridor.customs;

import io.corridor.evidence.series.Period;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import org.apache.commons.math3.stat.regression.SimpleRegression;

/**
 * Whether a trade went its way as a walk, whose shocks stay, or returned to a trend: by which of
 * two forecasts, made anew in each of its past years, was nearer to the year that came.
 *
 * @param forecasts how many were made
 * @param walk mean distance, of logarithms, of "as in the last year" from what came
 * @param trend likewise of a straight line through all years before
 */
record Course(int forecasts, double walk, double trend) {
  /** Years that a trend is drawn through, at least. */
  private static final int YEARS = 5;

  /** Returns how both would have done. */
  static Course of(Trade trade) {
    NavigableMap<Period, Double> years = trade.years();
    int phase = trade.values().lastKey().last().getMonthValue();
    List<Map.Entry<Period, Double>> ends =
        years.entrySet().stream()
            .filter(year -> year.getKey().last().getMonthValue() == phase)
            .toList();
    int forecasts = 0;
    double walk = 0;
    double trend = 0;
    for (int at = YEARS; at < ends.size(); at++) {
      SimpleRegression line = new SimpleRegression();
      ends.subList(0, at)
          .forEach(past -> line.addData(year(past), StrictMath.log(past.getValue())));
      double came = StrictMath.log(ends.get(at).getValue());
      walk += Math.abs(StrictMath.log(ends.get(at - 1).getValue()) - came);
      trend += Math.abs(line.predict(year(ends.get(at))) - came);
      forecasts++;
    }
    return new Course(forecasts, walk / forecasts, trend / forecasts);
  }

  private static int year(Map.Entry<Period, Double> told) {
    return told.getKey().last().getYear();
  }

  /** Returns whether its shocks stay, as far as one can tell: unless the trend was nearer. */
  boolean isWalk() {
    return forecasts == 0 || walk <= trend;
  }

  /** Returns why. */
  String words() {
    return forecasts == 0
        ? "too few years to tell a walk from a trend, so a walk, which is less sure of itself"
            + " [judged]"
        : "%s: of %d past years, \"as in the year before\" missed by %.0f %% on average, a straight line by %.0f %% [derived]"
            .formatted(isWalk() ? "a walk" : "about a trend", forecasts, 100 * walk, 100 * trend);
  }
}
