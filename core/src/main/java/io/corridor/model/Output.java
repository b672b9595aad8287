package io.corridor.model;

import io.corridor.internal.withers.Withers;
import java.util.List;
import java.util.Optional;

/**
 * What a run reports.
 *
 * @param percentiles between 0 and 100, ascending
 * @param metrics absent: all; those of questions are always computed
 */
@Section("an output section")
@Withers
public record Output(
    @Key(range = Range.PERCENTILE, absent = "5, 25, 50, 75, 95", form = "a list of percentiles")
        List<Double> percentiles,
    @Key(refers = Key.Refers.METRIC, form = "a list of metrics") Optional<List<String>> metrics)
    implements OutputWithers {

  /** All metrics, with the 5th, 25th, 50th, 75th and 95th percentiles. */
  public static final Output ALL = Declaration.of(Output.class).of();

  /** Copies the lists. */
  public Output {
    percentiles = List.copyOf(percentiles);
    metrics = metrics.map(List::copyOf);
  }
}
