package io.corridor.report.internal.chart;

/** The least and the greatest of the values that a chart shows. */
final class ValueRange {
  private double low = Double.POSITIVE_INFINITY;
  private double high = Double.NEGATIVE_INFINITY;

  /** Takes values in; those that aren't finite have no place in a chart. */
  void add(double... values) {
    for (double value : values) {
      if (Double.isFinite(value)) {
        low = Math.min(low, value);
        high = Math.max(high, value);
      }
    }
  }

  /** Returns how far from the values something may be that is still to be seen with them. */
  double room() {
    return Math.max(high - low, 0.1 * Math.abs(high));
  }

  /** Takes in a value that is no farther from the others than {@code room}. */
  void addNear(double value, double room) {
    if (value <= high + room && value >= low - room) {
      add(value);
    }
  }

  /** Returns an axis with about {@code ticks} ticks that holds all values. */
  ValueAxis axis(int ticks) {
    return low > high ? ValueAxis.of(0, 1, 4) : ValueAxis.about(low, high, ticks);
  }
}
