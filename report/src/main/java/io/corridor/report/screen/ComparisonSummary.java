package io.corridor.report.screen;

import io.corridor.projection.Answer;
import io.corridor.projection.Comparison;
import io.corridor.projection.Differences;
import io.corridor.projection.Projection;
import io.corridor.projection.QuestionDifference;
import io.corridor.report.words.Amounts;
import io.corridor.report.words.Estimates;
import io.corridor.report.words.Sentences;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a comparison says on the screen: each question with the answers of all and what they differ
 * by, then a table of trade a year, then how it was made. At most 80 columns wide.
 */
public final class ComparisonSummary {
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
        answers.add(
            said(variant.getKey(), answer(answer))
                + Estimates.difference(difference, answer, comparison.quantile95()));
      }
    }
    return String.join("; ", answers);
  }

  private static String said(String name, String answer) {
    return name + Amounts.NO_BREAK + answer;
  }

  private static String answer(Answer answer) {
    return answer.paths() == 0 ? "none" + Amounts.NO_BREAK + "such" : Estimates.answer(answer);
  }
}
