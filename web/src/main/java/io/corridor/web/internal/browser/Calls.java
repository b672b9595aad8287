package io.corridor.web.internal.browser;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSTopLevel;

/**
 * Stands for methods of the JDK that TeaVM's class library lacks, or has with other results. A
 * method of an object takes it as first argument.
 */
public final class Calls {

  private static final Pattern NUMBER =
      Pattern.compile("([-+]?(?:NaN|Infinity|(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][-+]?\\d+)?))[fFdD]?");

  private Calls() {}

  /** Stands for {@link Math#multiplyHigh}: the product of halves, carried. */
  public static long multiplyHigh(long x, long y) {
    long x1 = x >> 32;
    long x0 = x & 0xFFFF_FFFFL;
    long y1 = y >> 32;
    long y0 = y & 0xFFFF_FFFFL;
    long low = x0 * y0;
    long mid = x1 * y0 + (low >>> 32);
    long rest = x0 * y1 + (mid & 0xFFFF_FFFFL);
    return x1 * y1 + (mid >> 32) + (rest >> 32);
  }

  /** Stands for {@link Math#rint}: beyond 2⁵² adding and taking it away rounds to even. */
  public static double rint(double x) {
    double whole = 0x1p52;
    double size = Math.abs(x);
    return size < whole ? Math.copySign((size + whole) - whole, x) : x;
  }

  /** Stands for {@link Double#parseDouble} of decimal numbers: a browser's reading is exact. */
  public static double parseDouble(String text) {
    Matcher number = NUMBER.matcher(text.strip());
    if (!number.matches()) {
      throw new NumberFormatException("For input string: \"" + text + '"');
    }
    return Browser.parseFloat(number.group(1));
  }

  /**
   * Stands for the currency of a place, which formats of numbers look up and none of ours shows:
   * none is known, so that the names of 300 aren't carried.
   */
  public static @Nullable Currency getInstance(Locale place) {
    return null;
  }

  /** Stands for the sign of a currency, of which none is known. */
  public static String getSymbol(Currency currency, Locale place) {
    return "";
  }

  /** Functions of the browser. */
  private abstract static class Browser implements JSObject {

    @JSTopLevel
    static native double parseFloat(String text);
  }

  /** Stands for {@link BigDecimal#doubleValue}. */
  public static double doubleValue(BigDecimal number) {
    return Browser.parseFloat(number.toString());
  }

  /** Stands for {@link Collections#unmodifiableSortedMap}, whose copy it is. */
  public static <K, V> SortedMap<K, V> unmodifiableSortedMap(SortedMap<K, V> map) {
    return new TreeMap<>(map);
  }

  /** Stands for {@link Collections#unmodifiableNavigableMap}, whose copy it is. */
  public static <K, V> NavigableMap<K, V> unmodifiableNavigableMap(NavigableMap<K, V> map) {
    return new TreeMap<>(map);
  }

  /** Stands for {@link String#lines}. */
  public static Stream<String> lines(String text) {
    List<String> lines = new ArrayList<>(List.of(text.split("\r\n|\r|\n", -1)));
    if (lines.get(lines.size() - 1).isEmpty()) {
      lines.remove(lines.size() - 1);
    }
    return lines.stream();
  }

  /** Stands for {@link Collection#parallelStream}: there is one thread. */
  public static <T> Stream<T> parallelStream(Collection<T> items) {
    return items.stream();
  }

  /** Stands for {@link Thread#start}: it has run when this returns. */
  @SuppressWarnings("DoNotCall") // what is warned of is what is meant
  public static void start(Thread thread) {
    thread.run();
  }

  /** Stands for {@link Thread#join()}. */
  public static void join(Thread thread) {}

  /** Stands for {@link Thread#isAlive}. */
  public static boolean isAlive(Thread thread) {
    return false;
  }

  /** Stands for methods of {@link YearMonth}, without the JDK's formats of dates. */
  public static final class Months {
    private static final Pattern MONTH = Pattern.compile("(\\d{4})-(\\d\\d)");

    private Months() {}

    /** Stands for {@link YearMonth#parse(CharSequence)}, of years of four digits. */
    public static YearMonth parse(CharSequence text) {
      Matcher month = matched(MONTH, text);
      return YearMonth.of(number(month, 1), number(month, 2));
    }
  }

  /** Stands for methods of {@link LocalDate}, without the JDK's formats of dates. */
  public static final class Days {
    private static final Pattern DAY = Pattern.compile("(\\d{4})-(\\d\\d)-(\\d\\d)");

    private Days() {}

    /** Stands for {@link LocalDate#parse(CharSequence)}, of years of four digits. */
    public static LocalDate parse(CharSequence text) {
      Matcher day = matched(DAY, text);
      return LocalDate.of(number(day, 1), number(day, 2), number(day, 3));
    }
  }

  private static Matcher matched(Pattern pattern, CharSequence text) {
    Matcher matcher = pattern.matcher(text);
    if (!matcher.matches()) {
      throw new DateTimeException("Text '" + text + "' could not be parsed");
    }
    return matcher;
  }

  private static int number(Matcher date, int group) {
    return Integer.parseInt(date.group(group));
  }
}
