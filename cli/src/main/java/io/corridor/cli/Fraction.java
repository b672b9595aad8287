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
      throw wrong(text, "0.5% or 0.005");
    }
    if (value > 0 && value < 1) {
      return value;
    }
    boolean isPercent = !percent && value > 1 && value < 100;
    throw wrong(text, isPercent ? number + "% or " + value / 100 : "0.5% or 0.005");
  }

  private static TypeConversionException wrong(String text, String right) {
    return new TypeConversionException(
        "'" + text + "' is not above 0 and below 100 %; write " + right);
  }
}
