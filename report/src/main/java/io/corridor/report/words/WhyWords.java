package io.corridor.report.words;

import io.corridor.projection.Answer.Interval;
import io.corridor.why.Box;
import io.corridor.why.Cause;
import io.corridor.why.Explanation;
import io.corridor.why.LeverResult;
import io.corridor.why.LeverResult.Aim;
import io.corridor.why.Levers;
import io.corridor.why.Ratio;
import io.corridor.why.Target;
import java.util.ArrayList;
import java.util.List;

/** Says in sentences why an outcome is what it is. */
public final class WhyWords {
  private static final int MOST_NAMED = 3;

  /** A cause of a smaller share is not named. */
  private static final double LEAST_NAMED = 0.02;

  /** In per cent. */
  private static final double LEAST_ERROR = 0.05;

  private WhyWords() {}

  /**
   * Returns what decides an outcome: {@code What decides whether trade reaches 20 bn USD a year:
   * the noise of goods (45 %), brent and income (30 %); all else 25 %.}
   */
  public static String answer(Explanation explanation, CauseWords words) {
    return asked(explanation, words) + causes(explanation, words) + ".";
  }

  /** Returns the same in short: what decides it most. */
  public static String title(Explanation explanation, CauseWords words) {
    return explanation
        .shares()
        .flatMap(shares -> shares.causes().stream().findFirst())
        .filter(cause -> cause.share().value() >= LEAST_NAMED)
        .map(most -> words.cause(most) + " (" + Digits.percent(most.share().value()) + ")")
        .map(most -> asked(explanation, words) + most + " above all")
        .orElseGet(() -> answer(explanation, words));
  }

  private static String asked(Explanation explanation, CauseWords words) {
    return "What decides " + words.target(explanation.target()) + ": ";
  }

  /** Returns what decides an outcome: {@code brent and income (30 %); all else 70 %}. */
  public static String causes(Explanation explanation, CauseWords words) {
    if (explanation.shares().isEmpty()) {
      return "this can't be divided among causes: " + explanation.reason().orElse("");
    }
    List<String> named = new ArrayList<>();
    double rest = 1;
    for (Cause cause : explanation.shares().get().causes()) {
      double share = cause.share().value();
      if (named.size() < MOST_NAMED && share >= LEAST_NAMED) {
        named.add(words.cause(cause) + " (" + Digits.percent(share) + ")");
        rest -= share;
      }
    }
    String said = named.isEmpty() ? "no cause by itself" : String.join(", ", named);
    return said + (Math.round(100 * rest) > 0 ? "; all else " + Digits.percent(rest) : "");
  }

  /** Returns what a box says: {@code It comes true on 81 % (78 to 84) of paths with …}. */
  public static String box(Box box, boolean comesTrue, CauseWords words) {
    return "It "
        + (comesTrue ? "comes true" : "fails")
        + within(box, words)
        + (comesTrue ? " of the successes." : " of the failures.");
  }

  /** Returns where a variant beats the choice. */
  public static String betterBox(String name, String choice, Box box, CauseWords words) {
    return name + " beats " + choice + within(box, words) + " of those on which it does.";
  }

  private static String within(Box box, CauseWords words) {
    return " on "
        + Digits.percent(box.density())
        + " ("
        + range(box.density95())
        + ") of paths with "
        + words.restrictions(box)
        + ": "
        + Digits.percent(box.mass())
        + " of all, "
        + Digits.percent(box.coverage());
  }

  /** Returns what is best to choose. */
  public static String choice(LeverResult result, CauseWords words) {
    String asked = words.target(result.target());
    if (result.aim().isEmpty()) {
      return "On average, " + asked + ":";
    }
    boolean most = result.aim().get() == Aim.MAXIMISE;
    String how =
        words.isTruth(result.target())
            ? most ? "most often" : "least often"
            : most ? "the most on average" : "the least on average";
    String choice = result.choice().orElse("");
    return Sentences.capitalised(asked)
        + ": "
        + how
        + " with "
        + (choice.equals(Levers.BASE) ? "the file as it stands" : choice)
        + ".";
  }

  /** Returns a value of an outcome, in per cent where it is true or false. */
  public static String amount(Target target, double value, double error, CauseWords words) {
    return words.isTruth(target)
        ? estimate(100 * value, 100 * error) + Amounts.NO_BREAK + "%"
        : estimate(value, error);
  }

  /**
   * Returns an estimate to about the digits that its error allows; to three digits if it has none.
   */
  public static String estimate(double value, double error) {
    if (!Double.isFinite(value) || !(error > 0)) {
      return Digits.three(value);
    }
    Magnitude magnitude = Magnitude.of(value);
    String text = Estimates.value(value / magnitude.size(), error / magnitude.size());
    return text + (magnitude.word().isEmpty() ? "" : Amounts.NO_BREAK + magnitude.word());
  }

  /**
   * Returns a share and half of its interval, in per cent: {@code 45 ± 2}; the share alone where
   * its error is too small to be shown.
   */
  static String percentOf(Ratio ratio) {
    double half = 100 * ratio.halfWidth95();
    if (half < LEAST_ERROR) {
      double tenths = Math.rint(1000 * ratio.value());
      return Amounts.decimal(tenths / 10, tenths % 10 == 0 ? 0 : 1);
    }
    return Estimates.difference(100 * ratio.value(), half).replace("+", "");
  }

  /** Returns the shares of causes, in per cent: a row for each cause, without its name. */
  public static List<TableColumn> shares(List<Cause> causes) {
    return List.of(
        TableColumn.number("share", causes, cause -> percentOf(cause.share())).in("%"),
        TableColumn.number("alone", causes, cause -> percentOf(cause.first())).in("%"),
        TableColumn.number("in all", causes, cause -> percentOf(cause.total())).in("%"));
  }

  private static String range(Interval interval) {
    return Amounts.decimal(100 * interval.low(), 0)
        + " to "
        + Amounts.decimal(100 * interval.high(), 0);
  }

  /** Returns a text of at most so many letters. */
  public static String shortened(String text, int most) {
    return text.length() <= most ? text : text.substring(0, most - 1) + "…";
  }
}
