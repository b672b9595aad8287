package io.corridor.scenarios.internal.format;

import io.corridor.model.Dimension;
import io.corridor.model.Key;
import io.corridor.model.Question;
import io.corridor.model.Question.Band;
import io.corridor.model.Question.Given;
import io.corridor.model.Question.Test;
import io.corridor.model.Question.Window;
import io.corridor.model.Range;
import io.corridor.model.Section;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A question as it is written. Its thresholds are in the unit of its metric.
 *
 * @param metric what is looked at
 * @param atLeast least value, in the metric's unit
 * @param above must be larger, in the metric's unit
 * @param atMost largest value, in the metric's unit
 * @param below must be smaller, in the metric's unit
 * @param by from the start to this month
 * @param in from one month to another
 * @param at in one month
 * @param forMonths the condition must hold so many months running
 * @param everyMonth the condition must hold in all months of the window
 * @param countMonths counts the months in which the condition holds
 * @param until question whose first coming true ends the window, the month before
 * @param given conditions on other questions, all of which must hold
 * @param resolves how it would be settled: a series or table of `data`, or a source in words; if
 *     nobody says, it is of the model alone
 */
@Section("a question")
record QuestionSource(
    @Key String metric,
    @Key(unit = Dimension.OWN) Optional<Double> atLeast,
    @Key(unit = Dimension.OWN) Optional<Double> above,
    @Key(unit = Dimension.OWN) Optional<Double> atMost,
    @Key(unit = Dimension.OWN) Optional<Double> below,
    @Key Optional<YearMonth> by,
    @Key Optional<List<YearMonth>> in,
    @Key Optional<YearMonth> at,
    @Key(unit = Dimension.MONTHS, range = Range.DURATION) Optional<Integer> forMonths,
    @Key(absent = "false") boolean everyMonth,
    @Key(absent = "false") boolean countMonths,
    @Key Optional<String> until,
    @Key(absent = Key.NONE) List<Given> given,
    @Key Optional<String> resolves) {

  /** Returns what is written of {@code question}. */
  static QuestionSource of(Question question) {
    Band band = question.band();
    Optional<YearMonth> from = question.window().from();
    Optional<YearMonth> to = question.window().to();
    Test test = question.test();
    return new QuestionSource(
        question.metric(),
        boxed(band.lower()).filter(lower -> !band.lowerStrict()),
        boxed(band.lower()).filter(lower -> band.lowerStrict()),
        boxed(band.upper()).filter(upper -> !band.upperStrict()),
        boxed(band.upper()).filter(upper -> band.upperStrict()),
        to.filter(last -> from.isEmpty()),
        from.filter(first -> !from.equals(to)).map(first -> List.of(first, to.orElseThrow())),
        from.filter(first -> from.equals(to)),
        Optional.of(test)
            .filter(Test.Run.class::isInstance)
            .map(run -> ((Test.Run) run).months())
            .filter(months -> months != 1),
        test instanceof Test.EveryMonth,
        test instanceof Test.CountMonths,
        question.until(),
        question.given(),
        question.resolves());
  }

  /** Returns the question. */
  Question question() {
    Band band =
        new Band(
            unboxed(atLeast.or(() -> above)),
            atLeast.isEmpty() && above.isPresent(),
            unboxed(atMost.or(() -> below)),
            atMost.isEmpty() && below.isPresent());
    return new Question(metric, band, window(), test(), until, given, resolves);
  }

  private Window window() {
    return by.map(Window::by)
        .or(() -> in.map(months -> Window.in(months.get(0), months.get(1))))
        .or(() -> at.map(Window::at))
        .orElse(Window.ALL);
  }

  private Test test() {
    if (everyMonth) {
      return new Test.EveryMonth();
    }
    return countMonths ? new Test.CountMonths() : new Test.Run(forMonths.orElse(1));
  }

  private static Optional<Double> boxed(OptionalDouble number) {
    return number.isPresent() ? Optional.of(number.getAsDouble()) : Optional.empty();
  }

  private static OptionalDouble unboxed(Optional<Double> number) {
    return number.map(OptionalDouble::of).orElse(OptionalDouble.empty());
  }
}
