package io.corridor.report.words;

import io.corridor.model.Question;
import io.corridor.model.Scenario;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Months in a row, counted from 0, the start of the scenario.
 *
 * @param first the first of them; negative: before the start
 * @param last the last of them
 */
public record MonthSpan(int first, int last) {
  private static final int YEAR = 12;

  /** Returns the twelve months to {@code last}. */
  public static MonthSpan yearTo(int last) {
    return new MonthSpan(last - YEAR + 1, last);
  }

  /** Returns the months that a question looks at. */
  public static MonthSpan of(Scenario scenario, Question question) {
    return new MonthSpan(
        scenario.index(question.window().from().orElse(scenario.start())),
        scenario.index(question.window().to().orElse(scenario.lastMonth())));
  }

  /** Returns the calendar years of a scenario; the first and the last may be shorter. */
  public static List<MonthSpan> years(Scenario scenario) {
    List<MonthSpan> years = new ArrayList<>();
    int first = 0;
    for (int month = 0; month < scenario.months(); month++) {
      if (scenario.month(month).getMonth() == Month.DECEMBER || month == scenario.months() - 1) {
        years.add(new MonthSpan(first, month));
        first = month + 1;
      }
    }
    return years;
  }

  /** Returns the longest spans of the first {@code count} months in which a condition holds. */
  public static List<MonthSpan> where(int count, IntPredicate holds) {
    List<MonthSpan> spans = new ArrayList<>();
    for (int first = 0; first < count; first++) {
      if (holds.test(first)) {
        int last = first;
        while (last + 1 < count && holds.test(last + 1)) {
          last++;
        }
        spans.add(new MonthSpan(first, last));
        first = last;
      }
    }
    return spans;
  }

  /** Returns how many months they are. */
  public int length() {
    return last - first + 1;
  }

  /** Returns the months. */
  public IntStream stream() {
    return IntStream.rangeClosed(first, last);
  }

  /** Returns the sum of a value of each month, added in their order. */
  public double sum(IntToDoubleFunction value) {
    double sum = 0;
    for (int month = first; month <= last; month++) {
      sum += value.applyAsDouble(month);
    }
    return sum;
  }

  /** Returns the mean of a value of each month. */
  public double mean(IntToDoubleFunction value) {
    return sum(value) / length();
  }
}
