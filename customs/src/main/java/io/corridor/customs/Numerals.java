package io.corridor.customs;

import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Numbers as statistics write them: with points or commas, thousands apart or not.
 *
 * @param decimalComma whether a single comma begins the decimals
 */
record Numerals(boolean decimalComma) {
  /** How statistical offices write that there is no value, or that it is nobody's business. */
  private static final Set<String> MISSING =
      Set.of("", ":", "..", "...", "-", "--", "x", "c", "n.a.", "n/a", "na", "nan", "null");

  private static final Pattern BLANKS = Pattern.compile("[\\s\\u00a0\\u202f'’]");
  private static final Pattern DECIMALS = Pattern.compile("-?\\d*,(\\d{1,2}|\\d{4,})");
  private static final Pattern NUMBER = Pattern.compile("-?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?");

  /** Returns how these cells, some of which may be numbers, are written. */
  static Numerals of(List<String> cells) {
    return new Numerals(
        cells.stream().map(Numerals::bare).anyMatch(cell -> DECIMALS.matcher(cell).matches()));
  }

  private static String bare(String cell) {
    return BLANKS.matcher(cell).replaceAll("");
  }

  /** Returns whether a cell says that there is no value. */
  static boolean isMissing(String cell) {
    return MISSING.contains(cell.strip().toLowerCase(java.util.Locale.ROOT));
  }

  /** Returns the number that a cell says; empty if it says none. */
  OptionalDouble parse(String cell) {
    String bare = bare(cell);
    int comma = bare.lastIndexOf(',');
    int point = bare.lastIndexOf('.');
    String plain;
    if (comma >= 0 && (comma > point ? point >= 0 || decimalComma : false)) {
      plain = bare.replace(".", "").replace(',', '.');
    } else if (decimalComma && comma < 0 && bare.matches("-?\\d{1,3}(\\.\\d{3})+")) {
      plain = bare.replace(".", "");
    } else {
      plain = bare.replace(",", "");
    }
    return NUMBER.matcher(plain).matches()
        ? OptionalDouble.of(Double.parseDouble(plain))
        : OptionalDouble.empty();
  }
}
