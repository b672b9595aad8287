package io.corridor.internal.plan;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What a plan is to keep of paths; it takes no step that none of this needs.
 *
 * @param metrics ids of the metrics, in this order; empty: those that the scenario reports
 * @param questions ids of the questions; of one with {@code given}, those too that it names; empty:
 *     all
 * @param numbers which numbers of whole paths
 */
public record Wanted(
    Optional<List<String>> metrics, Optional<List<String>> questions, Numbers numbers) {

  /** What a scenario reports. */
  public static final Wanted REPORTED =
      new Wanted(Optional.empty(), Optional.empty(), Numbers.NONE);

  /** Numbers of a whole path. */
  public enum Numbers {
    /** None. */
    NONE,
    /** Its uncertain inputs, by their keys, once a block is opened. */
    INPUTS,
    /** Those that outcomes may go together with, as of the month that a block has come to. */
    GAUGES
  }

  /** Returns what a replay looks at: some metrics, all questions and inputs. */
  public static Wanted replay(Collection<String> metrics) {
    return new Wanted(
        Optional.of(metrics.stream().distinct().toList()), Optional.empty(), Numbers.INPUTS);
  }

  /** Returns outcomes alone. */
  public static Wanted outcomes(List<String> questions, List<String> metrics) {
    return new Wanted(Optional.of(metrics), Optional.of(questions), Numbers.NONE);
  }

  /** Returns the same with other numbers. */
  public Wanted with(Numbers of) {
    return new Wanted(metrics, questions, of);
  }
}
