package io.corridor.report.internal.page;

import io.corridor.model.Scenario;
import io.corridor.projection.Comparison;
import io.corridor.projection.Projection;
import io.corridor.report.words.Amounts;
import io.corridor.report.words.PhraseBook;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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

  private HtmlPage page(Map<String, String> facts) {
    String variants = String.join(", ", comparison.variants().keySet());
    String lead =
        "All scenarios were simulated on the same "
            + Amounts.whole(comparison.base().paths())
            + " paths of random numbers. In brackets stand the differences from "
            + base
            + ", path by path; ± is half of a 95"
            + Amounts.NO_BREAK
            + "% interval, which is mostly much narrower than the numbers on their own would tell.";
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("lead", lead);
    content.put("hasAnswers", !comparison.base().answers().isEmpty());
    content.put("names", names());
    content.put("answers", ComparedAnswers.of(comparison, base));
    content.put("manifest", manifest(facts));
    return new HtmlPage(
        "several.html",
        scenario.name(),
        variants
            + " against "
            + base
            + ", "
            + months.words(0)
            + " to "
            + months.words(months.last()),
        List.of(
            new Section("trade", "Trade", "", false, trade()),
            new Section("asked", "What the questions ask about", "", false, askedAbout())),
        months,
        content);
  }

  private List<String> names() {
    List<String> names = new ArrayList<>(List.of(base));
    names.addAll(comparison.variants().keySet());
    return names;
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
    return new ComparedMetric(comparison, base, id, phrases.subject(id) + over, months);
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
