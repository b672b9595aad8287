package io.corridor.projection;

import static java.util.Objects.requireNonNull;

import java.time.YearMonth;
import java.util.Optional;

/**
 * What must hold of a path for it to be looked at: how a question came out, or where a metric is in
 * a month.
 *
 * @param of id of a question, or of a metric
 * @param month in which the metric is looked at; empty: a question is meant
 * @param low least value of the metric, in its unit; of a question 1 where it must come true, else
 *     0
 * @param high largest value of the metric; of a question as {@code low}
 */
public record Condition(String of, Optional<YearMonth> month, double low, double high) {

  /** Returns that {@code question}, which doesn't count months, comes true, or that it doesn't. */
  public static Condition question(String question, boolean holds) {
    requireNonNull(question, "question");
    return new Condition(question, Optional.empty(), holds ? 1 : 0, holds ? 1 : 0);
  }

  /** Returns that {@code metric} is from {@code low} to {@code high} in {@code month}. */
  public static Condition metric(String metric, YearMonth month, double low, double high) {
    requireNonNull(metric, "metric");
    return new Condition(metric, Optional.of(requireNonNull(month, "month")), low, high);
  }

  /** Returns whether a value is from low to high. */
  public boolean holds(double value) {
    return value >= low && value <= high;
  }
}
