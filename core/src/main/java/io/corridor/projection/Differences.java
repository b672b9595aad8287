package io.corridor.projection;

import com.google.common.collect.ImmutableMap;
import java.util.Map;

/**
 * What differs between a variant and the base on the same random numbers: variant less base, of
 * every metric that both report in the same unit, and every question that both ask and that is of
 * the same kind, true or false or a number of months.
 *
 * @param metrics by id, in the base's order
 * @param fans distributions of the differences over the paths, with the base's percentiles: of
 *     {@code total}, {@code total.12m}, {@code world.welfare.ID} and the metrics of the questions,
 *     as far as they are compared
 * @param questions by id, in the base's order
 */
public record Differences(
    Map<String, MetricDifference> metrics,
    Map<String, Series> fans,
    Map<String, QuestionDifference> questions) {

  /** Copies the maps, keeping their order. */
  public Differences {
    metrics = ImmutableMap.copyOf(metrics);
    fans = ImmutableMap.copyOf(fans);
    questions = ImmutableMap.copyOf(questions);
  }

  /**
   * Returns how {@code metric} differs.
   *
   * @throws IllegalArgumentException if it wasn't compared
   */
  public MetricDifference metric(String metric) {
    return found(metrics, "metric", metric);
  }

  /**
   * Returns how the answer to {@code question} differs.
   *
   * @throws IllegalArgumentException if it wasn't compared
   */
  public QuestionDifference question(String question) {
    return found(questions, "question", question);
  }

  private static <T> T found(Map<String, T> map, String what, String id) {
    T value = map.get(id);
    if (value == null) {
      throw new IllegalArgumentException(
          what + " '" + id + "' was not compared; these were: " + map.keySet());
    }
    return value;
  }
}
