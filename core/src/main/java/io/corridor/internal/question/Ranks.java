package io.corridor.internal.question;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Percentiles of counts. */
final class Ranks {

  private Ranks() {}

  /** Returns the smallest index by which at least {@code percentile} per cent of {@code n} are in. */
  static int place(long[] counts, long n, double percentile) {
    long rank = rank(n, percentile);
    long seen = 0;
    int i = 0;
    while (true) {
      seen += counts[i];
      if (seen >= rank) {
        return i;
      }
      i++;
    }
  }

  /** Returns ⌈percentile · n / 100⌉, exactly as the percentile is written, at least 1. */
  static long rank(long n, double percentile) {
    BigDecimal exact = BigDecimal.valueOf(percentile).multiply(BigDecimal.valueOf(n)).movePointLeft(2);
    return Math.max(1, exact.setScale(0, RoundingMode.CEILING).longValueExact());
  }
}
