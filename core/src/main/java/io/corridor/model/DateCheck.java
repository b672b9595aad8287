package io.corridor.model;

import static java.time.temporal.ChronoUnit.MONTHS;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/** Checks dates, and the horizon that some of them must lie in. */
final class DateCheck {
  private final Scenario scenario;
  private final Problems problems;

  /** Whether start and months make a horizon; where they don't, nothing is compared with it. */
  private final boolean horizon;

  DateCheck(Scenario scenario, Problems problems) {
    this.scenario = scenario;
    this.problems = problems;
    this.horizon = isYear(scenario.start().getYear()) && Range.HORIZON.contains(scenario.months());
  }

  private static boolean isYear(int year) {
    return year >= Limits.FIRST_YEAR && year <= Limits.LAST_YEAR;
  }

  /** Returns whether start and months make a horizon. */
  boolean isHorizon() {
    return horizon;
  }

  /** Checks that a month lies in a year that may be meant. */
  void month(KeyPath key, YearMonth month) {
    year(key, month.getYear());
  }

  /** Checks that a day lies in a year that may be meant. */
  void day(KeyPath key, LocalDate day) {
    year(key, day.getYear());
  }

  private void year(KeyPath key, int year) {
    if (!isYear(year)) {
      problems.add(
          key,
          "the year must be from "
              + Limits.FIRST_YEAR
              + " to "
              + Limits.LAST_YEAR
              + ", not "
              + year);
    }
  }

  /** Checks that a month lies inside the horizon. */
  void inside(KeyPath key, YearMonth month) {
    between(key, month, 0);
  }

  /** Checks that a month lies after the start and inside the horizon. */
  void afterStart(KeyPath key, YearMonth month) {
    if (isYear(month.getYear())) {
      between(key, month, 1);
    }
  }

  /** Checks that the last month of something doesn't lie before its first. */
  void inOrder(KeyPath key, YearMonth from, YearMonth until) {
    if (until.isBefore(from)) {
      problems.add(key, "must not lie before `from`, but " + until + " is before " + from);
    }
  }

  private void between(KeyPath key, YearMonth month, int first) {
    if (!horizon) {
      return;
    }
    YearMonth earliest = scenario.month(first);
    YearMonth latest = scenario.lastMonth();
    if (month.isBefore(earliest) || month.isAfter(latest)) {
      String horizon = scenario.start() + " to " + latest;
      problems.add(
          key,
          first == 0
              ? month + " is outside the horizon, " + horizon
              : month + " must lie after the start month and inside the horizon, " + horizon);
    }
  }

  /** Returns how many months there are from the start to {@code month}, both counted, if known. */
  Optional<Long> monthsTo(Optional<YearMonth> month) {
    return horizon
        ? Optional.of(
            month
                .map(to -> MONTHS.between(scenario.start(), to) + 1)
                .orElse((long) scenario.months()))
        : Optional.empty();
  }
}
