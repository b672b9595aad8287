package io.corridor.report.internal.chart;

/**
 * Where the marks of a plot are drawn.
 *
 * @param sheet takes them
 * @param format of the drawing
 * @param plot whose marks they are
 * @param across what lies along the foot as it is drawn
 * @param values axis of the values
 * @param isBeside whether names stand beside the plot, at the ends of lines
 * @param left end of the plot
 * @param right end of the plot
 * @param top of the plot
 * @param bottom of the plot
 */
record Frame(
    Sheet sheet,
    Format format,
    Plot plot,
    Across across,
    ValueAxis values,
    boolean isBeside,
    double left,
    double right,
    double top,
    double bottom) {

  double x(double index) {
    return across.x(index, left, right);
  }

  /** Returns how wide a month or a number is. */
  double width() {
    return across.width(left, right);
  }

  double y(double value) {
    return values.place(value, bottom, top);
  }

  /** Returns a value's height; what is out of the axis lies on its end. */
  double within(double value) {
    return Math.max(top, Math.min(bottom, y(value)));
  }

  /** Returns the shape of a line through values by month, left out where it leaves the plot. */
  SvgPath curve(double[] values) {
    SvgPath path = SvgPath.overTime();
    boolean isDown = false;
    for (int i = 0; i < values.length; i++) {
      boolean isSeen = isSeen(values[i]);
      if (isSeen) {
        path.to(x(i), within(values[i]), isDown);
      }
      isDown = isSeen;
    }
    return path;
  }

  boolean isSeen(double value) {
    return values.low() <= value && value <= values.high();
  }
}
