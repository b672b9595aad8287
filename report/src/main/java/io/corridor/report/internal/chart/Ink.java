package io.corridor.report.internal.chart;

/**
 * A colour by what it means; the style sheet says which it is, light and dark, and how its lines
 * are dashed.
 *
 * @param word name of the colour in the style sheet
 */
public record Ink(String word) {
  /** A median, and the bands about it. */
  public static final Ink MIDDLE = new Ink("band");

  /** A single path. */
  public static final Ink SINGLE = new Ink("single");

  /** What has been. */
  public static final Ink PAST = new Ink("past");

  /** Something asked about. */
  public static final Ink AIM = new Ink("warn");

  /** What stands out against nothing. */
  public static final Ink PLAIN = new Ink("soft");

  private static final int SERIES = 6;
  private static final int SHADES = 5;

  /** Returns the colour of one of several things that have no order: 0, 1, …, or the reference. */
  public static Ink series(int index) {
    return index == DotChart.REFERENCE ? PAST : new Ink("c" + (1 + index % SERIES));
  }

  /**
   * Returns the colour of a step from mild to harsh.
   *
   * @param rank from 0, the mildest
   * @param count how many steps there are
   */
  public static Ink severity(int rank, int count) {
    int steps = 4;
    return new Ink("v" + (count == 1 ? 2 : Math.round((float) rank * steps / (count - 1))));
  }

  /**
   * Returns the colour of a source of imports: orange and brown for those between the parties,
   * violet for their rivals'.
   *
   * @param index of it among its like: 0, 1, …
   * @param isRival whether it is a rival's
   */
  public static Ink source(int index, boolean isRival) {
    return new Ink((isRival ? "r" : "o") + index % SHADES);
  }

  /** Returns the colour of a place, the best first. */
  public static Ink place(int index) {
    return new Ink("p" + Math.min(4, index));
  }

  String stroke() {
    return "s-" + word;
  }

  String fill() {
    return "f-" + word;
  }
}
