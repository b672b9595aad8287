package io.corridor.why;

import java.time.YearMonth;
import java.util.Optional;

/**
 * What is to be explained, a number of each path: of a question, whether it comes true, 1 or 0, or
 * the number of months that it counts; or a metric in a month.
 *
 * @param key id of the question, or of the metric
 * @param month of the metric; empty for a question
 */
public record Target(String key, Optional<YearMonth> month) {

  /** Returns the target of a question. */
  public static Target question(String id) {
    return new Target(id, Optional.empty());
  }

  /** Returns the target of a metric in a month of the horizon. */
  public static Target metric(String metric, YearMonth month) {
    return new Target(metric, Optional.of(month));
  }

  /** Returns its id: a question's, or {@code METRIC@YYYY-MM}. */
  public String id() {
    return month.map(of -> key + "@" + of).orElse(key);
  }

  /** Returns whether it is a question rather than a metric. */
  public boolean isQuestion() {
    return month.isEmpty();
  }
}
