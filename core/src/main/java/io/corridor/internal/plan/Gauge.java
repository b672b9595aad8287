package io.corridor.internal.plan;

import io.corridor.internal.block.RealPort;

/**
 * A number of a whole path, and how it comes from the months.
 *
 * @param id of the number
 * @param kind how
 * @param column the entries of a month, or of the path
 * @param other a second column where the kind needs one, else the same
 */
public record Gauge(String id, Kind kind, RealPort column, RealPort other) {

  /** How a number comes from the months 0 to e. */
  public enum Kind {
    /** It is the same in all months, and there once the path is opened. */
    ONCE,
    /** A month, there once the path is opened: e + 1 if it is later. */
    MONTH,
    /** The mean of the column. */
    MEAN,
    /** The column in month e. */
    END,
    /** The sum of the column. */
    SUM,
    /** The mean of the column over the days, as it is a share of the month's days. */
    DAYS,
    /** How often a waiver was refused; the column is its expiry, the other its coverage. */
    REFUSALS
  }
}
