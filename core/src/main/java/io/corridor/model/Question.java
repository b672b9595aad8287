package io.corridor.model;

import static java.util.Objects.requireNonNull;

import io.corridor.internal.withers.Matched;
import io.corridor.internal.withers.Withers;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A question put to every path.
 *
 * @param metric what is looked at
 * @param band when the condition holds in a month
 * @param window the months looked at
 * @param test what the months of the window must show
 * @param until question whose first coming true ends the window, the month before
 * @param given conditions on other questions, all of which must hold for a path to count
 * @param resolves how it would be settled: a series or table of data, or a source in words; absent:
 *     nobody says, so that it is of the model alone
 */
@Withers
public record Question(
    String metric,
    Band band,
    Window window,
    Test test,
    Optional<String> until,
    List<Given> given,
    Optional<String> resolves)
    implements QuestionWithers {

  /** Makes a question of which nobody says how it would be settled. */
  public Question(
      String metric,
      Band band,
      Window window,
      Test test,
      Optional<String> until,
      List<Given> given) {
    this(metric, band, window, test, until, given, Optional.empty());
  }

  /** Copies the list. */
  public Question {
    given = List.copyOf(given);
  }

  /** Asks whether {@code metric} lies in {@code band} in any month of the horizon. */
  public static Question of(String metric, Band band) {
    requireNonNull(metric, "metric");
    requireNonNull(band, "band");
    return new Question(metric, band, Window.ALL, Test.ANY_MONTH, Optional.empty(), List.of());
  }

  /** Returns whether it counts months, rather than come true or not. */
  public boolean countsMonths() {
    return test.match(run -> false, every -> false, count -> true);
  }

  /** Returns a copy asked only of paths on which {@code question} comes true, or does not. */
  public Question withGiven(String question, boolean holds) {
    return withGiven(Ordered.with(given, new Given(question, holds)));
  }

  /**
   * A half-line or band of values, in the metric's unit.
   *
   * @param lower least value; absent: none
   * @param lowerStrict whether the value must be above {@code lower} ({@code above} rather than
   *     {@code at-least})
   * @param upper largest value; absent: none
   * @param upperStrict whether the value must be below {@code upper} ({@code below} rather than
   *     {@code at-most})
   */
  public record Band(
      OptionalDouble lower, boolean lowerStrict, OptionalDouble upper, boolean upperStrict) {

    /** Returns the band of values {@code >= value}. */
    public static Band atLeast(double value) {
      return new Band(OptionalDouble.of(value), false, OptionalDouble.empty(), false);
    }

    /** Returns the band of values {@code <= value}. */
    public static Band atMost(double value) {
      return new Band(OptionalDouble.empty(), false, OptionalDouble.of(value), false);
    }

    /** Returns the band of values {@code > value}. */
    public static Band above(double value) {
      return new Band(OptionalDouble.of(value), true, OptionalDouble.empty(), false);
    }

    /** Returns the band of values {@code < value}. */
    public static Band below(double value) {
      return new Band(OptionalDouble.empty(), false, OptionalDouble.of(value), true);
    }

    /** Returns whether {@code value} lies in the band. */
    public boolean holds(double value) {
      return (lower.isEmpty()
              || value > lower.getAsDouble()
              || !lowerStrict && value == lower.getAsDouble())
          && (upper.isEmpty()
              || value < upper.getAsDouble()
              || !upperStrict && value == upper.getAsDouble());
    }
  }

  /**
   * The months a question looks at.
   *
   * @param from first month; absent: the start
   * @param to last month; absent: the end of the horizon
   */
  public record Window(Optional<YearMonth> from, Optional<YearMonth> to) {

    /** The whole horizon. */
    public static final Window ALL = new Window(Optional.empty(), Optional.empty());

    /** Returns the window from the start to {@code month}. */
    public static Window by(YearMonth month) {
      return new Window(Optional.empty(), Optional.of(requireNonNull(month, "month")));
    }

    /** Returns the window from {@code from} to {@code to}. */
    public static Window in(YearMonth from, YearMonth to) {
      return new Window(
          Optional.of(requireNonNull(from, "from")), Optional.of(requireNonNull(to, "to")));
    }

    /** Returns the window of one month. */
    public static Window at(YearMonth month) {
      return in(month, month);
    }
  }

  /** What the months of the window must show. */
  @Matched
  public sealed interface Test extends QuestionTestMatch
      permits Test.Run, Test.EveryMonth, Test.CountMonths {

    /** Returns the key of the scenario file that says so. */
    String key();

    /**
     * The condition holds in {@code months} months running, the last of them inside the window.
     *
     * @param months {@code >= 1}; 1: in any month
     */
    record Run(int months) implements Test {
      @Override
      public String key() {
        return "for-months";
      }
    }

    /** The condition holds in every month; an empty window makes it true. */
    record EveryMonth() implements Test {
      @Override
      public String key() {
        return "every-month";
      }
    }

    /** Not true or false: how many months of the window the condition holds in. */
    record CountMonths() implements Test {
      @Override
      public String key() {
        return "count-months";
      }
    }

    /** In any month. */
    Test ANY_MONTH = new Run(1);
  }

  /**
   * A condition on another question.
   *
   * @param question its id
   * @param holds whether it must come true, or must not
   */
  public record Given(String question, boolean holds) {}
}
