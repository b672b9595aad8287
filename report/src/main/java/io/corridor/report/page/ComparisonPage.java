package io.corridor.report.page;

import io.corridor.model.Scenario;
import io.corridor.projection.Answer;
import io.corridor.projection.Comparison;
import io.corridor.projection.Projection;
import io.corridor.projection.QuestionDifference;
import io.corridor.report.words.Amounts;
import io.corridor.report.words.Estimates;
import io.corridor.report.words.PhraseBook;
import io.corridor.report.words.Sentences;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The page {@code comparison.html}: the answers of all scenarios beside each other, fans over each
 * other, and fans of the differences. Depends on the comparison alone, byte for byte.
 */
public final class ComparisonPage {
  private final Comparison comparison;
  private final String base;
  private final Scenario scenario;
  private final Months months;
  private final PhraseBook phrases;

  private ComparisonPage(Comparison comparison, String base) {
    this.comparison = comparison;
    this.base = base;
    this.scenario = comparison.base().scenario();
    this.months = new Months(scenario.start().toString(), scenario.months());
    this.phrases = new PhraseBook(scenario);
  }

  /**
   * Writes the page.
   *
   * @param comparison what was found
   * @param base name of the base
   * @param facts where the scenarios came from, and whatever else is to be said of that, by name
   * @param out takes the text
   * @throws IOException if {@code out} does
   */
  public static void write(
      Comparison comparison, String base, Map<String, String> facts, Writer out)
      throws IOException {
    new ComparisonPage(comparison, base).page(facts).write(out);
  }

  private SeveralPage page(Map<String, String> facts) {
    String variants = String.join(", ", comparison.variants().keySet());
    return new SeveralPage(
        scenario.name(),
        variants
            + " against "
            + base
            + ", "
            + months.words(0)
            + " to "
            + months.words(months.last()),
        "All scenarios were simulated on the same "
            + Amounts.whole(comparison.base().paths())
            + " paths of random numbers. In brackets stand the differences from "
            + base
            + ", path by path; ± is half of a 95"
            + Amounts.NO_BREAK
            + "% interval, which is mostly much narrower than the numbers on their own would tell.",
        answers(),
        List.of(
            new Page.Section("trade", "Trade", "", false, trade()),
            new Page.Section("asked", "What the questions ask about", "", false, askedAbout())),
        manifest(facts),
        months.names());
  }

  /** A row for each question: the base's answer, and each variant's with the difference. */
  private Table answers() {
    List<String> head = new ArrayList<>(List.of("Question", base));
    head.addAll(comparison.variants().keySet());
    Table table = Table.of(head.toArray(String[]::new));
    Sentences sentences = new Sentences(scenario);
    for (Map.Entry<String, Answer> asked : comparison.base().answers().entrySet()) {
      String id = asked.getKey();
      List<String> cells = new ArrayList<>(List.of(answer(asked.getValue())));
      comparison.variants().keySet().forEach(variant -> cells.add(answer(variant, id)));
      table.add(sentences.statement(id), cells);
    }
    return table;
  }

  private String answer(String variant, String question) {
    QuestionDifference difference = comparison.differences(variant).questions().get(question);
    if (difference == null) {
      return "–";
    }
    Answer answer = comparison.variant(variant).answer(question);
    return answer(answer) + difference(difference, answer);
  }

  private static String answer(Answer answer) {
    if (answer.paths() == 0) {
      return "no such path";
    }
    if (answer instanceof Answer.Count count) {
      return Estimates.value(count.mean(), count.standardError()) + Amounts.NO_BREAK + "months";
    }
    Answer.Probability probability = (Answer.Probability) answer;
    double share = 100 * probability.probability().orElseThrow();
    double error = 100 * probability.standardError().orElseThrow();
    return Estimates.value(share, error) + Amounts.NO_BREAK + "%";
  }

  private String difference(QuestionDifference difference, Answer answer) {
    if (difference.difference().isEmpty()) {
      return "";
    }
    boolean counts = answer instanceof Answer.Count;
    double scale = counts ? 1 : 100;
    String estimate =
        Estimates.difference(
            scale * difference.difference().getAsDouble(),
            scale * comparison.quantile95() * difference.standardError().orElse(0));
    return " (" + estimate + (counts ? ")" : Amounts.NO_BREAK + "points)");
  }

  private List<Figure> trade() {
    List<Figure> figures = new ArrayList<>();
    if (isReported("total.12m")) {
      ComparedMetric total = metric("total.12m", " over twelve months");
      figures.add(total.overlaid(true));
      figures.addAll(total.differences());
    }
    for (String id : List.of("exports", "imports")) {
      if (isReported(id)) {
        figures.add(metric(id, "").overlaid(false));
      }
    }
    return figures;
  }

  private List<Figure> askedAbout() {
    Set<String> asked = new LinkedHashSet<>();
    scenario.questions().values().forEach(question -> asked.add(question.metric()));
    asked.removeAll(List.of("total.12m", "exports", "imports"));
    List<Figure> figures = new ArrayList<>();
    for (String id : asked) {
      if (isReported(id)) {
        figures.add(metric(id, "").overlaid(true));
        figures.addAll(metric(id, "").differences());
      }
    }
    return figures;
  }

  private boolean isReported(String metric) {
    return comparison.base().series().containsKey(metric);
  }

  private ComparedMetric metric(String id, String over) {
    return new ComparedMetric(
        comparison, base, id, Story.capitalised(phrases.subject(id)) + over, months);
  }

  private Table manifest(Map<String, String> facts) {
    Table table = Table.of("Fact", "Value");
    facts.forEach((name, fact) -> table.add(name, List.of(fact)));
    Projection first = comparison.base();
    Provenance.addSample(table, first.sample());
    table.add("Months", List.of(Integer.toString(scenario.months())));
    return table;
  }
}
