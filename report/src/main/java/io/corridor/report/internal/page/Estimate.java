package io.corridor.report.internal.page;

import io.corridor.projection.Answer;
import io.corridor.report.internal.chart.DotChart;
import io.corridor.report.words.Amounts;
import io.corridor.report.words.Estimates;
import java.util.Optional;

/**
 * An answer as charts have it, in months or per cent of the paths.
 *
 * @param value of it; NaN: none
 * @param low end of its 95 % interval
 * @param high end of its 95 % interval
 * @param counts whether it counts months
 */
record Estimate(double value, double low, double high, boolean counts) {

  static Estimate of(Answer answer) {
    double scale = answer.countsMonths() ? 1 : 100;
    Optional<Answer.Interval> interval = answer.interval95();
    return new Estimate(
        scale * answer.shareOrMonths().orElse(Double.NaN),
        scale * interval.map(Answer.Interval::low).orElse(Double.NaN),
        scale * interval.map(Answer.Interval::high).orElse(Double.NaN),
        answer.countsMonths());
  }

  /** Returns a mean number of months, of which no end is below zero. */
  static Estimate ofMonths(double mean, double half) {
    return new Estimate(mean, Math.max(0, mean - half), mean + half, true);
  }

  boolean isKnown() {
    return !Double.isNaN(value);
  }

  DotChart.Dot dot(String name, int series) {
    return new DotChart.Dot(name, series, value, low, high);
  }

  /** Returns its digits that count, without the unit. */
  String digits() {
    return isKnown() ? Estimates.value(value, low, high) : "–";
  }

  String text() {
    return counts ? digits() + Amounts.NO_BREAK + "months" : Estimates.percent(value, low, high);
  }
}
