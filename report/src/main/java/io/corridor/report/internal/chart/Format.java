package io.corridor.report.internal.chart;

/** The place that a drawing is made for. */
public enum Format {
  /** The width of the page on a desk. */
  WIDE(740, "wide"),
  /** Half of it, or a phone. */
  NARROW(360, "narrow"),
  /** A line of words. */
  STRIP(360, "strip");

  private final int width;
  private final String word;

  Format(int width, String word) {
    this.width = width;
    this.word = word;
  }

  /** Returns the width in pixels of the style sheet. */
  int width() {
    return width;
  }

  /** Returns the word for the style sheet. */
  public String word() {
    return word;
  }

  /** Returns one of two numbers. */
  double of(double wide, double narrow) {
    return this == WIDE ? wide : narrow;
  }
}
