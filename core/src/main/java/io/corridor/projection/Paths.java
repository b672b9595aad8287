package io.corridor.projection;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Single paths of a run: metrics by month, the uncertain inputs that were drawn, and how the
 * questions came out. Paths are numbered from 0 within the run, and by their place from 0 within
 * this object.
 */
public final class Paths {
  private final Horizon horizon;
  private final long first;
  private final int count;
  private final Map<String, double[][]> metrics;
  private final Map<String, double[]> inputs;
  private final Map<String, List<Outcome>> outcomes;

  /**
   * Makes the object of what was recorded; the arrays are kept, not copied.
   *
   * @param start month 0
   * @param months how many
   * @param first number of the first path
   * @param count how many paths
   * @param metrics values by month and path, by id of the metric
   * @param inputs values by path, by key of the input
   * @param outcomes by path, by id of the question
   */
  public Paths(
      YearMonth start,
      int months,
      long first,
      int count,
      Map<String, double[][]> metrics,
      Map<String, double[]> inputs,
      Map<String, List<Outcome>> outcomes) {
    this.horizon = new Horizon(start, months);
    this.first = first;
    this.count = count;
    this.metrics = metrics;
    this.inputs = inputs;
    this.outcomes = outcomes;
  }

  /** Returns the number, within the run, of the path at place 0. */
  public long first() {
    return first;
  }

  /** Returns how many paths there are. */
  public int count() {
    return count;
  }

  /**
   * Returns the value of a metric, in its unit.
   *
   * @param metric id of one that was asked for
   * @param month from 0
   * @param path place from 0
   * @throws IllegalArgumentException if the metric was not asked for
   * @throws IndexOutOfBoundsException if there is no such month or path
   */
  public double value(String metric, int month, int path) {
    return known(metrics, "metric", metric)[horizon.within(month)][Objects.checkIndex(path, count)];
  }

  /**
   * Returns the value of a metric, in its unit.
   *
   * @param metric id of one that was asked for
   * @param month a calendar month of the scenario
   * @param path place from 0
   * @throws IllegalArgumentException if the metric was not asked for, or the month lies outside
   */
  public double value(String metric, YearMonth month, int path) {
    return value(metric, horizon.within(month), path);
  }

  /**
   * Returns what was drawn for an uncertain input on a path.
   *
   * @param key of the input: where it stands in the scenario file
   * @param path place from 0
   * @throws IllegalArgumentException if there is no such input
   */
  public double input(String key, int path) {
    return known(inputs, "input", key)[Objects.checkIndex(path, count)];
  }

  /**
   * Returns how a question came out on a path.
   *
   * @param question its id
   * @param path place from 0
   * @throws IllegalArgumentException if there is no such question
   */
  public Outcome outcome(String question, int path) {
    return known(outcomes, "question", question).get(path);
  }

  /**
   * Returns the calendar month in which a question first came true on a path; empty where {@link
   * Outcome#firstMonth} is.
   *
   * @param question its id
   * @param path place from 0
   * @throws IllegalArgumentException if there is no such question
   */
  public Optional<YearMonth> firstMonth(String question, int path) {
    OptionalInt month = outcome(question, path).firstMonth();
    return month.isPresent() ? Optional.of(horizon.month(month.getAsInt())) : Optional.empty();
  }

  private static <T> T known(Map<String, T> values, String what, String id) {
    T found = values.get(id);
    if (found == null) {
      throw new IllegalArgumentException(
          "no " + what + " '" + id + "' was recorded; there are " + values.keySet());
    }
    return found;
  }
}
