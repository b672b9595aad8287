package io.corridor.report.words;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * How many digits of a number are shown: on a screen, on a page and in a sentence by the same rule.
 *
 * <ul>
 *   <li>A number that somebody stated has the digits that were stated, up to six: {@link
 *       Amounts#amount}.
 *   <li>An estimate with an error has as many decimals, up to four, as it takes for half the 95 %
 *       interval to be half a unit of the last or more: {@link Estimates}.
 *   <li>Any other number has three significant digits, however small it is, without zeros at the
 *       end; from a million on, and below a billionth, it is counted in powers of a thousand.
 * </ul>
 *
 * <p>Numbers of one column or one axis have the same decimals: two, none from 100 on, and as many
 * as give three significant digits to the largest where that is below 0.1: {@link UnitScale}.
 */
public final class Digits {
  /** What stands where there is no number. */
  public static final String NONE = "–";

  private static final int SIGNIFICANT = 3;
  private static final int MOST_DECIMALS = 4;

  private Digits() {}

  /**
   * Returns a number to three significant digits: {@code 0.00584}, {@code 57.3}, {@code 7.61 bn}.
   */
  public static String three(double value) {
    return three(value, "");
  }

  /** Returns an amount to three significant digits, in its unit: {@code 11.7 bn USD a year}. */
  public static String three(double value, String unit) {
    return significant(value, SIGNIFICANT, unit);
  }

  /** Returns an amount to so many significant digits, in its unit. */
  static String significant(double value, int digits, String unit) {
    double rounded =
        Double.isFinite(value)
            ? new BigDecimal(value)
                .round(new MathContext(digits, RoundingMode.HALF_EVEN))
                .doubleValue()
            : value;
    return Amounts.amount(rounded, unit);
  }

  /**
   * Returns how many decimals of an estimate mean something where half a 95 % interval is so wide.
   */
  public static int decimals(double half) {
    int decimals = 0;
    for (double least = 0.5; decimals < MOST_DECIMALS && half > 0 && half < least; least /= 10) {
      decimals++;
    }
    return decimals;
  }

  /** Returns a share in whole per cent. */
  public static String percent(double share) {
    return Amounts.decimal(100 * share, 0) + Amounts.NO_BREAK + "%";
  }

  /** Returns how many decimals the numbers of a column have whose largest is so large. */
  static int decimalsOfColumn(double largest) {
    if (largest >= 100) {
      return 0;
    }
    int decimals = largest > 0 && largest < 0.1 ? SIGNIFICANT : 2;
    for (double least = 0.1; largest > 0 && largest < least; least /= 10) {
      decimals++;
    }
    return decimals;
  }
}
