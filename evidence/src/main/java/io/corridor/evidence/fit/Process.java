package io.corridor.evidence.fit;

import io.corridor.internal.numeric.Exp;
import io.corridor.internal.numeric.Log;
import io.corridor.internal.numeric.MonthMean;
import java.util.List;

/** The drivers' laws whose numbers can be fitted (section 2 of the model). */
public enum Process {
  /** Geometric Brownian motion. */
  GBM("gbm", List.of("drift", "volatility")),
  /** Ornstein–Uhlenbeck. */
  OU("ou", List.of("level", "reversion", "volatility")),
  /** The exponential of an Ornstein–Uhlenbeck process. */
  LOG_OU("log-ou", List.of("level", "reversion", "volatility")),
  /** Geometric Brownian motion with jumps. */
  JUMP("jump", List.of("drift", "volatility", "jump-rate", "jump-mean", "jump-sd"));

  private static final double MONTH = 1 / 12.0;

  /** Below this the reversion is as good as none: 1 − e^{−2κΔ} would lose its digits. */
  private static final double NO_REVERSION = 1e-8;

  private final String word;
  private final List<String> numbers;

  Process(String word, List<String> numbers) {
    this.word = word;
    this.numbers = numbers;
  }

  /** Returns its name in files. */
  public String word() {
    return word;
  }

  /** Returns the names of its numbers, but for the start, in the order used here. */
  public List<String> numbers() {
    return numbers;
  }

  /** Returns whether its steps are those of the logarithm. */
  boolean isOfLogarithm() {
    return this != OU;
  }

  /** Returns x of a value. */
  double x(double value) {
    return isOfLogarithm() ? Log.log(value) : value;
  }

  /** Returns the value of an x. */
  double value(double x) {
    return isOfLogarithm() ? Exp.exp(x) : x;
  }

  /**
   * The step of x over some months, jumps apart: normal, with mean shift + keep · x.
   *
   * @param shift what is added
   * @param keep what is left of x, φ
   * @param variance of the step
   */
  record Step(double shift, double keep, double variance) {

    /** Returns this step and then {@code next}. */
    Step then(Step next) {
      return new Step(
          shift * next.keep + next.shift,
          keep * next.keep,
          variance * next.keep * next.keep + next.variance);
    }

    /** Returns this step and then {@code next} so many times. */
    Step then(Step next, int times) {
      Step law = this;
      for (int t = 0; t < times; t++) {
        law = law.then(next);
      }
      return law;
    }
  }

  /** Returns the step of one month; {@code numbers} in the order of {@link #numbers()}. */
  Step month(double[] numbers) {
    if (numbers.length == 3) {
      double level = x(numbers[0]);
      double reversion = numbers[1];
      double variance = numbers[2] * numbers[2];
      double keep = Exp.exp(-reversion * MONTH);
      double time = reversion < NO_REVERSION ? MONTH : (1 - keep * keep) / (2 * reversion);
      return new Step(level * (1 - keep), keep, variance * time);
    }
    double variance = numbers[1] * numbers[1];
    double drift = numbers[0] - variance / 2;
    if (this == JUMP) {
      // λk, k = e^{a + b²/2} − 1: what jumps would add to the expected value.
      drift -= numbers[2] * (Exp.exp(numbers[3] + numbers[4] * numbers[4] / 2) - 1);
    }
    return new Step(drift * MONTH, 1, variance * MONTH);
  }

  /**
   * The mean of x over a month, given x at its beginning: normal, with mean shift + keep · x.
   *
   * @param shift what is added
   * @param keep what is left of x in it
   * @param covariance with x at the month's end
   * @param variance of it
   */
  record Mean(double shift, double keep, double covariance, double variance) {}

  /** Returns the mean over a month; {@code numbers} as of {@link #month}. Not of jumps. */
  Mean mean(double[] numbers) {
    boolean reverts = numbers.length == 3;
    double q = reverts ? numbers[1] * MONTH : 0;
    double keep = MonthMean.weight(q);
    double volatility = numbers[numbers.length - 1];
    double unit = volatility * volatility * MONTH;
    double shift =
        reverts
            ? x(numbers[0]) * (1 - keep)
            : (numbers[0] - volatility * volatility / 2) * MONTH / 2;
    return new Mean(shift, keep, unit * MonthMean.covariance(q), unit * MonthMean.variance(q));
  }
}
