package io.corridor.evidence.series;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A month, a quarter or a year, known by its last month: a year need not end in December.
 *
 * @param every how long it is
 * @param last its last month
 */
public record Period(Every every, YearMonth last) implements Comparable<Period> {
  private static final Pattern YEAR = Pattern.compile("(\\d{4})");
  private static final Pattern QUARTER = Pattern.compile("(\\d{4})[-_ ]?[Qq]([1-4])");
  private static final Pattern MONTH = Pattern.compile("(\\d{4})[-/]?(?:M|m)?(0[1-9]|1[0-2])");
  private static final Pattern DAY = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})(?:T.*)?");
  private static final Pattern NAMED_MONTH = Pattern.compile("([A-Za-z]{3})[a-z]*[- ](\\d{4})");
  private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";

  /**
   * Returns the period that {@code text} names: {@code 2019} a year, {@code 2019Q1} or {@code
   * 2019-Q1} a quarter, {@code 2019-03}, {@code 2019M03}, {@code 201903}, {@code Mar 2019} or
   * {@code 2019-03-31} a month; empty if it names none.
   */
  public static Optional<Period> parse(String text) {
    String trimmed = text.trim();
    Matcher year = YEAR.matcher(trimmed);
    if (year.matches()) {
      return Optional.of(new Period(Every.YEAR, month(year.group(1), 12)));
    }
    Matcher quarter = QUARTER.matcher(trimmed);
    if (quarter.matches()) {
      int last = 3 * Integer.parseInt(quarter.group(2));
      return Optional.of(new Period(Every.QUARTER, month(quarter.group(1), last)));
    }
    Matcher month = MONTH.matcher(trimmed);
    if (month.matches()) {
      int number = Integer.parseInt(month.group(2));
      return Optional.of(new Period(Every.MONTH, month(month.group(1), number)));
    }
    Matcher named = NAMED_MONTH.matcher(trimmed);
    if (named.matches()) {
      int at = MONTHS.indexOf(named.group(1).toLowerCase(Locale.ROOT));
      return at < 0 || at % 3 > 0
          ? Optional.empty()
          : Optional.of(new Period(Every.MONTH, month(named.group(2), at / 3 + 1)));
    }
    return day(trimmed);
  }

  private static Optional<Period> day(String text) {
    Matcher day = DAY.matcher(text);
    if (!day.matches()) {
      return Optional.empty();
    }
    try {
      LocalDate date =
          LocalDate.of(
              Integer.parseInt(day.group(1)),
              Integer.parseInt(day.group(2)),
              Integer.parseInt(day.group(3)));
      return Optional.of(new Period(Every.MONTH, YearMonth.from(date)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static YearMonth month(String year, int month) {
    return YearMonth.of(Integer.parseInt(year), month);
  }

  /** Returns the period of another length that ends with the same month. */
  public Period ending(Every length) {
    return new Period(length, last);
  }

  /** Returns its first month. */
  public YearMonth first() {
    return last.minusMonths(every.months() - 1L);
  }

  /** Returns the period {@code count} periods later. */
  public Period plus(int count) {
    return new Period(every, last.plusMonths((long) count * every.months()));
  }

  /**
   * Returns how many periods {@code other} is later, if they are of one grid: as long, and a whole
   * number of periods apart.
   */
  public Optional<Integer> until(Period other) {
    int months = Math.toIntExact(ChronoUnit.MONTHS.between(last, other.last));
    return every == other.every && months % every.months() == 0
        ? Optional.of(months / every.months())
        : Optional.empty();
  }

  /** Returns its number of days. */
  public int days() {
    int days = 0;
    for (YearMonth month = first(); !month.isAfter(last); month = month.plusMonths(1)) {
      days += month.lengthOfMonth();
    }
    return days;
  }

  @Override
  public int compareTo(Period other) {
    int byEnd = last.compareTo(other.last);
    return byEnd != 0 ? byEnd : every.compareTo(other.every);
  }

  /** Returns {@code 2019}, {@code 2019Q1}, {@code 2019-03}, or {@code year to 2019-03}. */
  @Override
  public String toString() {
    return switch (every) {
      case MONTH -> last.toString();
      case QUARTER ->
          last.getMonthValue() % 3 == 0
              ? last.getYear() + "Q" + last.getMonthValue() / 3
              : "quarter to " + last;
      case YEAR -> last.getMonthValue() == 12 ? String.valueOf(last.getYear()) : "year to " + last;
    };
  }
}
