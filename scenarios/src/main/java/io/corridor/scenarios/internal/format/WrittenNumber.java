package io.corridor.scenarios.internal.format;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number as it is written: {@code 0.05}, {@code 1_200 MW}, {@code 12 bn USD/year}, {@code 4 %}.
 *
 * @param number the number with its magnitude, exactly
 * @param unit the unit as written; empty if there is none
 */
record WrittenNumber(BigDecimal number, String unit) {
  /** A number: digits with underscores between them, a decimal point, an exponent. */
  static final String NUMBER =
      "[-+]?(?:[0-9]+(?:_[0-9]+)*(?:\\.[0-9]*)?|\\.[0-9]+)(?:[eE][-+]?[0-9]{1,6})?";

  /** What may stand between number, magnitude and unit. */
  static final String BLANK = "[ \u00A0\u202F]*";

  /** What a number may be multiplied by. */
  static final Map<String, BigDecimal> MAGNITUDES =
      Map.of(
          "k", new BigDecimal("1e3"),
          "mn", new BigDecimal("1e6"),
          "bn", new BigDecimal("1e9"),
          "tn", new BigDecimal("1e12"));

  /** Most characters of a text that is looked at. */
  static final int LONGEST = 200;

  private static final Pattern QUANTITY =
      Pattern.compile(
          "(" + NUMBER + ")" + BLANK + "(?:(k|mn|bn|tn)(?![^ \u00A0\u202F]))?" + BLANK + "(.*)");

  /** Returns what {@code text} says; empty if it doesn't begin with a number. */
  static Optional<WrittenNumber> parse(String text) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    Matcher matcher = QUANTITY.matcher(text.strip());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    BigDecimal number = new BigDecimal(matcher.group(1).replace("_", ""));
    BigDecimal magnitude = MAGNITUDES.getOrDefault(magnitude(matcher), BigDecimal.ONE);
    return Optional.of(new WrittenNumber(number.multiply(magnitude), matcher.group(3).strip()));
  }

  /** Returns the finite number that {@code text} says without a unit; empty if it says none. */
  static Optional<Double> plain(String text) {
    return parse(text)
        .filter(quantity -> quantity.unit().isEmpty())
        .map(quantity -> quantity.number().doubleValue())
        .filter(Double::isFinite);
  }

  private static String magnitude(Matcher matcher) {
    return matcher.group(2) == null ? "" : matcher.group(2);
  }
}
