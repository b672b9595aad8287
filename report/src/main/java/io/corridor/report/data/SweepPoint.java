package io.corridor.report.data;

import io.corridor.projection.Answer;
import io.corridor.projection.Differences;
import io.corridor.projection.MetricDifference;
import io.corridor.projection.Projection;
import io.corridor.projection.QuestionDifference;
import io.corridor.projection.Series;
import io.corridor.report.words.Numbers;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What came out at one point of a grid, as a row of a table.
 *
 * <p>Columns of a question have its id before a point: {@code probability} or {@code mean}, {@code
 * standardError}, {@code low} and {@code high} of the 95 % interval, {@code paths}, and, against
 * the scenario as it stands on the same random numbers, {@code difference} and {@code
 * differenceError}. Those of a metric, in the last month, are {@code mean}, {@code se}, a
 * percentile each, {@code difference}, {@code differenceError} and {@code above}, the share of
 * paths on which it is larger than in the scenario as it stands. Where a question has the metric's
 * id, they have {@code metric.} before it.
 *
 * @param values what was set, YAML by key
 * @param numbers by column; NaN where there is none
 */
public record SweepPoint(Map<String, String> values, Map<String, Double> numbers) {

  /** Begins the columns of a metric that a question has the id of. No metric has such an id. */
  static final String METRIC = "metric.";

  /** Where fewer paths count, an answer says little without its interval. */
  public static final int FEW_PATHS = 100;

  /** Copies the maps, keeping their order. */
  public SweepPoint {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    numbers = Collections.unmodifiableMap(new LinkedHashMap<>(numbers));
  }

  /**
   * Returns the row of a point.
   *
   * @param values what was set
   * @param projection what came out
   * @param differences from the scenario as it stands; absent: it is that scenario
   * @param metrics those that get columns
   */
  public static SweepPoint of(
      Map<String, String> values,
      Projection projection,
      Optional<Differences> differences,
      List<String> metrics) {
    Map<String, Double> numbers = new LinkedHashMap<>();
    projection
        .answers()
        .forEach(
            (id, answer) ->
                addQuestion(
                    numbers,
                    id,
                    answer,
                    differences.flatMap(d -> Optional.ofNullable(d.questions().get(id)))));
    for (String id : metrics) {
      addMetric(
          numbers,
          metricColumn(id, projection.answers().keySet()),
          projection.series(id),
          differences.flatMap(d -> Optional.ofNullable(d.metrics().get(id))));
    }
    return new SweepPoint(values, numbers);
  }

  private static void addQuestion(
      Map<String, Double> numbers,
      String id,
      Answer answer,
      Optional<QuestionDifference> difference) {
    numbers.put(
        id + (answer.countsMonths() ? ".mean" : ".probability"),
        answer.shareOrMonths().orElse(Double.NaN));
    numbers.put(id + ".standardError", answer.standardError().orElse(Double.NaN));
    Optional<Answer.Interval> interval = answer.interval95();
    numbers.put(id + ".low", interval.map(Answer.Interval::low).orElse(Double.NaN));
    numbers.put(id + ".high", interval.map(Answer.Interval::high).orElse(Double.NaN));
    numbers.put(id + ".paths", (double) answer.paths());
    numbers.put(
        id + ".difference",
        difference.map(d -> d.difference().orElse(Double.NaN)).orElse(Double.NaN));
    numbers.put(
        id + ".differenceError",
        difference.map(d -> d.standardError().orElse(Double.NaN)).orElse(Double.NaN));
  }

  private static void addMetric(
      Map<String, Double> numbers,
      String id,
      Series series,
      Optional<MetricDifference> difference) {
    int last = series.months() - 1;
    numbers.put(id + ".mean", series.mean(last));
    numbers.put(id + ".se", series.standardError(last));
    for (double percentile : series.percentiles()) {
      numbers.put(id + ".p" + Numbers.percentile(percentile), series.percentile(percentile, last));
    }
    numbers.put(id + ".difference", difference.map(d -> d.mean(last)).orElse(Double.NaN));
    numbers.put(
        id + ".differenceError", difference.map(d -> d.standardError(last)).orElse(Double.NaN));
    numbers.put(id + ".above", difference.map(d -> d.above(last)).orElse(Double.NaN));
  }

  /**
   * Returns what the columns of a metric begin with: its id, after {@code metric.} where a question
   * is called so.
   */
  public static String metricColumn(String metric, Collection<String> questions) {
    return questions.contains(metric) ? METRIC + metric : metric;
  }

  /** Returns whether so few paths answer a question here that it can't be said without interval. */
  public boolean isOfFewPaths(String question) {
    double paths = numbers.getOrDefault(question + ".paths", Double.NaN);
    return paths > 0 && paths < FEW_PATHS;
  }

  /** Returns the probability or the mean number of months of a question; NaN if there is none. */
  public double answer(String question) {
    Double probability = numbers.get(question + ".probability");
    return probability == null ? numbers.getOrDefault(question + ".mean", Double.NaN) : probability;
  }

  /** Returns whether a question is answered by a number of months. */
  public boolean counts(String question) {
    return !numbers.containsKey(question + ".probability");
  }
}
