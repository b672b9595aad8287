package io.corridor.report.words;

import io.corridor.projection.Answer;
import io.corridor.projection.QuestionDifference;

/**
 * Estimates to the digits that their errors allow, by {@link Digits#decimals}. An estimate and the
 * ends of its interval have the same decimals, so that it never stands outside of what is printed.
 */
public final class Estimates {
  private static final String PER_CENT = Amounts.NO_BREAK + "%";

  private Estimates() {}

  /** Returns an estimate. */
  public static String value(double value, double standardError) {
    return Amounts.decimal(value, Digits.decimals(Answer.Interval.Z95 * standardError));
  }

  /** Returns an estimate with an interval of its own. */
  public static String value(double value, double low, double high) {
    return Amounts.decimal(value, Digits.decimals((high - low) / 2));
  }

  /** Returns a share in per cent with an interval of its own; none and all are exact. */
  public static String percent(double percent, double low, double high) {
    return percent(percent, Digits.decimals((high - low) / 2)) + PER_CENT;
  }

  /** Returns the ends of an interval of numbers that are not negative: {@code 52.9–53.6}. */
  public static String range(double low, double high) {
    int decimals = Digits.decimals((high - low) / 2);
    return Amounts.decimal(low, decimals) + "–" + Amounts.decimal(high, decimals);
  }

  /** Returns a difference and half of its 95 % interval: {@code −4.7 ± 0.3}. */
  public static String difference(double difference, double half) {
    int decimals = Digits.decimals(half);
    String plusMinus = "±" + Amounts.NO_BREAK + Amounts.decimal(half, decimals);
    return difference == 0 && half == 0
        ? plusMinus
        : signed(difference, decimals) + Amounts.NO_BREAK + plusMinus;
  }

  /** Returns a probability in per cent. */
  public static String probability(Answer.Probability answer) {
    Answer.Interval interval = answer.interval95().orElseThrow();
    double share = 100 * answer.probability().orElseThrow();
    return percent(share, 100 * interval.low(), 100 * interval.high());
  }

  private static String ofShare(Answer.Probability answer) {
    Answer.Interval interval = answer.interval95().orElseThrow();
    int decimals = Digits.decimals(50 * (interval.high() - interval.low()));
    return percent(100 * interval.low(), decimals)
        + " to "
        + percent(100 * interval.high(), decimals);
  }

  /** None and all are exact. */
  private static String percent(double percent, int decimals) {
    return Amounts.decimal(percent, percent == 0 || percent == 100 ? 0 : decimals);
  }

  /** Returns a mean number of months, without the unit. */
  public static String mean(Answer.Count answer) {
    double half = answer.halfWidth95();
    return value(answer.mean(), answer.mean() - half, answer.mean() + half);
  }

  /**
   * Returns the 95 % interval of an answer of at least one path, without the unit: {@code 52.9 to
   * 53.6}.
   */
  public static String interval(Answer answer) {
    return answer.match(Estimates::ofShare, Estimates::ofMonths);
  }

  private static String ofMonths(Answer.Count answer) {
    Answer.Interval interval = answer.interval95().orElseThrow();
    return range(interval.low(), interval.high()).replace("–", " to ");
  }

  /** Returns an answer of at least one path: {@code 52.8 %}, {@code 21.8 months}. */
  public static String answer(Answer answer) {
    return answer.match(Estimates::probability, count -> mean(count) + Amounts.NO_BREAK + "months");
  }

  /**
   * Returns how an answer differs from another, to be put behind it: {@code (−4.7 ± 0.3 points)};
   * nothing if that can't be said.
   *
   * @param difference of the two
   * @param answer which differs
   * @param quantile95 how many standard errors make half of a 95 % interval
   */
  public static String difference(QuestionDifference difference, Answer answer, double quantile95) {
    if (difference.difference().isEmpty()) {
      return "";
    }
    boolean counts = answer.countsMonths();
    double scale = counts ? 1 : 100;
    String estimate =
        difference(
            scale * difference.difference().getAsDouble(),
            scale * quantile95 * difference.standardError().orElse(0));
    return " (" + estimate + (counts ? ")" : Amounts.NO_BREAK + "points)");
  }

  private static String signed(double value, int decimals) {
    String text = Amounts.decimal(Math.abs(value), decimals);
    boolean zero = text.chars().noneMatch(c -> c >= '1' && c <= '9');
    return zero ? text : (value < 0 ? '−' : '+') + text;
  }
}
