package io.corridor.report.internal.chart;

/**
 * The shape of an SVG path: subpaths of straight lines, to the tenth of a pixel. Written as short
 * as SVG allows, as pages hold hundreds: each point as the step from the one before.
 */
final class Trail {
  private final StringBuilder shape = new StringBuilder();
  private long x;
  private long y;
  private char command;

  /** Begins a subpath. */
  Trail move(double toX, double toY) {
    shape.append('M').append(Sheet.number(toX)).append(' ').append(Sheet.number(toY));
    x = tenths(toX);
    y = tenths(toY);
    command = 'M';
    return this;
  }

  /** Draws a line from where the last ended. */
  Trail line(double toX, double toY) {
    long right = tenths(toX) - x;
    long down = tenths(toY) - y;
    x += right;
    y += down;
    if (down == 0) {
      step('h', right);
    } else if (right == 0) {
      step('v', down);
    } else {
      step('l', right);
      append(down);
    }
    return this;
  }

  /** Draws a line if the pen is down, or else begins a subpath. */
  Trail to(double toX, double toY, boolean isDown) {
    return isDown ? line(toX, toY) : move(toX, toY);
  }

  /** Draws a line to where the subpath began, and ends it there. */
  Trail close() {
    shape.append('z');
    return this;
  }

  private void step(char next, long tenths) {
    if (next == command) {
      append(tenths);
    } else {
      shape.append(next).append(text(tenths));
      command = next;
    }
  }

  /** A number that follows another. */
  private void append(long tenths) {
    shape.append(tenths < 0 ? "" : " ").append(text(tenths));
  }

  private static long tenths(double value) {
    return Math.round(10 * value);
  }

  private static String text(long tenths) {
    long size = Math.abs(tenths);
    long whole = size / 10;
    long rest = size % 10;
    return (tenths < 0 ? "-" : "")
        + (whole == 0 && rest != 0 ? "" : whole)
        + (rest == 0 ? "" : "." + rest);
  }

  @Override
  public String toString() {
    return shape.toString();
  }
}
