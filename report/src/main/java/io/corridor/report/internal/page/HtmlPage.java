package io.corridor.report.internal.page;

import com.samskivert.mustache.Mustache;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * A page in one file: words and tables that stand for themselves, and charts that a script in the
 * page draws.
 *
 * @param template of what is this sort of page's own, among the resources
 * @param name what stands on top
 * @param subtitle who and when
 * @param sections figures; those without any are left out
 * @param months for the charts' axes
 * @param content what else the template shows, by name
 */
record HtmlPage(
    String template,
    String name,
    String subtitle,
    List<Section> sections,
    Months months,
    Map<String, Object> content) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** Writes the page. */
  void write(Writer out) throws IOException {
    List<Section> shown =
        sections.stream().filter(section -> !section.figures().isEmpty()).toList();
    Map<String, Object> all = new LinkedHashMap<>(content);
    all.put("name", name);
    all.put("subtitle", subtitle);
    all.put("sections", shown);
    all.put("style", text("report.css"));
    all.put("library", text("echarts.min.js"));
    all.put("script", text("report.js"));
    all.put("data", embedded(charts(shown)));
    try (Reader reader = resource(template)) {
      // As a whole: what goes wrong in writing would come out of the templates in other clothes.
      out.write(
          Mustache.compiler()
              .escapeHTML(true)
              .emptyStringIsFalse(true)
              .withLoader(part -> resource(part + ".html"))
              .compile(reader)
              .execute(all));
    }
  }

  /** What the script needs: months once, then the charts by the ids of their figures. */
  private Map<String, Object> charts(List<Section> shown) {
    Map<String, Object> charts = new LinkedHashMap<>();
    shown.forEach(
        section -> section.figures().forEach(figure -> charts.put(figure.id(), figure.chart())));
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("months", months.names());
    data.put("charts", charts);
    return data;
  }

  /** JSON that no parser of HTML takes for a tag. */
  private static String embedded(Object data) {
    return JSON.writeValueAsString(data).replace("<", "\\u003c");
  }

  private static String text(String name) throws IOException {
    try (Reader reader = resource(name)) {
      StringWriter text = new StringWriter();
      reader.transferTo(text);
      return text.toString();
    }
  }

  private static Reader resource(String name) throws IOException {
    InputStream in = HtmlPage.class.getResourceAsStream(name);
    if (in == null) {
      throw new IOException("no resource " + name + " beside " + HtmlPage.class.getName());
    }
    return new InputStreamReader(in, StandardCharsets.UTF_8);
  }
}
