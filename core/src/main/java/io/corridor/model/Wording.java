package io.corridor.model;

import java.util.List;
import java.util.stream.Collectors;

/** How numbers and foreign words appear in messages. */
final class Wording {
  /** Whole numbers below it are written without a point or an exponent. */
  private static final double PLAIN = 1e15;

  private static final int LONGEST = 60;

  /** So many members of a ring are named. */
  private static final int RING = 10;

  private Wording() {}

  /**
   * Returns {@code number} as a reader would write it: {@code 3}, {@code -0.25}, {@code 1.0E300}.
   */
  static String number(double number) {
    if (number == Math.rint(number) && Math.abs(number) < PLAIN) {
      return Long.toString((long) number);
    }
    return Double.toString(number);
  }

  /** Returns {@code word} in quotes, cut short and without control characters. */
  static String quote(String word) {
    String shown = word.length() > LONGEST ? word.substring(0, LONGEST) + "…" : word;
    return "'" + Printable.word(shown) + "'";
  }

  /** Returns {@code "'a' → 'b' → 'a'"} for the ring of {@code a} and {@code b}. */
  static String ring(List<String> ids) {
    String shown = ids.stream().limit(RING).map(Wording::quote).collect(Collectors.joining(" → "));
    return shown + (ids.size() > RING ? " → … → " : " → ") + quote(ids.get(0));
  }
}
