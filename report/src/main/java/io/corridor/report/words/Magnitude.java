package io.corridor.report.words;

import java.math.BigDecimal;

/**
 * A power of ten that numbers are counted in.
 *
 * @param power exponent of ten
 * @param size the power of ten itself
 * @param word for it: {@code bn}, beyond words {@code ×10¹⁸}; empty for ones
 */
public record Magnitude(int power, double size, String word) {
  /** Ones. */
  public static final Magnitude ONE = new Magnitude(0, 1, "");

  private static final String[] WORDS = {"", "", "mn", "bn", "tn"};

  private static final double LEAST = 1e-9;

  /** Returns the largest one that {@code value} is at least one of. */
  public static Magnitude of(double value) {
    double amount = Math.abs(value);
    if (amount == 0 || !Double.isFinite(value) || amount >= LEAST && amount < 1e6) {
      return ONE;
    }
    BigDecimal exact = new BigDecimal(amount);
    int thousands = Math.floorDiv(exact.precision() - exact.scale() - 1, 3);
    int power = 3 * thousands;
    boolean hasWord = thousands > 0 && thousands < WORDS.length;
    return new Magnitude(
        power,
        Double.parseDouble("1e" + power),
        hasWord ? WORDS[thousands] : "×10" + raised(power));
  }

  private static String raised(int power) {
    StringBuilder raised = new StringBuilder();
    for (char digit : Integer.toString(power).toCharArray()) {
      raised.append(digit == '-' ? '⁻' : "⁰¹²³⁴⁵⁶⁷⁸⁹".charAt(digit - '0'));
    }
    return raised.toString();
  }
}
