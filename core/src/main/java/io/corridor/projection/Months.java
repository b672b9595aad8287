package io.corridor.projection;

import java.time.YearMonth;

/** Says which months there are to those who ask for another. */
final class Months {

  private Months() {}

  /**
   * Returns {@code month}.
   *
   * @throws IndexOutOfBoundsException unless it is from 0 to {@code months} − 1
   */
  static int check(int month, YearMonth start, int months) {
    if (month < 0 || month >= months) {
      throw new IndexOutOfBoundsException(
          "month "
              + month
              + " ("
              + start.plusMonths(month)
              + "); there are 0 ("
              + start
              + ") to "
              + (months - 1)
              + " ("
              + start.plusMonths(months - 1)
              + ")");
    }
    return month;
  }
}
