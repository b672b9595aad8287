package io.corridor.cli;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Reads whole numbers as people write them: {@code 1000000}, {@code 1_000_000}, {@code 100k},
 * {@code 1e6}.
 */
final class WholeNumber implements ITypeConverter<Long> {
  private static final Pattern FORM =
      Pattern.compile("([+-]?\\d[\\d_]*(?:\\.\\d+)?(?:e\\d{1,2})?)(k|m|mn|bn|)");
  private static final Map<String, Integer> POWERS =
      Map.of("", 0, "k", 3, "m", 6, "mn", 6, "bn", 9);

  @Override
  public Long convert(String text) {
    Matcher matcher = FORM.matcher(text.strip().toLowerCase(Locale.ROOT));
    if (!matcher.matches()) {
      throw wrong(text);
    }
    int power = POWERS.getOrDefault(matcher.group(2), 0);
    try {
      return new BigDecimal(matcher.group(1).replace("_", ""))
          .movePointRight(power)
          .longValueExact();
    } catch (ArithmeticException e) {
      throw wrong(text);
    }
  }

  private static TypeConversionException wrong(String text) {
    return new TypeConversionException(
        "'" + text + "' is not a whole number; write 250000, 250_000, 250k or 1e6");
  }
}
