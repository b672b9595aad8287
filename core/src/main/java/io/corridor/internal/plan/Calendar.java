package io.corridor.internal.plan;

import io.corridor.model.Scenario;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** What a scenario's months say: the spec's d(t), m(t) and y. */
final class Calendar {
  private final Scenario scenario;

  Calendar(Scenario scenario) {
    this.scenario = scenario;
  }

  /** Returns y = t/12. */
  static double years(int month) {
    return month / 12.0;
  }

  /** Returns the number of a day; the start's first is 0. */
  int day(LocalDate date) {
    return (int) ChronoUnit.DAYS.between(scenario.start().atDay(1), date);
  }

  /** Returns d(t) of each month. */
  int[] days() {
    return IntStream.range(0, scenario.months())
        .map(t -> scenario.month(t).lengthOfMonth())
        .toArray();
  }

  /** Returns the number of the first day of each month. */
  int[] firstDays() {
    return IntStream.range(0, scenario.months())
        .map(t -> day(scenario.month(t).atDay(1)))
        .toArray();
  }

  /** Returns {@code number} of each month. */
  double[] byMonth(IntToDoubleFunction number) {
    return IntStream.range(0, scenario.months()).mapToDouble(number).toArray();
  }

  /** Returns season[m(t)], where {@code index} may be before the start; 1 without a season. */
  double season(List<Double> season, int index) {
    return season.isEmpty() ? 1 : season.get(scenario.month(index).getMonthValue() - 1);
  }

  /** Returns in which of {@code count} months from month {@code first} on something holds. */
  boolean[] when(int first, int count, Predicate<YearMonth> holds) {
    boolean[] months = new boolean[count];
    for (int i = 0; i < count; i++) {
      months[i] = holds.test(scenario.month(first + i));
    }
    return months;
  }
}
