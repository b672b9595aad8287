package io.corridor.model;

import static java.time.temporal.ChronoUnit.MONTHS;

import java.time.YearMonth;
import java.util.Optional;

/** Checks dates, and the horizon that some of them must lie in. */
final class DateCheck {
  private final Checking in;
  private final Scenario scenario;

  /** Whether start and months make a horizon; where they don't, nothing is compared with it. */
  private final boolean horizon;

  DateCheck(Checking in) {
    this.in = in;
    this.scenario = in.scenario;
    this.horizon = isYear(scenario.start().getYear()) && Range.HORIZON.contains(scenario.months());
  }

  private static boolean isYear(int year) {
    return year >= Limits.FIRST_YEAR && year <= Limits.LAST_YEAR;
  }

  /** Returns whether start and months make a horizon. */
  boolean isHorizon() {
    return horizon;
  }

  /** Checks that a year may be meant. */
  void year(KeyPath key, int year) {
    if (!isYear(year)) {
      in.add(
          key, "the year must be from %s to %s, not %s", Limits.FIRST_YEAR, Limits.LAST_YEAR, year);
    }
  }

  /** Checks that a month lies inside the horizon. */
  void inside(KeyPath key, YearMonth month) {
    between(key, month, 0, "%s is outside the horizon, %s to %s");
  }

  /** Checks that a month lies after the start and inside the horizon. */
  void afterStart(KeyPath key, YearMonth month) {
    if (isYear(month.getYear())) {
      between(key, month, 1, "%s must lie after the start month and inside the horizon, %s to %s");
    }
  }

  /** Checks that the last month of something doesn't lie before its first. */
  void inOrder(KeyPath key, YearMonth from, YearMonth until) {
    if (until.isBefore(from)) {
      in.add(key, "must not lie before `from`, but %s is before %s", until, from);
    }
  }

  private void between(KeyPath key, YearMonth month, int first, String message) {
    if (horizon && (month.isBefore(scenario.month(first)) || month.isAfter(scenario.lastMonth()))) {
      in.add(key, message, month, scenario.start(), scenario.lastMonth());
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
