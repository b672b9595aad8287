package io.corridor.report.words;

import io.corridor.model.Metric;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Map;

/** Numbers, amounts and months as one would say them. */
public final class Amounts {
  /** Stands inside numbers and before units, where no line may break. */
  public static final char NO_BREAK = '\u00A0';

  /** Enough for any threshold that somebody states. */
  private static final MathContext STATED = new MathContext(6, RoundingMode.HALF_EVEN);

  private static final Map<String, String> MONEY =
      Map.of("USD", "USD", "USD/year", "USD a year", "USD/month", "USD a month");

  private Amounts() {}

  /** Returns an amount in words: {@code 20 bn USD a year}, {@code 1 200 MW}, {@code 4 %}. */
  public static String amount(double value, Metric metric) {
    if (metric.unit().equals("fraction")) {
      return plain(BigDecimal.valueOf(value).movePointRight(2)) + NO_BREAK + '%';
    }
    String money = MONEY.get(metric.unit());
    if (money != null) {
      Magnitude magnitude = Magnitude.of(value);
      BigDecimal scaled = BigDecimal.valueOf(value).movePointLeft(magnitude.power());
      return plain(scaled) + spaced(magnitude.word()) + spaced(money);
    }
    return plain(BigDecimal.valueOf(value)) + (metric.whole() ? "" : spaced(metric.unit()));
  }

  /** Returns a unit with a space before it; nothing for no unit. */
  private static String spaced(String unit) {
    return unit.isEmpty() ? "" : NO_BREAK + unit;
  }

  /** Returns a value rounded to a number of decimals, thousands apart. */
  public static String decimal(double value, int decimals) {
    String text =
        BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_EVEN).toPlainString();
    boolean zero = text.chars().noneMatch(c -> c >= '1' && c <= '9');
    return grouped(zero && text.startsWith("-") ? text.substring(1) : text);
  }

  /** Returns a whole number, thousands apart. */
  public static String whole(long value) {
    return grouped(Long.toString(value));
  }

  /**
   * Returns how many decimals of an estimate mean something: the most, up to {@code limit}, of
   * which half a unit of the last is no less than {@code error}, by which the estimate may be off.
   */
  public static int decimals(double error, int limit) {
    int decimals = 0;
    for (double half = 0.05; decimals < limit && error <= half; half /= 10) {
      decimals++;
    }
    return decimals;
  }

  /** Returns a month: {@code December 2024}. */
  public static String month(YearMonth month) {
    return name(month) + NO_BREAK + month.getYear();
  }

  /** Returns a month in little space: {@code Dec 2024}. */
  public static String shortMonth(YearMonth month) {
    return name(month).substring(0, 3) + NO_BREAK + month.getYear();
  }

  /** Returns a range of months: {@code June to September 2021}. */
  public static String months(YearMonth from, YearMonth to) {
    String first = from.getYear() == to.getYear() ? name(from) : month(from);
    return first + " to " + month(to);
  }

  private static String name(YearMonth month) {
    String name = month.getMonth().name();
    return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
  }

  private static String plain(BigDecimal value) {
    BigDecimal rounded = value.round(STATED).stripTrailingZeros();
    return grouped(rounded.signum() == 0 ? "0" : rounded.toPlainString());
  }

  private static String grouped(String number) {
    int start = number.startsWith("-") ? 1 : 0;
    int point = number.indexOf('.');
    StringBuilder text = new StringBuilder(number);
    for (int at = (point < 0 ? number.length() : point) - 3; at > start; at -= 3) {
      text.insert(at, NO_BREAK);
    }
    return text.toString();
  }
}
