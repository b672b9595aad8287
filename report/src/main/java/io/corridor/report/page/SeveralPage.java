package io.corridor.report.page;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A page about several scenarios: answers, figures in sections, and a manifest.
 *
 * @param name what stands on top
 * @param subtitle who and when
 * @param lead what one sees, in a paragraph
 * @param answers a row for each question; left out without rows
 * @param sections figures; those without any are left out
 * @param manifest where it comes from
 * @param months for the charts' axes
 */
record SeveralPage(
    String name,
    String subtitle,
    String lead,
    Table answers,
    List<Page.Section> sections,
    Table manifest,
    List<String> months) {

  /** Writes the page. */
  void write(Writer out) throws IOException {
    List<Page.Section> shown =
        sections.stream().filter(section -> !section.figures().isEmpty()).toList();
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("name", name);
    content.put("subtitle", subtitle);
    content.put("lead", lead);
    content.put("answers", answers);
    content.put("hasAnswers", !answers.rows().isEmpty());
    content.put("sections", shown);
    content.put("manifest", manifest);
    content.put("style", Page.resource("report.css"));
    content.put("library", Page.resource("echarts.min.js"));
    content.put("script", Page.resource("report.js"));
    content.put("data", Page.embedded(charts(shown)));
    try (Reader template = Page.reader("several.html")) {
      Page.template(template).execute(content, out);
    }
  }

  private Map<String, Object> charts(List<Page.Section> shown) {
    Map<String, Object> charts = new LinkedHashMap<>();
    shown.forEach(
        section -> section.figures().forEach(figure -> charts.put(figure.id(), figure.chart())));
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("months", months);
    data.put("charts", charts);
    return data;
  }
}
