package io.corridor.cli;

import java.math.BigDecimal;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a fraction between 0 and 1: {@code 0.5%}, {@code 0.5 %}, {@code 0.005}. */
final class Fraction implements ITypeConverter<Double> {

  @Override
  public Double convert(String text) {
    boolean percent = text.endsWith("%");
    String number = percent ? text.substring(0, text.length() - 1).strip() : text;
    double value;
    try {
      BigDecimal decimal = new BigDecimal(number);
      value = (percent ? decimal.movePointLeft(2) : decimal).doubleValue();
    } catch (NumberFormatException e) {
      throw wrong(text);
    }
    if (!(value > 0 && value < 1)) {
      throw wrong(text);
    }
    return value;
  }

  private static TypeConversionException wrong(String text) {
    return new TypeConversionException(
        "'" + text + "' is not above 0 and below 100 %; write 0.5% or 0.005");
  }
}
