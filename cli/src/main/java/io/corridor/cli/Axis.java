package io.corridor.cli;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A key of a scenario and the values it takes in turn, as {@code --vary} names them: {@code
 * KEY=a,b,c}, or {@code KEY=from:to:step} with a unit if there is one. Commas inside brackets and
 * quotes belong to the value.
 *
 * @param key path of the key
 * @param values as YAML
 */
record Axis(String key, List<String> values) {
  private static final String NUMBER = "\\s*([+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?)\\s*";
  private static final String UNIT = "([A-Za-z%][^:,]*?)?\\s*";
  private static final Pattern RANGE =
      Pattern.compile(NUMBER + UNIT + ":" + NUMBER + UNIT + ":" + NUMBER + UNIT);
  private static final int MOST_VALUES = 10_000;
  private static final int LONGEST_NUMBER = 40;
  private static final int LARGEST_EXPONENT = 300;

  /** Reads what stands after {@code --vary}. */
  static final class Converter implements ITypeConverter<Axis> {
    @Override
    public Axis convert(String text) {
      int equals = text.indexOf('=');
      if (equals < 1) {
        throw new TypeConversionException("'" + text + "' is not KEY=a,b,c or KEY=from:to:step");
      }
      String values = text.substring(equals + 1);
      Matcher range = RANGE.matcher(values);
      return new Axis(
          text.substring(0, equals).strip(), range.matches() ? steps(range) : items(values));
    }
  }

  private static List<String> steps(Matcher range) {
    BigDecimal from = number(range.group(1));
    BigDecimal to = number(range.group(3));
    BigDecimal step = number(range.group(5));
    String unit = unit(range);
    if (step.signum() == 0 || to.subtract(from).signum() * step.signum() < 0) {
      throw new TypeConversionException(
          "a step of " + step + " doesn't lead from " + from + " to " + to);
    }
    if (to.subtract(from).divideToIntegralValue(step).compareTo(BigDecimal.valueOf(MOST_VALUES))
        >= 0) {
      throw new TypeConversionException(
          from + " to " + to + " by " + step + " is more than " + MOST_VALUES + " values");
    }
    List<String> values = new ArrayList<>();
    for (BigDecimal value = from;
        value.subtract(to).signum() * step.signum() <= 0;
        value = value.add(step)) {
      values.add(value.toPlainString() + unit);
    }
    return List.copyOf(values);
  }

  /** Written out, a number of a few letters may have a billion digits. */
  private static BigDecimal number(String text) {
    try {
      BigDecimal number = new BigDecimal(text.length() > LONGEST_NUMBER ? "" : text);
      if (Math.abs((long) number.scale()) <= LARGEST_EXPONENT) {
        return number;
      }
    } catch (NumberFormatException e) {
      // An exponent of more digits than there may be.
    }
    throw new TypeConversionException(
        "'" + text + "' is too long, too large or too small for a number of a range");
  }

  /** The unit behind the step, or behind all three, after a space; nothing without one. */
  private static String unit(Matcher range) {
    String unit = range.group(6);
    for (String other : Arrays.asList(range.group(2), range.group(4))) {
      if (other != null && !other.equals(unit)) {
        throw new TypeConversionException(
            "'" + range.group() + "' has several units; name one, behind the step");
      }
    }
    return unit == null ? "" : ' ' + unit;
  }

  private static List<String> items(String text) {
    List<String> items = new ArrayList<>();
    int depth = 0;
    char quote = 0;
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if (c == '[' || c == '{') {
        depth++;
      } else if (c == ']' || c == '}') {
        depth--;
      } else if (c == ',' && depth == 0) {
        items.add(item(text, start, i));
        start = i + 1;
      }
    }
    items.add(item(text, start, text.length()));
    if (items.stream().distinct().count() < items.size()) {
      throw new TypeConversionException("'" + text + "' names a value twice");
    }
    return List.copyOf(items);
  }

  private static String item(String text, int from, int to) {
    String item = text.substring(from, to).strip();
    if (item.isEmpty()) {
      throw new TypeConversionException("'" + text + "' has an empty value");
    }
    return item;
  }
}
