package io.corridor.why;

import java.time.YearMonth;
import java.util.function.Function;

/** What is to be explained: a number of each path. */
public sealed interface Target {

  /** Returns its id: a question's, or {@code METRIC@YYYY-MM}. */
  String id();

  /** Returns what {@code cases} makes of it. */
  <R> R match(Cases<R> cases);

  /** Returns whether it is a question rather than a metric. */
  default boolean isQuestion() {
    return match(new Cases<>(question -> true, metric -> false));
  }

  /**
   * What is made of each kind of target: one that is forgotten doesn't compile.
   *
   * @param question of a question
   * @param metric of a metric in a month
   * @param <R> what is made
   */
  record Cases<R>(Function<OfQuestion, R> question, Function<OfMetric, R> metric) {}

  /**
   * Whether a question comes true, 1 or 0, or the number of months that it counts.
   *
   * @param id of the question
   */
  record OfQuestion(String id) implements Target {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.question().apply(this);
    }
  }

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

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.metric().apply(this);
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
