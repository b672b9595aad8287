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
 * Some months running, such as a month, a quarter or a year, which need not end in December.
 *
 * @param months how many they are, {@code >= 1}
 * @param last the last of them
 */
public record Period(int months, YearMonth last) implements Comparable<Period> {
  private static final Pattern YEAR = Pattern.compile("(\\d{4})");
  private static final Pattern QUARTER = Pattern.compile("(\\d{4})[-_ ]?[Qq]([1-4])");
  private static final Pattern MONTH = Pattern.compile("(\\d{4})[-/]?(?:M|m)?(0[1-9]|1[0-2])");
  private static final Pattern DAY = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})(?:T.*)?");
  private static final Pattern NAMED_MONTH = Pattern.compile("([A-Za-z]{3})[a-z]*[- ](\\d{4})");
  private static final Pattern SPAN = Pattern.compile("(\\d{4}-\\d{2})\\s*/\\s*(\\d{4}-\\d{2})");
  private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";

  /** Makes a month, a quarter or a year. */
  public Period(Every every, YearMonth last) {
    this(every.months(), last);
  }

  /**
   * Returns the period that {@code text} names: {@code 2019} a year, {@code 2019Q1} or {@code
   * 2019-Q1} a quarter, {@code 2019-03}, {@code 2019M03}, {@code 201903}, {@code Mar 2019} or
   * {@code 2019-03-31} a month, {@code 2018-04/2019-03} the months from the one through the other;
   * empty if it names none.
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
    Matcher span = SPAN.matcher(trimmed);
    return span.matches()
        ? month(span.group(1))
            .flatMap(first -> month(span.group(2)).flatMap(last -> of(first, last)))
        : day(trimmed);
  }

  private static Optional<YearMonth> month(String text) {
    return parse(text).map(Period::last);
  }

  private static Optional<Period> of(YearMonth first, YearMonth last) {
    int months = Math.toIntExact(ChronoUnit.MONTHS.between(first, last)) + 1;
    return months < 1 ? Optional.empty() : Optional.of(new Period(months, last));
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

  /** Returns whether it is as long as a month, a quarter or a year. */
  public boolean isOf(Every every) {
    return months == every.months();
  }

  /**
   * Returns how long it is, if it is one of a series.
   *
   * @throws IllegalStateException if it is no month, quarter or year
   */
  public Every every() {
    return Every.of(months).orElseThrow(() -> new IllegalStateException(this + " is of no series"));
  }

  /** Returns its first month. */
  public YearMonth first() {
    return last.minusMonths(months - 1L);
  }

  /** Returns the period {@code count} periods later. */
  public Period plus(int count) {
    return new Period(months, last.plusMonths((long) count * months));
  }

  /**
   * Returns how many periods {@code other} is later, if they are of one grid: as long, and a whole
   * number of periods apart.
   */
  public Optional<Integer> until(Period other) {
    int later = Math.toIntExact(ChronoUnit.MONTHS.between(last, other.last));
    return months == other.months && later % months == 0
        ? Optional.of(later / months)
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
    return byEnd != 0 ? byEnd : Integer.compare(months, other.months);
  }

  /**
   * Returns {@code 2019}, {@code 2019Q1}, {@code 2019-03}, {@code year to 2019-03}, or {@code
   * 2019-03/2019-08}.
   */
  @Override
  public String toString() {
    Optional<Every> every = Every.of(months);
    if (every.isEmpty()) {
      return first() + "/" + last;
    }
    return switch (every.get()) {
      case MONTH -> last.toString();
      case QUARTER ->
          last.getMonthValue() % 3 == 0
              ? last.getYear() + "Q" + last.getMonthValue() / 3
              : "quarter to " + last;
      case YEAR -> last.getMonthValue() == 12 ? String.valueOf(last.getYear()) : "year to " + last;
    };
  }
}
