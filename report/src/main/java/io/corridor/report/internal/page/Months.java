package io.corridor.report.internal.page;

import io.corridor.report.words.Amounts;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/** The months of a run. */
final class Months {
  private final YearMonth start;
  private final int count;

  Months(String start, int count) {
    this.start = YearMonth.parse(start);
    this.count = count;
  }

  int count() {
    return count;
  }

  int last() {
    return count - 1;
  }

  YearMonth month(int index) {
    return start.plusMonths(index);
  }

  /** Returns the names for the charts' axes: {@code 2019-03}. */
  List<String> names() {
    List<String> names = new ArrayList<>();
    for (int month = 0; month < count; month++) {
      names.add(month(month).toString());
    }
    return names;
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
