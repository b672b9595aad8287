package io.corridor.scenarios.internal.format;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An interval as it is written, one unit behind both ends: {@code 9 to 20 mcm/d}.
 *
 * @param low the first number, with the unit
 * @param high the second number, with the unit
 */
record Span(WrittenNumber low, WrittenNumber high) {
  private static final Pattern SPAN =
      Pattern.compile(
          "(%1$s)%2$sto%2$s((?>%1$s))(?!%2$sto\\b)(.*)"
              .formatted(WrittenNumber.NUMBER, WrittenNumber.BLANK));

  /** Returns what {@code text} says; empty if it isn't two numbers with "to" between them. */
  static Optional<Span> parse(String text) {
    Matcher matcher = SPAN.matcher(text.strip());
    if (text.length() > WrittenNumber.LONGEST || !matcher.matches()) {
      return Optional.empty();
    }
    String unit = matcher.group(3);
    return WrittenNumber.parse(matcher.group(1) + unit)
        .flatMap(
            low -> WrittenNumber.parse(matcher.group(2) + unit).map(high -> new Span(low, high)));
  }
}
