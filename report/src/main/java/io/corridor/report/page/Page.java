package io.corridor.report.page;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import io.corridor.report.data.ReportData;
import io.corridor.report.data.Result;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/**
 * The page {@code report.html}: words and tables that stand for themselves, and charts that a
 * script in the page draws. Depends on the result alone, byte for byte; how long the run took isn't
 * told.
 */
public final class Page {
  private static final JsonMapper JSON = JsonMapper.builder().build();

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
    Map<String, Object> content = new Page(new Story(result, data.get())).content();
    try (Reader template = reader("report.html")) {
      template(template).execute(content, out);
    }
  }

  static Template template(Reader template) {
    return Mustache.compiler().escapeHTML(true).emptyStringIsFalse(true).compile(template);
  }

  private Map<String, Object> content() throws IOException {
    Provenance provenance = new Provenance(story);
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("name", story.result().scenario().name());
    content.put("subtitle", provenance.subtitle());
    content.put("description", story.data().description());
    content.put("answers", Answers.of(story));
    content.put("manifest", provenance.manifest());
    content.put("questionErrors", provenance.questionErrors());
    content.put("metricErrors", provenance.metricErrors());
    content.put("sources", story.data().sources());
    content.put("hasSources", !story.data().sources().isEmpty());
    content.put("text", story.data().text());
    content.put("hasText", !story.data().text().isEmpty());
    content.put("repeat", provenance.repeat());
    List<Section> sections = sections();
    content.put(
        "sections", sections.stream().filter(section -> !section.figures.isEmpty()).toList());
    content.put("hasAnswers", !story.result().questions().isEmpty());
    content.put("style", resource("report.css"));
    content.put("library", resource("echarts.min.js"));
    content.put("script", resource("report.js"));
    content.put("data", embedded(charts(sections)));
    return content;
  }

  /**
   * A part of the page.
   *
   * @param id unique in the page
   * @param title what it is about
   * @param lead a paragraph before the figures
   * @param isFans whether its figures show single paths
   * @param figures in order; the section is left out without any
   */
  record Section(String id, String title, String lead, boolean isFans, List<Figure> figures) {}

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

  /** What the script needs: months once, then the charts by the ids of their figures. */
  private Map<String, Object> charts(List<Section> sections) {
    Map<String, Object> charts = new LinkedHashMap<>();
    sections.forEach(
        section -> section.figures.forEach(figure -> charts.put(figure.id(), figure.chart())));
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("months", story.months().names());
    data.put("charts", charts);
    return data;
  }

  /** JSON that no parser of HTML takes for a tag. */
  static String embedded(Object data) {
    return JSON.writeValueAsString(data).replace("<", "\\u003c");
  }

  static String resource(String name) throws IOException {
    try (Reader reader = reader(name)) {
      StringBuilder text = new StringBuilder();
      char[] buffer = new char[8192];
      for (int read = reader.read(buffer); read >= 0; read = reader.read(buffer)) {
        text.append(buffer, 0, read);
      }
      return text.toString();
    }
  }

  static Reader reader(String name) throws IOException {
    InputStream in = Page.class.getResourceAsStream(name);
    if (in == null) {
      throw new IOException("no resource " + name + " beside " + Page.class.getName());
    }
    return new InputStreamReader(in, StandardCharsets.UTF_8);
  }
}
