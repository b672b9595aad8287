package io.corridor.model;

/**
 * The scale on which the quantiles of a number are joined: a function g that takes the values that
 * the number may have to all real numbers, so that what is normal on the scale stays in range.
 */
public enum Scale {
  /** g(x) = x: normal. */
  LINEAR("linear", Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY),
  /** g(x) = ln x: lognormal. */
  LOG("log", 0, Double.POSITIVE_INFINITY),
  /** g(x) = ln(x/(1 − x)): logit-normal. */
  LOGIT("logit", 0, 1),
  /** g(x) = ln(1 + x), for growth. */
  GROWTH("growth", -1, Double.POSITIVE_INFINITY),
  /** g(x) = ln(x − 1), for elasticities of substitution. */
  EXCESS("excess", 1, Double.POSITIVE_INFINITY);

  private final String word;
  private final double low;
  private final double high;

  Scale(String word, double low, double high) {
    this.word = word;
    this.low = low;
    this.high = high;
  }

  /** Returns the word of the scenario file. */
  public String word() {
    return word;
  }

  /** Returns what every value lies above. */
  public double low() {
    return low;
  }

  /** Returns what every value lies below. */
  public double high() {
    return high;
  }

  /** Returns whether g is finite at {@code x}. */
  public boolean contains(double x) {
    return x > low && x < high;
  }

  /** Returns g(x), of an {@code x} that the scale {@linkplain #contains contains}. */
  public double of(double x) {
    return switch (this) {
      case LINEAR -> x;
      case LOG -> StrictMath.log(x);
      case LOGIT -> StrictMath.log(x) - StrictMath.log1p(-x);
      case GROWTH -> StrictMath.log1p(x);
      case EXCESS -> StrictMath.log(x - 1);
    };
  }

  /** Returns g⁻¹(y). */
  public double inverse(double y) {
    return switch (this) {
      case LINEAR -> y;
      case LOG -> StrictMath.exp(y);
      case LOGIT -> 1 / (1 + StrictMath.exp(-y));
      case GROWTH -> StrictMath.expm1(y);
      case EXCESS -> 1 + StrictMath.exp(y);
    };
  }

  /** Returns the scale of numbers that must lie in {@code range}. */
  public static Scale of(Range range) {
    if (range.low() == Double.NEGATIVE_INFINITY) {
      return LINEAR;
    }
    if (range.low() == -1) {
      return GROWTH;
    }
    if (range.low() == 1) {
      return EXCESS;
    }
    return range.high() == 1 ? LOGIT : LOG;
  }
}
