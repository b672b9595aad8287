package io.corridor.projection;

import java.time.YearMonth;
import java.time.temporal.ChronoUnit;

/**
 * The months of results.
 *
 * @param start month 0
 * @param months how many
 */
record Horizon(YearMonth start, int months) {

  YearMonth month(int index) {
    return start.plusMonths(index);
  }

  /** Returns the index of a month, which may lie outside. */
  int index(YearMonth month) {
    return (int) ChronoUnit.MONTHS.between(start, month);
  }

  /**
   * Returns the index of a month.
   *
   * @throws IllegalArgumentException if it lies outside
   */
  int within(YearMonth month) {
    int index = index(month);
    if (index < 0 || index >= months) {
      throw new IllegalArgumentException(
          month + " lies outside the months " + start + " to " + month(months - 1));
    }
    return index;
  }

  /**
   * Returns an index.
   *
   * @throws IndexOutOfBoundsException if it lies outside
   */
  int within(int index) {
    if (index < 0 || index >= months) {
      throw new IndexOutOfBoundsException(
          "month %d (%s); there are 0 (%s) to %d (%s)"
              .formatted(index, month(index), start, months - 1, month(months - 1)));
    }
    return index;
  }
}
