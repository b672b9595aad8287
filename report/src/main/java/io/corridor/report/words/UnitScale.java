package io.corridor.report.words;

import io.corridor.model.Metric;
import io.corridor.model.MetricUnit;

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
    return of(metric.unit(), largest);
  }

  /** Returns the scale of values in a metric's unit. */
  public static UnitScale of(String unit, double largest) {
    MetricUnit counted = MetricUnit.of(unit);
    return switch (counted) {
      case FRACTION -> new UnitScale(0.01, 0, "%");
      case SWITCH -> new UnitScale(0.01, 1, "% of paths");
      case PLACE -> new UnitScale(1, 0, unit);
      default -> {
        boolean isLarge = counted.isMoney() || counted == MetricUnit.NUMBER;
        Magnitude magnitude = isLarge ? Magnitude.of(largest) : Magnitude.ONE;
        String word = magnitude.word() + ' ' + Amounts.inWords(unit);
        yield new UnitScale(
            magnitude.size(), Digits.decimalsOfColumn(largest / magnitude.size()), word.strip());
      }
    };
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
