package io.corridor.evidence.forecast;

import io.corridor.evidence.series.Of;
import io.corridor.evidence.series.Period;
import io.corridor.model.MetricKind;
import io.corridor.model.MetricUnit;

/**
 * A figure of a metric: what it is of a path's months.
 *
 * @param metric its id
 * @param period the months it is of
 * @param of what it is of them
 */
public record ForecastTarget(String metric, Period period, Of of) {
  /** Returns the unit of the figure, given the metric's: a sum of money a month is money. */
  public String unit(String ofMetric) {
    return of == Of.SUM && MetricUnit.of(ofMetric) == MetricUnit.MONEY_PER_MONTH
        ? MetricUnit.MONEY.words()
        : ofMetric;
  }

  /**
   * Returns the figure of a metric by what such figures are as a rule: of one of twelve months the
   * last, of money a month the sum, of arrears and stores the end, of all else the mean.
   *
   * @param metric its id
   * @param unit of its values
   * @param period the months it is of
   */
  public static ForecastTarget of(String metric, String unit, Period period) {
    return new ForecastTarget(metric, period, usual(metric, unit));
  }

  /**
   * Returns the figure of a metric that a series' figure is held against: of a metric of twelve
   * months the last, of others what the series' figure is of its months.
   *
   * @param metric its id
   * @param period the months it is of
   * @param of what the series' figure is of them
   */
  public static ForecastTarget of(String metric, Period period, Of of) {
    return new ForecastTarget(metric, period, MetricKind.isOfYear(metric) ? Of.END : of);
  }

  private static Of usual(String metric, String unit) {
    if (MetricKind.isOfYear(metric) || MetricKind.STORAGE.is(metric)) {
      return Of.END;
    }
    return switch (MetricUnit.of(unit)) {
      case MONEY -> Of.END;
      case MONEY_PER_MONTH -> Of.SUM;
      default -> Of.MEAN;
    };
  }
}
