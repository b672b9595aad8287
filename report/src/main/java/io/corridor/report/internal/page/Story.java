package io.corridor.report.internal.page;

import io.corridor.model.Metric;
import io.corridor.report.data.ReportData;
import io.corridor.report.data.Result;
import io.corridor.report.words.Scale;
import java.util.Optional;

/** What the figures are made of: a result and what was kept for its report. */
final class Story {
  private final Result result;
  private final ReportData data;
  private final Months months;

  Story(Result result, ReportData data) {
    this.result = result;
    this.data = data;
    this.months = new Months(result.run().start(), result.run().months());
  }

  Result result() {
    return result;
  }

  ReportData data() {
    return data;
  }

  Months months() {
    return months;
  }

  /** Returns the series of a metric; empty if it wasn't reported. */
  Optional<Result.Series> series(String metric) {
    return Optional.ofNullable(result.metrics().get(metric));
  }

  /** Returns the noun for a metric, as a title begins. */
  String title(String metric) {
    return capitalised(data.words().getOrDefault(metric, metric));
  }

  /** Returns the scale of a metric's series: of its outermost percentiles. */
  static Scale scale(String metric, Result.Series series) {
    double largest = 0;
    for (double value : series.mean()) {
      largest = Math.max(largest, Math.abs(value));
    }
    for (double[] values : series.percentiles().values()) {
      for (double value : values) {
        largest = Math.max(largest, Math.abs(value));
      }
    }
    return Scale.of(new Metric(metric, series.unit(), false), largest);
  }

  static String capitalised(String words) {
    return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}
