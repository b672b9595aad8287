package io.corridor.evidence.score;

import io.corridor.evidence.series.Period;
import io.corridor.internal.numeric.Sums;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One number that was forecast, and what happened.
 *
 * @param origin the month the forecast was made at: its month 0
 * @param horizon how many months later the period ends, counted from 1: it ends with month horizon
 *     − 1
 * @param period what the number is of
 * @param actual what happened
 * @param mean of the paths
 * @param p5 their 5th percentile: the smallest value that at least 5 % of them don't exceed
 * @param p25 their 25th percentile
 * @param p50 their median
 * @param p75 their 75th percentile
 * @param p95 their 95th percentile
 * @param crps the fair score of the paths
 * @param pit where what happened lies among them
 * @param rivals the scores of other forecasts of the number, by name
 */
public record Scored(
    YearMonth origin,
    int horizon,
    Period period,
    double actual,
    double mean,
    double p5,
    double p25,
    double p50,
    double p75,
    double p95,
    double crps,
    Pit pit,
    Map<String, Double> rivals) {

  /** Copies the map, keeping its order. */
  public Scored {
    rivals = Collections.unmodifiableMap(new LinkedHashMap<>(rivals));
  }

  /**
   * Scores a forecast.
   *
   * @param origin the month it was made at
   * @param period what the number is of
   * @param paths draws of the number, at least one, in any order
   * @param actual what happened
   * @param rivals the scores of other forecasts of the number, by name
   */
  public static Scored of(
      YearMonth origin, Period period, double[] paths, double actual, Map<String, Double> rivals) {
    double[] sorted = paths.clone();
    Arrays.sort(sorted);
    int horizon = Math.toIntExact(ChronoUnit.MONTHS.between(origin, period.last())) + 1;
    return new Scored(
        origin,
        horizon,
        period,
        actual,
        Sums.mean(sorted),
        Percentiles.ofSorted(sorted, 5),
        Percentiles.ofSorted(sorted, 25),
        Percentiles.ofSorted(sorted, 50),
        Percentiles.ofSorted(sorted, 75),
        Percentiles.ofSorted(sorted, 95),
        Crps.ofSorted(sorted, actual),
        Pit.of(sorted, actual),
        rivals);
  }

  /** Returns whether what happened lies inside {@code band}, its ends included. */
  boolean inside(Band band) {
    return band == Band.HALF ? p25 <= actual && actual <= p75 : p5 <= actual && actual <= p95;
  }
}
