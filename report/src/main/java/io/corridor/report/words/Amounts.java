package io.corridor.report.words;

import io.corridor.model.MetricUnit;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Month;
import java.time.YearMonth;
import java.util.Locale;

/** Numbers, amounts and months as one would say them. */
public final class Amounts {
  /** Stands inside numbers and before units, where no line may break. */
  public static final char NO_BREAK = '\u00A0';

  private static final String MINUS = "−";

  private static final String INFINITY = "infinity";

  /** Enough for any threshold that somebody states. */
  private static final MathContext STATED = new MathContext(6, RoundingMode.HALF_EVEN);

  /** For one that comes of a division, as of a yearly value that is meant by the month. */
  private static final MathContext DIVIDED = new MathContext(4, RoundingMode.HALF_EVEN);

  private Amounts() {}

  /** Returns an amount in words: {@code 20 bn USD a year}, {@code 1 200 MW}, {@code 4 %}. */
  public static String amount(double value, String unit) {
    if (!Double.isFinite(value)) {
      return notFinite(value);
    }
    return switch (MetricUnit.of(unit)) {
      case FRACTION -> plain(BigDecimal.valueOf(value).movePointRight(2)) + NO_BREAK + '%';
      case MONEY, MONEY_PER_MONTH, MONEY_PER_YEAR, NUMBER -> {
        Magnitude magnitude = Magnitude.of(value);
        BigDecimal scaled = BigDecimal.valueOf(value).movePointLeft(magnitude.power());
        yield plain(scaled) + spaced(magnitude.word()) + spaced(inWords(unit));
      }
      case SWITCH, PLACE -> plain(BigDecimal.valueOf(value));
      default -> plain(BigDecimal.valueOf(value)) + spaced(unit);
    };
  }

  /** Returns what stands for a value that is infinite, or isn't a number. */
  private static String notFinite(double value) {
    if (Double.isNaN(value)) {
      return Digits.NONE;
    }
    return value > 0 ? INFINITY : MINUS + INFINITY;
  }

  /** Returns a unit as it ends an amount: {@code USD a year}. */
  static String inWords(String unit) {
    return unit.replace("/year", " a year").replace("/month", " a month");
  }

  /** Returns a unit with a space before it; nothing for no unit. */
  private static String spaced(String unit) {
    return unit.isEmpty() ? "" : NO_BREAK + unit;
  }

  /** Returns a value rounded to a number of decimals, thousands apart. */
  public static String decimal(double value, int decimals) {
    if (!Double.isFinite(value)) {
      return notFinite(value);
    }
    String text =
        BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_EVEN).toPlainString();
    boolean zero = text.chars().noneMatch(c -> c >= '1' && c <= '9');
    return grouped(zero && text.startsWith("-") ? text.substring(1) : text);
  }

  /** Returns a whole number, thousands apart. */
  public static String whole(long value) {
    return grouped(Long.toString(value));
  }

  /** Returns a month: {@code December 2024}. */
  public static String month(YearMonth month) {
    return name(month.getMonth()) + NO_BREAK + month.getYear();
  }

  /** Returns a month in little space: {@code Dec 2024}. */
  public static String shortMonth(YearMonth month) {
    return name(month.getMonth()).substring(0, 3) + NO_BREAK + month.getYear();
  }

  /** Returns a range of months: {@code June to September 2021}. */
  public static String months(YearMonth from, YearMonth to) {
    String first = from.getYear() == to.getYear() ? name(from.getMonth()) : month(from);
    return first + " to " + month(to);
  }

  /** Returns the name of a month: {@code December}. */
  public static String name(Month month) {
    String name = month.name();
    return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
  }

  private static String plain(BigDecimal value) {
    boolean isStated = value.round(STATED).compareTo(value) == 0;
    BigDecimal rounded = value.round(isStated ? STATED : DIVIDED).stripTrailingZeros();
    return grouped(rounded.signum() == 0 ? "0" : rounded.toPlainString());
  }

  private static String grouped(String number) {
    if (number.startsWith("-")) {
      return MINUS + grouped(number.substring(1));
    }
    int point = number.indexOf('.');
    StringBuilder text = new StringBuilder(number);
    for (int at = (point < 0 ? number.length() : point) - 3; at > 0; at -= 3) {
      text.insert(at, NO_BREAK);
    }
    return text.toString();
  }
}
