package io.corridor.report.internal.page;

import io.corridor.model.Scenario;
import io.corridor.report.internal.chart.MonthAxis;
import io.corridor.report.words.Amounts;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/** The months of a scenario. */
record Months(YearMonth start, int count) {

  static Months of(Scenario scenario) {
    return new Months(scenario.start(), scenario.months());
  }

  int last() {
    return count - 1;
  }

  MonthAxis axis() {
    return new MonthAxis(start, count);
  }

  YearMonth month(int index) {
    return start.plusMonths(index);
  }

  /** Returns the Decembers, and the last month; of less than two years, every month. */
  List<Integer> rows() {
    List<Integer> rows = new ArrayList<>();
    for (int month = 0; month < count; month++) {
      if (count < 24 || month(month).getMonthValue() == 12 || month == last()) {
        rows.add(month);
      }
    }
    return rows;
  }

  /** Returns a month in words: {@code December 2024}. */
  String words(int index) {
    return Amounts.month(month(index));
  }

  /** Returns a month in few letters: {@code Dec 2024}. */
  String shortWords(int index) {
    return Amounts.shortMonth(month(index));
  }
}
