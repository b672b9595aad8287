package io.corridor.report.internal.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * The shape of an SVG path: subpaths of straight lines, to half a pixel. Written as short as SVG
 * allows, as pages hold hundreds: each point as the step from the one before, and none that a line
 * without it passes so closely that nobody sees it.
 */
final class SvgPath {
  /** How far from a point a line may pass that leaves it out: seven tenths of a pixel. */
  private static final double UNSEEN = 7;

  private static final long HALF = 5;

  private final StringBuilder shape = new StringBuilder();

  /** What coordinates to the right are rounded to, in tenths of a pixel. */
  private final long grid;

  private long x;
  private long y;
  private char command;

  /** Points since the last that was written: but for the last of them, they may be left out. */
  private final List<long[]> open = new ArrayList<>();

  SvgPath() {
    this(HALF);
  }

  private SvgPath(long grid) {
    this.grid = grid;
  }

  /**
   * Returns a path of many points over time, whose coordinates to the right are whole pixels: half
   * of one is a small part of a month.
   */
  static SvgPath overTime() {
    return new SvgPath(10);
  }

  /** Begins a subpath. */
  SvgPath move(double toX, double toY) {
    write();
    x = right(toX);
    y = down(toY);
    shape.append('M').append(Sheet.number(x / 10.0)).append(' ').append(Sheet.number(y / 10.0));
    command = 'M';
    return this;
  }

  /** Draws a line from where the last ended. */
  SvgPath line(double toX, double toY) {
    long[] to = {right(toX), down(toY)};
    if (open.stream().anyMatch(point -> distance(point, to) > UNSEEN)) {
      write();
    }
    open.add(to);
    return this;
  }

  /** Returns how far a point is from the line that would end there, from where the last ends. */
  private double distance(long[] point, long[] end) {
    double right = end[0] - x;
    double down = end[1] - y;
    double along = (point[0] - x) * right + (point[1] - y) * down;
    double share = Math.max(0, Math.min(1, along / Math.max(1, right * right + down * down)));
    return Math.hypot(x + share * right - point[0], y + share * down - point[1]);
  }

  /** Writes the line to the last point. */
  private void write() {
    if (open.isEmpty()) {
      return;
    }
    long[] to = open.get(open.size() - 1);
    open.clear();
    long right = to[0] - x;
    long down = to[1] - y;
    x = to[0];
    y = to[1];
    if (down == 0) {
      step('h', right);
    } else if (right == 0) {
      step('v', down);
    } else {
      step('l', right);
      append(down);
    }
  }

  /** Draws a line if the pen is down, or else begins a subpath. */
  SvgPath to(double toX, double toY, boolean isDown) {
    return isDown ? line(toX, toY) : move(toX, toY);
  }

  /** Draws a line to where the subpath began, and ends it there. */
  SvgPath close() {
    write();
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

  /** A number that follows another; a point ends one that has a point of its own. */
  private void append(long tenths) {
    String number = text(tenths);
    boolean parts = number.startsWith("-") || number.startsWith(".") && hasPoint();
    shape.append(parts ? "" : " ").append(number);
  }

  /** Whether the last number has a point: it stands before its only digit then. */
  private boolean hasPoint() {
    return shape.charAt(shape.length() - 2) == '.';
  }

  private long right(double value) {
    return grid * Math.round(10 * value / grid);
  }

  private static long down(double value) {
    return HALF * Math.round(10 * value / HALF);
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
    write();
    return shape.toString();
  }
}
