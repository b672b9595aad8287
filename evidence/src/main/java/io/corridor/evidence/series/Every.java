package io.corridor.evidence.series;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How long the periods of a series are. */
public enum Every {
  /** A calendar month. */
  MONTH(1),
  /** Three months. */
  QUARTER(3),
  /** Twelve months, which need not begin in January. */
  YEAR(12);

  private final int months;

  Every(int months) {
    this.months = months;
  }

  /** Returns the one of so many months, if there is one. */
  public static Optional<Every> of(int months) {
    return Arrays.stream(values()).filter(every -> every.months == months).findFirst();
  }

  /** Returns the number of months of a period. */
  public int months() {
    return months;
  }

  /** Returns the number of periods of a year. */
  public int perYear() {
    return 12 / months;
  }

  /** Returns its name in files. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
