package io.corridor.scenarios.internal.yaml;

import io.corridor.model.Printable;

/** How words of a file appear in messages. */
public final class Quotes {
  private static final int LONGEST = 60;

  private Quotes() {}

  /** Returns {@code word} in quotes, cut short and without control characters. */
  public static String quote(String word) {
    return "'" + clean(shorten(word, LONGEST)) + "'";
  }

  /** Returns {@code text}, its end left out if it is longer than {@code most} characters. */
  public static String shorten(String text, int most) {
    return text.length() <= most ? text : text.substring(0, most / 2) + "…";
  }

  /** Returns {@code text} with control characters made visible as question marks. */
  public static String clean(String text) {
    return Printable.word(text);
  }
}
