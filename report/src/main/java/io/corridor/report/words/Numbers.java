package io.corridor.report.words;

import tools.jackson.core.io.NumberOutput;

/** Numbers as the result files write them. */
public final class Numbers {

  private Numbers() {}

  /**
   * Returns the shortest decimal that reads back to the same double. ({@code Double.toString} gives
   * it from Java 19 on only: files are to be the same on every JDK.)
   */
  public static String shortest(double value) {
    return NumberOutput.toString(value, true);
  }

  /** Returns a percentile without a needless {@code .0}: {@code 5}, {@code 2.5}. */
  public static String percentile(double percentile) {
    String text = shortest(percentile);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }
}
