package io.corridor.projection;

import com.google.common.collect.ImmutableMap;
import io.corridor.model.Sample;
import io.corridor.model.Scenario;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The results of a run. Everything but {@code timing} depends on the scenario, the sample and the
 * version of the library alone; so two runs of the same are equal, whatever computed them.
 *
 * @param scenario what was simulated
 * @param sample which paths
 * @param timing how long it took
 * @param series of each reported metric, by its id, in the order of the scenario's metrics
 * @param answers to each question, by its id, in the order of the scenario
 * @param reached how precise the run is, if a precision was asked for
 * @param unsettled on how many paths and months together the prices of the world weren't settled;
 *     empty where no world was solved
 */
public record Projection(
    Scenario scenario,
    Sample sample,
    Timing timing,
    Map<String, Series> series,
    Map<String, Answer> answers,
    Optional<Reached> reached,
    OptionalLong unsettled) {

  /** Copies the maps, keeping their order. */
  public Projection {
    series = ImmutableMap.copyOf(series);
    answers = ImmutableMap.copyOf(answers);
  }

  /** Makes the results of a run that no precision was asked of. */
  public Projection(
      Scenario scenario,
      Sample sample,
      Timing timing,
      Map<String, Series> series,
      Map<String, Answer> answers) {
    this(scenario, sample, timing, series, answers, Optional.empty(), OptionalLong.empty());
  }

  /** Returns whether all but the timing is the same, to the last bit. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Projection projection
        && scenario.equals(projection.scenario)
        && sample.equals(projection.sample)
        && series.equals(projection.series)
        && answers.equals(projection.answers)
        && reached.equals(projection.reached)
        && unsettled.equals(projection.unsettled);
  }

  @Override
  public int hashCode() {
    return Objects.hash(scenario, sample, series, answers, reached, unsettled);
  }

  /** Returns what was simulated, then a line for each answer and series. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("Projection of '" + scenario.name() + "', ");
    text.append(paths()).append(" paths, seed ").append(seed());
    text.append(", sampling ").append(sample.sampling().word());
    answers.forEach((id, answer) -> text.append("\n  ").append(id).append(": ").append(answer));
    series.values().forEach(one -> text.append("\n  ").append(one));
    return text.toString();
  }

  /** Returns the number of paths. */
  public long paths() {
    return sample.paths();
  }

  /** Returns the seed of the random numbers. */
  public long seed() {
    return sample.seed();
  }

  /** Returns these results, with how precise they are. */
  public Projection withReached(Reached reached) {
    return new Projection(
        scenario, sample, timing, series, answers, Optional.of(reached), unsettled);
  }

  /** Returns these results with another timing. */
  public Projection withTiming(Timing timing) {
    return new Projection(scenario, sample, timing, series, answers, reached, unsettled);
  }

  /**
   * Returns the series of {@code metric}.
   *
   * @throws IllegalArgumentException if it was not reported
   */
  public Series series(String metric) {
    Series found = series.get(metric);
    if (found == null) {
      throw new IllegalArgumentException(
          "no series of '" + metric + "'; reported are " + series.keySet());
    }
    return found;
  }

  /**
   * Returns the answer to {@code question}.
   *
   * @throws IllegalArgumentException if there is no such question
   */
  public Answer answer(String question) {
    Answer found = answers.get(question);
    if (found == null) {
      throw new IllegalArgumentException(
          "no question '" + question + "'; the scenario asks " + answers.keySet());
    }
    return found;
  }

  /**
   * Returns the answer to a question that is true or false on a path.
   *
   * @throws IllegalArgumentException if there is no such question, or it counts months
   */
  public Answer.Probability probability(String question) {
    return answer(question)
        .match(
            probability -> probability,
            count -> {
              throw new IllegalArgumentException("question '" + question + "' counts months");
            });
  }

  /**
   * Returns the answer to a question that counts months.
   *
   * @throws IllegalArgumentException if there is no such question, or it doesn't count
   */
  public Answer.Count count(String question) {
    return answer(question)
        .match(
            probability -> {
              throw new IllegalArgumentException(
                  "question '" + question + "' doesn't count months");
            },
            count -> count);
  }

  /**
   * How long a run took.
   *
   * @param seconds of wall time
   * @param pathMonthsPerSecond paths times months, by the second
   * @param threads how many worked
   */
  public record Timing(double seconds, double pathMonthsPerSecond, int threads) {}
}
