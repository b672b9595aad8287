package io.corridor.scenarios.internal.format;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers as people write them elsewhere, and what the format writes instead. */
final class Slips {
  private static final String DIGITS = "[-+]?[0-9]+";
  private static final String UNIT = "[^-–—0-9]*";

  private static final Pattern RANGE =
      Pattern.compile(
          "("
              + WrittenNumber.NUMBER
              + ")("
              + UNIT
              + ")[-–—]\\s*("
              + WrittenNumber.NUMBER
              + ")(.*)");

  private static final Pattern UNIT_TWICE =
      Pattern.compile(
          "("
              + WrittenNumber.NUMBER
              + ")\\s*([^0-9]*\\S)\\s+to\\s+("
              + WrittenNumber.NUMBER
              + ")(.*)");

  private static final Pattern THREE_POINTS =
      Pattern.compile("(%1$s)\\s+to\\s+(%1$s)\\s+to\\s+(%1$s)(.*)".formatted(WrittenNumber.NUMBER));

  private static final Pattern GROUPED =
      Pattern.compile("([-+]?[0-9]{1,3}(?:[,' \u00A0\u202F][0-9]{3})+)((?:\\.[0-9]+)?(?![0-9]).*)");

  private static final Pattern POINTED =
      Pattern.compile("([-+]?[0-9]{1,3}(?:\\.[0-9]{3}){2,})(?![0-9])(.*)");

  private static final Pattern COMMA = Pattern.compile("(" + DIGITS + "),([0-9]+)(?![0-9])(.*)");

  private Slips() {}

  /** Returns what to write instead of {@code text}, if it is such a number. */
  static Optional<String> advice(String text) {
    String stripped = text.strip();
    boolean plain =
        WrittenNumber.parse(stripped)
            .filter(found -> !found.unit().matches(".*[0-9].*"))
            .isPresent();
    if (plain || stripped.length() > WrittenNumber.LONGEST) {
      return Optional.empty();
    }
    Matcher range = RANGE.matcher(stripped);
    if (range.matches()) {
      String unit = range.group(4).isBlank() ? range.group(2).strip() : range.group(4).strip();
      return Optional.of(
          "for a number between the two write {uniform: [%s, %s]}"
              .formatted(with(range.group(1), unit), with(range.group(3), unit)));
    }
    Matcher three = THREE_POINTS.matcher(stripped);
    if (three.matches()) {
      String unit = three.group(4).strip();
      return Optional.of(
          "an interval has two ends; three points are {quantiles: {5: %s, 50: %s, 95: %s}}"
              .formatted(
                  with(three.group(1), unit),
                  with(three.group(2), unit),
                  with(three.group(3), unit)));
    }
    Matcher twice = UNIT_TWICE.matcher(stripped);
    if (twice.matches()) {
      String unit = twice.group(2);
      boolean same = twice.group(4).isBlank() || twice.group(4).strip().equals(unit);
      return Optional.of(
          "an interval has one unit, behind both ends"
              + (same ? ": write " + twice.group(1) + " to " + with(twice.group(3), unit) : ""));
    }
    Matcher grouped = GROUPED.matcher(stripped);
    if (!grouped.matches()) {
      grouped = POINTED.matcher(stripped);
    }
    if (grouped.matches()) {
      return Optional.of(
          "thousands are grouped by _: write "
              + grouped.group(1).replaceAll("[^-+0-9]", "_")
              + grouped.group(2));
    }
    Matcher comma = COMMA.matcher(stripped);
    return comma.matches()
        ? Optional.of(
            "decimals follow a point: write "
                + comma.group(1)
                + "."
                + comma.group(2)
                + comma.group(3))
        : Optional.empty();
  }

  private static String with(String number, String unit) {
    return unit.isEmpty() ? number : number + " " + unit;
  }
}
