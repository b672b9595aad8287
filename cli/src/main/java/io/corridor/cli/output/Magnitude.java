package io.corridor.cli.output;

/** A power of ten that money is counted in. */
enum Magnitude {
  ONE(0, ""),
  MILLION(6, "mn"),
  BILLION(9, "bn"),
  TRILLION(12, "tn");

  private final int power;
  private final String word;

  Magnitude(int power, String word) {
    this.power = power;
    this.word = word;
  }

  /** Returns the largest one that {@code value} is at least one of. */
  static Magnitude of(double value) {
    double size = Math.abs(value);
    return size >= 1e12 ? TRILLION : size >= 1e9 ? BILLION : size >= 1e6 ? MILLION : ONE;
  }

  /** Returns the exponent of ten. */
  int power() {
    return power;
  }

  /** Returns the short word, empty for ones. */
  String word() {
    return word;
  }
}
