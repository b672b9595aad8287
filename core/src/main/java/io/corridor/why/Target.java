package io.corridor.why;

import java.time.YearMonth;

/** What is to be explained: a number of each path. */
public sealed interface Target {

  /** Returns its id: a question's, or {@code METRIC@YYYY-MM}. */
  String id();

  /**
   * Whether a question comes true, 1 or 0, or the number of months that it counts.
   *
   * @param id of the question
   */
  record OfQuestion(String id) implements Target {}

  /**
   * A metric in a month.
   *
   * @param metric its id
   * @param month of the horizon
   */
  record OfMetric(String metric, YearMonth month) implements Target {
    @Override
    public String id() {
      return metric + "@" + month;
    }
  }

  /** Returns the target of a question. */
  static Target question(String id) {
    return new OfQuestion(id);
  }

  /** Returns the target of a metric in a month. */
  static Target metric(String metric, YearMonth month) {
    return new OfMetric(metric, month);
  }
}
