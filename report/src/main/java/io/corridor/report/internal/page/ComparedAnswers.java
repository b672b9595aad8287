package io.corridor.report.internal.page;

import io.corridor.projection.Answer;
import io.corridor.projection.Comparison;
import io.corridor.projection.QuestionDifference;
import io.corridor.report.words.Amounts;
import io.corridor.report.words.Estimates;
import io.corridor.report.words.Numbers;
import io.corridor.report.words.Sentences;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** The answers of the compared scenarios, a row a question: the base's, then the variants'. */
final class ComparedAnswers {

  /**
   * A question.
   *
   * @param id of it
   * @param statement that may be true
   * @param cells an answer for each scenario, the base first
   */
  record Row(String id, String statement, List<Cell> cells) {}

  /**
   * An answer.
   *
   * @param scenario whose it is
   * @param value the probability, or the mean of a count, as in comparison.json; empty without one
   * @param difference from the base, as there; empty without one
   * @param text the answer and its difference, to the digits that count
   * @param pathByPath on how many paths it differs from the base, and which way; may be empty
   */
  record Cell(String scenario, String value, String difference, String text, String pathByPath) {}

  private final Comparison comparison;
  private final String base;

  private ComparedAnswers(Comparison comparison, String base) {
    this.comparison = comparison;
    this.base = base;
  }

  static List<Row> of(Comparison comparison, String base) {
    Sentences sentences = new Sentences(comparison.base().scenario());
    ComparedAnswers answers = new ComparedAnswers(comparison, base);
    return comparison.base().answers().keySet().stream()
        .map(id -> new Row(id, sentences.unbrokenStatement(id), answers.cells(id)))
        .toList();
  }

  private List<Cell> cells(String question) {
    List<Cell> cells = new ArrayList<>();
    Answer answer = comparison.base().answer(question);
    cells.add(new Cell(base, number(answer.shareOrMonths()), "", text(answer), ""));
    comparison.variants().keySet().forEach(variant -> cells.add(cell(variant, question)));
    return cells;
  }

  private Cell cell(String variant, String question) {
    QuestionDifference difference = comparison.differences(variant).questions().get(question);
    if (difference == null) {
      return new Cell(variant, "", "", "–", "");
    }
    Answer answer = comparison.variant(variant).answer(question);
    return new Cell(
        variant,
        number(answer.shareOrMonths()),
        number(difference.difference()),
        text(answer) + Estimates.difference(difference, answer, comparison.quantile95()),
        pathByPath(difference, answer.countsMonths()));
  }

  private static String number(OptionalDouble value) {
    return value.isPresent() ? Numbers.shortest(value.getAsDouble()) : "";
  }

  private static String text(Answer answer) {
    return answer.paths() == 0 ? "no path meets the condition" : Estimates.answer(answer);
  }

  private String pathByPath(QuestionDifference difference, boolean counts) {
    if (difference.above() + difference.below() == 0) {
      return "";
    }
    String above = share(difference.above(), difference);
    String below = share(difference.below(), difference);
    return counts
        ? "more on " + above + ", fewer on " + below
        : "true here alone on " + above + ", in " + base + " alone on " + below;
  }

  private static String share(long paths, QuestionDifference difference) {
    return Amounts.decimal(100.0 * paths / difference.paired(), 1) + Amounts.NO_BREAK + "%";
  }
}
