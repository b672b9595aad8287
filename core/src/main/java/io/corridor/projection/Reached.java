package io.corridor.projection;

import com.google.common.collect.ImmutableMap;
import io.corridor.model.Precision;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How precise a run was asked to be, and is.
 *
 * @param asked what was asked for
 * @param questions for each question, half the width of its 95 % interval: of a probability, or of a
 *     mean number of months as a fraction of that mean, or of one month where the mean is less;
 *     infinite where too few paths count to say
 * @param metrics for each metric that was named, the largest standard error of the mean as a fraction
 *     of the mean, over the months
 */
public record Reached(Precision asked, Map<String, Double> questions, Map<String, Double> metrics) {

  /** Copies the maps, keeping their order. */
  public Reached {
    questions = ImmutableMap.copyOf(questions);
    metrics = ImmutableMap.copyOf(metrics);
  }

  /** Returns whether all are as precise as asked. */
  public boolean isEnough() {
    return widest() < asked.target();
  }

  /** Returns the largest figure: the precision that was reached. */
  public double widest() {
    return Stream.concat(questions.values().stream(), metrics.values().stream())
        .mapToDouble(Double::doubleValue)
        .max()
        .orElse(0);
  }

  /** Returns the questions that are not as precise as asked, with their figures. */
  public Map<String, Double> shortQuestions() {
    return tooWide(questions);
  }

  /** Returns the metrics that are not as precise as asked, with their figures. */
  public Map<String, Double> shortMetrics() {
    return tooWide(metrics);
  }

  private Map<String, Double> tooWide(Map<String, Double> widths) {
    ImmutableMap.Builder<String, Double> tooWide = ImmutableMap.builder();
    widths.forEach(
        (id, width) -> {
          if (!(width < asked.target())) {
            tooWide.put(id, width);
          }
        });
    return tooWide.build();
  }
}
