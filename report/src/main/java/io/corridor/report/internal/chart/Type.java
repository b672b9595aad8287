package io.corridor.report.internal.chart;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How much room words take, as far as that can be told without the reader's fonts. */
final class Type {
  private static final double SIZE = 12;

  private Type() {}

  /** Returns the width of a text of the usual size, rather too much than too little. */
  static double width(String text) {
    double width = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      width +=
          "iljtfr.,;:'|!() \u00a0-".indexOf(c) >= 0
              ? 0.36
              : "mwMW%—@".indexOf(c) >= 0 ? 0.92 : Character.isUpperCase(c) ? 0.7 : 0.6;
    }
    return SIZE * width;
  }

  /** Breaks a text into lines no wider than {@code room}, unless a word is. */
  static List<String> wrapped(String text, double room) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ")) {
      if (line.length() > 0 && width(line + " " + word) > room) {
        lines.add(line.toString());
        line = new StringBuilder();
      }
      line.append(line.length() == 0 ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }

  /** Returns a month in few letters: {@code Mar 2019}. */
  static String month(YearMonth month) {
    String name = month.getMonth().name();
    return name.charAt(0)
        + name.substring(1, 3).toLowerCase(Locale.ROOT)
        + "\u00a0"
        + month.getYear();
  }
}
