package io.corridor.internal.plan;

import io.corridor.model.Scenario;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** The months of a scenario, with the spec's d(t), m(t) and y. */
final class Calendar {
  private final YearMonth start;
  private final int months;

  Calendar(Scenario scenario) {
    start = scenario.start();
    months = scenario.months();
  }

  int months() {
    return months;
  }

  /** Returns y = t/12. */
  static double years(int month) {
    return month / 12.0;
  }

  /** Returns the index of a calendar month, which may lie outside the horizon. */
  int index(YearMonth month) {
    return (int) ChronoUnit.MONTHS.between(start, month);
  }

  YearMonth month(int index) {
    return start.plusMonths(index);
  }

  /** Returns the number of a day; the start's first is 0. */
  int day(LocalDate date) {
    return (int) ChronoUnit.DAYS.between(start.atDay(1), date);
  }

  /** Returns d(t) of each month. */
  int[] days() {
    return IntStream.range(0, months).map(t -> month(t).lengthOfMonth()).toArray();
  }

  /** Returns the number of the first day of each month. */
  int[] firstDays() {
    return IntStream.range(0, months).map(t -> day(month(t).atDay(1))).toArray();
  }

  /** Returns {@code number} of each month. */
  double[] byMonth(IntToDoubleFunction number) {
    return IntStream.range(0, months).mapToDouble(number).toArray();
  }

  /** Returns season[m(t)], where {@code index} may be before the start; 1 without a season. */
  double season(List<Double> season, int index) {
    return season.isEmpty() ? 1 : season.get(month(index).getMonthValue() - 1);
  }
}
