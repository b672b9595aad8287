package io.corridor.report.words;

import io.corridor.model.Metric;

/**
 * What the numbers of a column or an axis are divided by, and said to be.
 *
 * @param divisor of the values
 * @param decimals that a table gives
 * @param unit of what is left
 */
public record UnitScale(double divisor, int decimals, String unit) {

  /**
   * Returns the scale of a metric's values: per cent, millions or billions of money, of what has no
   * unit too, else the unit itself. What is 0 or 1 becomes a share of the paths.
   *
   * @param metric whose values they are
   * @param largest of them, in absolute terms
   */
  public static UnitScale of(Metric metric, double largest) {
    String unit = metric.unit();
    if (unit.equals("fraction")) {
      return new UnitScale(0.01, 0, "%");
    }
    if (isSwitch(metric)) {
      return new UnitScale(0.01, 1, "% of paths");
    }
    Magnitude magnitude =
        Amounts.isCountedInMagnitudes(metric) ? Magnitude.of(largest) : Magnitude.ONE;
    double scaled = largest / magnitude.size();
    String word = magnitude.word().isEmpty() ? "" : magnitude.word() + ' ';
    return new UnitScale(
        magnitude.size(),
        metric.whole() || scaled >= 100 ? 0 : 2,
        (word + unit.replace("/year", " a year").replace("/month", " a month")).strip());
  }

  /** Returns whether a metric is 0 or 1, so that its mean is a share of the paths. */
  public static boolean isSwitch(Metric metric) {
    return metric.unit().equals("0 or 1");
  }

  /** Returns the unit as it ends a title; nothing for none. */
  public String unitAfterComma() {
    return unit.isEmpty() ? "" : ", " + unit;
  }

  /** Returns a value, divided and rounded. */
  public String text(double value) {
    return Amounts.decimal(value / divisor, decimals);
  }
}
