package io.corridor.reference;

import java.time.YearMonth;
import java.util.Map;

/**
 * A month of a path, with what is known before anything else: the regime and the drivers.
 *
 * @param t index, 0 at the start
 * @param calendar which month it is
 * @param regime R(t)
 * @param drivers X(t) by id
 */
record Month(int t, YearMonth calendar, String regime, Map<String, Double> drivers) {

  /** Returns d(t), the number of days. */
  int d() {
    return calendar.lengthOfMonth();
  }

  /** Returns y = t/12, the years since the start. */
  double y() {
    return t / 12.0;
  }
}
