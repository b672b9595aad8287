package io.corridor.report.words;

import io.corridor.projection.Answer;
import io.corridor.projection.QuestionDifference;

/** Estimates to the digits that their errors allow. */
public final class Estimates {
  private static final int MOST_DECIMALS = 4;

  /** 97.5th percentile of the standard normal distribution: of a 95 % interval. */
  private static final double Z_95 = 1.96;

  private Estimates() {}

  /** Returns an estimate. */
  public static String value(double value, double standardError) {
    return Amounts.decimal(value, decimals(Z_95 * standardError));
  }

  /** Returns an interval of numbers that are not negative: {@code 52.9–53.6}. */
  public static String range(double low, double high) {
    int decimals = decimals((high - low) / 2);
    return Amounts.decimal(low, decimals) + '–' + Amounts.decimal(high, decimals);
  }

  /** Returns a difference and half of its 95 % interval: {@code −4.7 ± 0.3}. */
  public static String difference(double difference, double half) {
    int decimals = decimals(half);
    String plusMinus = "±" + Amounts.NO_BREAK + Amounts.decimal(half, decimals);
    return difference == 0 && half == 0
        ? plusMinus
        : signed(difference, decimals) + Amounts.NO_BREAK + plusMinus;
  }

  /** Returns an answer of at least one path: {@code 52.8 %}, {@code 21.8 months}. */
  public static String answer(Answer answer) {
    if (answer instanceof Answer.Count count) {
      return value(count.mean(), count.standardError()) + Amounts.NO_BREAK + "months";
    }
    Answer.Probability probability = (Answer.Probability) answer;
    double share = 100 * probability.probability().orElseThrow();
    double error = 100 * probability.standardError().orElseThrow();
    return value(share, error) + Amounts.NO_BREAK + '%';
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
    boolean counts = answer instanceof Answer.Count;
    double scale = counts ? 1 : 100;
    String estimate =
        difference(
            scale * difference.difference().getAsDouble(),
            scale * quantile95 * difference.standardError().orElse(0));
    return " (" + estimate + (counts ? ")" : Amounts.NO_BREAK + "points)");
  }

  /** Returns how many decimals show half an interval to a digit or two; 0 where it is 0. */
  private static int decimals(double half) {
    int decimals = 0;
    for (double least = 3; decimals < MOST_DECIMALS && half > 0 && half < least; least /= 10) {
      decimals++;
    }
    return decimals;
  }

  private static String signed(double value, int decimals) {
    String text = Amounts.decimal(Math.abs(value), decimals);
    boolean zero = text.chars().noneMatch(c -> c >= '1' && c <= '9');
    return zero ? text : (value < 0 ? '−' : '+') + text;
  }
}
