package io.corridor.model;

import java.util.List;
import java.util.Optional;

/**
 * What a run reports.
 *
 * @param percentiles in (0, 100), ascending
 * @param metrics ids of the metrics; absent: all
 */
public record Output(List<Double> percentiles, Optional<List<String>> metrics) {

  /** All metrics, with the 5th, 25th, 50th, 75th and 95th percentiles. */
  public static final Output ALL =
      new Output(List.of(5.0, 25.0, 50.0, 75.0, 95.0), Optional.empty());

  /** Copies the lists. */
  public Output {
    percentiles = List.copyOf(percentiles);
    metrics = metrics.map(List::copyOf);
  }

  /** Returns a copy with other percentiles, in (0, 100), ascending. */
  public Output withPercentiles(List<Double> percentiles) {
    return new Output(percentiles, metrics);
  }

  /** Returns a copy that reports these metrics alone. */
  public Output withMetrics(List<String> ids) {
    return new Output(percentiles, Optional.of(ids));
  }
}
