package io.corridor.cli.output;

import io.corridor.projection.Answer;
import io.corridor.projection.Comparison;
import io.corridor.projection.Differences;
import io.corridor.projection.Projection;
import io.corridor.projection.QuestionDifference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a comparison says on the screen: each question with the answers of all and what they differ
 * by, then a table of trade a year, then how it was made. At most 80 columns wide.
 */
public final class ComparisonSummary {
  private static final int MOST_DECIMALS = 4;

  /** 97.5th percentile of the standard normal distribution: of a 95 % interval. */
  private static final double Z_95 = 1.96;

  private final Comparison comparison;
  private final String base;

  private ComparisonSummary(Comparison comparison, String base) {
    this.comparison = comparison;
    this.base = base;
  }

  /**
   * Returns the lines.
   *
   * @param comparison what was found
   * @param base name of the base
   * @param written the files that were written; may be empty
   */
  public static List<String> lines(Comparison comparison, String base, List<Path> written) {
    return new ComparisonSummary(comparison, base).lines(written);
  }

  private List<String> lines(List<Path> written) {
    Projection projection = comparison.base();
    List<String> lines = new ArrayList<>();
    lines.addAll(Summary.wrapped("", title()));
    lines.addAll(
        Summary.wrapped(
            "",
            "In brackets: the difference from "
                + base
                + " path by path, on the same random numbers, ± half of its 95"
                + Amounts.NO_BREAK
                + "% interval."));
    lines.add("");
    Sentences sentences = new Sentences(projection.scenario());
    for (String id : projection.answers().keySet()) {
      lines.addAll(Summary.wrapped("- ", sentences.unbrokenStatement(id) + ':'));
      lines.addAll(Summary.wrapped("    ", answers(id)));
    }
    if (!projection.answers().isEmpty()) {
      lines.add("");
    }
    lines.addAll(new DifferenceTable(comparison, base).lines());
    lines.addAll(Summary.writtenTo(written));
    lines.addAll(Summary.wrapped("", making(projection)));
    return lines;
  }

  private String title() {
    return comparison.base().scenario().name()
        + ": "
        + String.join(", ", comparison.variants().keySet())
        + " against "
        + base;
  }

  private String making(Projection projection) {
    return Summary.making(projection) + " for " + (1 + comparison.variants().size()) + " scenarios";
  }

  /** The answers of the base and of the variants that ask the question too. */
  private String answers(String id) {
    List<String> answers = new ArrayList<>();
    answers.add(said(base, answer(comparison.base().answer(id))));
    for (Map.Entry<String, Differences> variant : comparison.differences().entrySet()) {
      QuestionDifference difference = variant.getValue().questions().get(id);
      if (difference != null) {
        Answer answer = comparison.variant(variant.getKey()).answer(id);
        answers.add(said(variant.getKey(), answer(answer)) + difference(difference, answer));
      }
    }
    return String.join("; ", answers);
  }

  private static String said(String name, String answer) {
    return name + Amounts.NO_BREAK + answer;
  }

  private static String answer(Answer answer) {
    if (answer.paths() == 0) {
      return "none" + Amounts.NO_BREAK + "such";
    }
    if (answer instanceof Answer.Count count) {
      return rounded(count.mean(), count.standardError()) + Amounts.NO_BREAK + "months";
    }
    Answer.Probability probability = (Answer.Probability) answer;
    double share = 100 * probability.probability().orElseThrow();
    double error = 100 * probability.standardError().orElseThrow();
    return rounded(share, error) + Amounts.NO_BREAK + '%';
  }

  /** Returns an estimate to the digits that its error allows. */
  static String rounded(double value, double error) {
    return Amounts.decimal(value, decimals(Z_95 * error));
  }

  /** Returns how many decimals show half an interval to a digit or two; 0 where it is 0. */
  private static int decimals(double half) {
    int decimals = 0;
    for (double least = 3; decimals < MOST_DECIMALS && half > 0 && half < least; least /= 10) {
      decimals++;
    }
    return decimals;
  }

  private static String difference(QuestionDifference difference, Answer answer) {
    if (difference.difference().isEmpty()) {
      return "";
    }
    boolean count = answer instanceof Answer.Count;
    double scale = count ? 1 : 100;
    String text =
        estimate(
            scale * difference.difference().getAsDouble(),
            scale * difference.standardError().orElse(0));
    return " (" + text + (count ? "" : Amounts.NO_BREAK + "points") + ')';
  }

  /** Returns a difference and half of its interval, to the digits that the interval allows. */
  static String estimate(double difference, double standardError) {
    if (difference == 0 && standardError == 0) {
      return "±" + Amounts.NO_BREAK + '0';
    }
    double half = Z_95 * standardError;
    int decimals = decimals(half);
    return signed(difference, decimals)
        + Amounts.NO_BREAK
        + '±'
        + Amounts.NO_BREAK
        + Amounts.decimal(half, decimals);
  }

  private static String signed(double value, int decimals) {
    String text = Amounts.decimal(Math.abs(value), decimals);
    boolean zero = text.chars().noneMatch(c -> c >= '1' && c <= '9');
    return zero ? text : (value < 0 ? '−' : '+') + text;
  }
}
