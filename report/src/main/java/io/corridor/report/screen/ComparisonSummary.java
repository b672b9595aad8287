package io.corridor.report.screen;

import com.google.common.collect.Maps;
import io.corridor.projection.Answer;
import io.corridor.projection.Comparison;
import io.corridor.projection.Differences;
import io.corridor.projection.Projection;
import io.corridor.projection.QuestionDifference;
import io.corridor.report.words.Amounts;
import io.corridor.report.words.Digits;
import io.corridor.report.words.Estimates;
import io.corridor.report.words.Sentences;
import io.corridor.report.words.TableColumn;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a comparison says on the screen: what changes most, a table of all answers and their
 * differences, a table of trade a year, the questions in words, then how it was made.
 */
public final class ComparisonSummary {
  /** So many answers are named where a variant is summed up. */
  private static final int NAMED = 3;

  /** More questions than these aren't put in words: the page does that. */
  private static final int MOST_IN_WORDS = 10;

  private final Comparison comparison;
  private final String base;
  private final Screen screen;

  private ComparisonSummary(Comparison comparison, String base, Screen screen) {
    this.comparison = comparison;
    this.base = base;
    this.screen = screen;
  }

  /**
   * Returns the lines.
   *
   * @param comparison what was found
   * @param base name of the base
   * @param screen where they go
   */
  public static List<String> lines(Comparison comparison, String base, Screen screen) {
    return new ComparisonSummary(comparison, base, screen).lines();
  }

  /** The answer of a variant, beside that of the base. */
  private record Compared(
      String id, Answer base, Answer variant, QuestionDifference difference, double quantile95) {

    /** Of a share in points, of a number of months in months; 0 where it can't be said. */
    double size() {
      return scale() * difference.difference().orElse(0);
    }

    double half() {
      return scale() * quantile95 * difference.standardError().orElse(0);
    }

    private int scale() {
      return counts() ? 1 : 100;
    }

    boolean counts() {
      return variant.countsMonths();
    }

    boolean differs() {
      return Math.abs(size()) > half();
    }

    /** The answer, and what it differs by: {@code 52 % (+36.1 ± 0.4)}. */
    String cell() {
      String answer = bare(variant);
      if (difference.difference().isEmpty()) {
        return answer;
      }
      boolean same = size() == 0 && half() == 0;
      return answer + (same ? " (same)" : " (" + Estimates.difference(size(), half()) + ")");
    }

    String change() {
      return id + Amounts.NO_BREAK + said(base) + " → " + said(variant);
    }
  }

  /** An answer whose unit is said elsewhere, where it is one of months. */
  private static String bare(Answer answer) {
    return answer.countsMonths() && answer.paths() > 0
        ? Estimates.value(
            answer.shareOrMonths().getAsDouble(), answer.standardError().orElse(Double.NaN))
        : said(answer);
  }

  private static String said(Answer answer) {
    return answer.paths() == 0 ? "no" + Amounts.NO_BREAK + "path" : Estimates.answer(answer);
  }

  private List<String> lines() {
    Projection projection = comparison.base();
    List<String> lines = new ArrayList<>(screen.title(title()));
    lines.add("");
    if (!projection.answers().isEmpty()) {
      addMain(lines);
      comparison
          .variants()
          .keySet()
          .forEach(name -> lines.addAll(screen.wrapped("- ", brief(name))));
      lines.add("");
      addAnswers(lines);
      addConditional(lines);
      lines.add("");
    }
    lines.addAll(new DifferenceTable(comparison, base, screen).lines());
    addQuestions(lines);
    lines.addAll(screen.aside(making(projection)));
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
    return RunSummary.making(projection)
        + " for "
        + (1 + comparison.variants().size())
        + " scenarios";
  }

  /** The questions that both ask, in the base's order. */
  private List<Compared> compared(String variant) {
    Differences differences = comparison.differences(variant);
    List<Compared> compared = new ArrayList<>();
    differences
        .questions()
        .forEach(
            (id, difference) ->
                compared.add(
                    new Compared(
                        id,
                        comparison.base().answer(id),
                        comparison.variant(variant).answer(id),
                        difference,
                        comparison.quantile95())));
    return compared;
  }

  /** The scenario's main question, which is its first, with all answers. */
  private void addMain(List<String> lines) {
    String main = comparison.base().answers().keySet().iterator().next();
    List<String> answers = new ArrayList<>();
    answers.add(base + Amounts.NO_BREAK + said(comparison.base().answer(main)));
    comparison
        .variants()
        .forEach(
            (name, projection) ->
                Optional.ofNullable(projection.answers().get(main))
                    .ifPresent(answer -> answers.add(name + Amounts.NO_BREAK + said(answer))));
    String statement = new Sentences(comparison.base().scenario()).unbrokenStatement(main);
    lines.addAll(screen.wrapped("", statement + ": " + String.join(", ", answers) + "."));
  }

  /** How many answers a variant changes, and which most. */
  private String brief(String variant) {
    List<Compared> all = compared(variant);
    List<Compared> changed = all.stream().filter(Compared::differs).toList();
    String text = variant + ": " + changed.size() + " of " + all.size() + " answers differ";
    if (changed.isEmpty()) {
      return text + " by more than their 95" + Amounts.NO_BREAK + "% interval.";
    }
    int months = comparison.base().scenario().months();
    List<String> most =
        changed.stream()
            .sorted(
                Comparator.comparingDouble(
                    one -> -Math.abs(one.size()) / (one.counts() ? months : 100)))
            .limit(NAMED)
            .map(Compared::change)
            .toList();
    return text + (changed.size() > NAMED ? ", most: " : ": ") + String.join("; ", most) + ".";
  }

  private void addAnswers(List<String> lines) {
    lines.addAll(
        screen.wrapped(
            "",
            "In brackets: the difference from "
                + base
                + ", in points or months, path by path on the same random numbers, ± half of its 95"
                + Amounts.NO_BREAK
                + "% interval."));
    List<TableColumn> columns = new ArrayList<>();
    Map<String, Answer> answers = comparison.base().answers();
    columns.add(
        TableColumn.text(
            "",
            answers.entrySet(),
            asked -> asked.getKey() + (asked.getValue().countsMonths() ? " (months)" : "")));
    columns.add(TableColumn.number(base, answers.values(), ComparisonSummary::bare));
    for (String variant : comparison.variants().keySet()) {
      Map<String, Compared> byId = Maps.uniqueIndex(compared(variant), Compared::id);
      TableColumn column =
          TableColumn.number(
              variant,
              answers.keySet(),
              id -> Optional.ofNullable(byId.get(id)).map(Compared::cell).orElse(Digits.NONE));
      screen.addOrContinue(lines, columns, 2, List.of(column));
    }
    lines.addAll(screen.table(columns));
  }

  /** What a difference of conditional answers is made of, where other paths count. */
  private void addConditional(List<String> lines) {
    for (String variant : comparison.variants().keySet()) {
      compared(variant).stream()
          .filter(one -> one.difference().countsOtherPaths())
          .filter(one -> one.difference().pairedDifference().isPresent())
          .forEach(one -> lines.addAll(screen.wrapped("- ", conditional(variant, one))));
    }
  }

  private String conditional(String variant, Compared one) {
    QuestionDifference difference = one.difference();
    double scale = one.counts() ? 1 : 100;
    String unit = Amounts.NO_BREAK + (one.counts() ? "months" : "points");
    return one.id()
        + ", "
        + variant
        + ": its condition holds on "
        + Amounts.whole(difference.basePaths())
        + " paths in "
        + base
        + ", "
        + Amounts.whole(difference.variantPaths())
        + " here, "
        + Amounts.whole(difference.paired())
        + " in both. Difference of the two conditional answers: "
        + Estimates.difference(one.size(), one.half())
        + unit
        + "; on the paths where the condition holds in both: "
        + Estimates.difference(
            scale * difference.pairedDifference().orElseThrow(),
            scale * one.quantile95() * difference.pairedError().orElseThrow())
        + unit
        + ".";
  }

  private void addQuestions(List<String> lines) {
    if (comparison.base().answers().size() > MOST_IN_WORDS) {
      return;
    }
    Sentences sentences = new Sentences(comparison.base().scenario());
    for (String id : comparison.base().answers().keySet()) {
      lines.addAll(screen.wrapped("  ", id + ": " + sentences.unbrokenStatement(id)));
    }
    if (!comparison.base().answers().isEmpty()) {
      lines.add("");
    }
  }
}
