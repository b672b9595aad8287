package io.corridor.report.internal.page;

import io.corridor.report.data.ReportData;
import io.corridor.report.data.Result;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The page {@code report.html}: words and tables that stand for themselves, and charts that a
 * script in the page draws. Depends on the result alone, byte for byte; how long the run took isn't
 * told.
 */
public final class Page {
  private final Story story;

  private Page(Story story) {
    this.story = story;
  }

  /**
   * Writes the page.
   *
   * @param result a run's results
   * @param out takes the text
   * @throws IOException if {@code out} does, or the result was stored without what a report needs
   */
  public static void write(Result result, Writer out) throws IOException {
    Optional<ReportData> data = result.report();
    if (data.isEmpty()) {
      throw new IOException("the result was stored without what a report needs: run it with --out");
    }
    new Page(new Story(result, data.get())).page().write(out);
  }

  private HtmlPage page() {
    Provenance provenance = new Provenance(story);
    return new HtmlPage(
        "report.html",
        story.result().scenario().name(),
        provenance.subtitle(),
        sections(),
        story.months(),
        content(provenance));
  }

  private Map<String, Object> content(Provenance provenance) {
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("description", story.data().description());
    content.put("hasAnswers", !story.result().questions().isEmpty());
    content.put("answers", Answers.of(story));
    content.put("manifest", provenance.manifest());
    content.put("repeat", provenance.repeat());
    content.put("questionErrors", provenance.questionErrors());
    content.put("metricErrors", provenance.metricErrors());
    content.put("hasSources", !story.data().sources().isEmpty());
    content.put("sources", story.data().sources());
    content.put("hasText", !story.data().text().isEmpty());
    content.put("text", story.data().text());
    return content;
  }

  private List<Section> sections() {
    return List.of(
        new Section("when", "By when", "", false, ByWhen.of(story).stream().toList()),
        new Section(
            "trade",
            "Trade",
            "No path looks like a band: the thin lines are single paths of the run, the same ones in every"
                + " chart.",
            true,
            trade()),
        new Section("energy", "Energy", "", false, energy()),
        new Section("dependency", "Dependency on imported energy", "", true, dependency()),
        new Section("policy", "Policy and waivers", "", false, PolicyFigures.of(story)),
        new Section(
            "influence",
            "What moved the outcome",
            "Each bar runs from the mean outcome in the tenth of the paths with the lowest values of"
                + " the input (round mark) to that with the highest (square mark). The number is"
                + " Spearman’s rank correlation. A driver counts with its mean to the end of the"
                + " question’s window. That two things go together doesn’t say that one makes the"
                + " other.",
            false,
            story.data().influence().flatMap(Tornado::of).stream().toList()));
  }

  private List<Figure> trade() {
    List<Figure> figures = new ArrayList<>();
    Fan.of(story, "total.12m", true).ifPresent(figures::add);
    Fan.of(story, "exports", false).ifPresent(figures::add);
    Fan.of(story, "imports", false).ifPresent(figures::add);
    story.result().metrics().keySet().stream()
        .filter(metric -> metric.matches("flow\\.[^.]+"))
        .forEach(metric -> Fan.of(story, metric, false).ifPresent(figures::add));
    return figures;
  }

  private List<Figure> energy() {
    List<Figure> figures = new ArrayList<>();
    story
        .data()
        .balances()
        .forEach((carrier, balances) -> figures.addAll(Supply.of(story, carrier, balances)));
    Dryness.of(story).ifPresent(figures::add);
    return figures;
  }

  private List<Figure> dependency() {
    List<Figure> figures = new ArrayList<>();
    story.result().metrics().keySet().stream()
        .filter(metric -> metric.matches("energy\\.[^.]+\\.dependency"))
        .forEach(metric -> Fan.of(story, metric, false).ifPresent(figures::add));
    return figures;
  }
}
