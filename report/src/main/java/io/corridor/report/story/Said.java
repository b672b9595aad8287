package io.corridor.report.story;

import io.corridor.report.words.Amounts;
import io.corridor.report.words.Digits;
import io.corridor.report.words.Sentences;
import java.time.LocalDate;
import java.time.YearMonth;

/** Numbers and days of a path, rounded to what a reader takes in. */
final class Said {
  private Said() {}

  /** Returns a share in whole per cent; {@code under 1 %} where that would be 0. */
  static String share(double share) {
    return share > 0 && share < 0.005
        ? "under" + Amounts.NO_BREAK + "1" + Amounts.NO_BREAK + "%"
        : Digits.percent(share);
  }

  /** Returns a day: {@code 20 March 2019}. */
  static String day(LocalDate day) {
    return "" + day.getDayOfMonth() + Amounts.NO_BREAK + Amounts.month(YearMonth.from(day));
  }

  /** Returns a day of a year that is known: {@code 20 March}. */
  static String dayOfYear(LocalDate day) {
    return "" + day.getDayOfMonth() + Amounts.NO_BREAK + Amounts.name(day.getMonth());
  }

  /** Returns a number of things: {@code 1 month}, {@code 3 months}. */
  static String count(long number, String thing) {
    return Amounts.whole(number) + Amounts.NO_BREAK + thing + (number == 1 ? "" : "s");
  }

  /** Returns a sentence with its first letter large. */
  static String sentence(String text) {
    return Sentences.capitalised(text) + '.';
  }
}
