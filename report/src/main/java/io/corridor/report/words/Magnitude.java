package io.corridor.report.words;

/** A power of ten that money is counted in. */
public enum Magnitude {
  /** Ones. */
  ONE(0, 1, ""),
  /** Millions. */
  MILLION(6, 1e6, "mn"),
  /** Billions. */
  BILLION(9, 1e9, "bn"),
  /** Trillions. */
  TRILLION(12, 1e12, "tn");

  private final int power;
  private final double size;
  private final String word;

  Magnitude(int power, double size, String word) {
    this.power = power;
    this.size = size;
    this.word = word;
  }

  /** Returns the largest one that {@code value} is at least one of. */
  public static Magnitude of(double value) {
    double amount = Math.abs(value);
    return amount >= TRILLION.size
        ? TRILLION
        : amount >= BILLION.size ? BILLION : amount >= MILLION.size ? MILLION : ONE;
  }

  /** Returns the exponent of ten. */
  public int power() {
    return power;
  }

  /** Returns the power of ten itself. */
  public double size() {
    return size;
  }

  /** Returns the short word, empty for ones. */
  public String word() {
    return word;
  }
}
