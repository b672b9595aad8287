package io.corridor.evidence.series;

import java.util.Locale;

/** What a longer period's value is of its months. */
public enum Of {
  /** Their sum, as of money. */
  SUM,
  /** Their mean, as of prices and power; of amounts a day or an hour, weighted by the days. */
  MEAN,
  /** The last one, as of stocks and rates at the end of the period. */
  END;

  /** Returns its name in files. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
