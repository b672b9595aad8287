package io.corridor.report.internal.page;

import com.google.common.hash.Hashing;
import com.samskivert.mustache.Mustache;
import io.corridor.report.internal.chart.Chart;
import io.corridor.report.internal.chart.Escape;
import io.corridor.report.internal.chart.Format;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/**
 * A page in one file: words, tables and drawings that stand for themselves, and a small script that
 * reads numbers out and hands charts over. What may run in it is listed by its hash.
 *
 * @param template of what is this sort of page's own, among the resources
 * @param name of the scenario
 * @param title what was found
 * @param subtitle who and when
 * @param sections those without groups are left out
 * @param content what else the template shows, by name
 * @param live what makes the page answer; absent: it is only read
 */
record HtmlPage(
    String template,
    String name,
    String title,
    String subtitle,
    List<PageSection> sections,
    Map<String, Object> content,
    Optional<LivePart> live) {
  /** Sections before what the scenario is, and before the list of contents. */
  private static final Set<String> LEADING = Set.of("finding", "decides");

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** Writes the page. */
  void write(Writer out) throws IOException {
    List<Map<String, Object>> shown =
        sections.stream().filter(s -> !s.groups().isEmpty()).map(HtmlPage::section).toList();
    Map<String, Object> all = new LinkedHashMap<>(content);
    String style = tight(text("report.css") + (live.isPresent() ? text("live.css") : ""));
    String chartStyle = tight(text("chart.css"));
    String script = tight(text("report.js"));
    all.putIfAbsent("hasStories", false);
    all.put("name", name);
    all.put("title", title);
    all.put("plainTitle", title.equals(name) ? name : title + " – " + name);
    all.put("subtitle", subtitle);
    List<Map<String, Object>> lead =
        shown.stream().filter(section -> LEADING.contains(section.get("id"))).toList();
    all.put("lead", lead);
    all.put("sections", shown.stream().filter(section -> !lead.contains(section)).toList());
    all.put(
        "contents", shown.stream().filter(section -> !"".equals(section.get("title"))).toList());
    all.put("style", style);
    all.put("chartStyle", chartStyle);
    all.put("hasSingles", template.equals("report.html"));
    all.put("styleHash", hash(style) + " " + hash(chartStyle));
    all.put("script", script);
    all.put("live", live.isPresent());
    List<String> scripts = new ArrayList<>(List.of(script));
    if (live.isPresent()) {
      live.get().addTo(all);
      scripts.add((String) all.get("engine"));
      scripts.add((String) all.get("liveScript"));
      scripts.add(text("editor.min.js"));
    }
    String hashes = scripts.stream().map(HtmlPage::hash).collect(Collectors.joining(" "));
    all.put("scriptHash", hashes + (live.isPresent() ? " 'wasm-unsafe-eval'" : ""));
    all.put("data", Letters.packed(JSON.writeValueAsString(numbers())));
    try (Reader reader = template(template)) {
      // As a whole: what goes wrong in writing would come out of the templates in other clothes.
      out.write(
          Mustache.compiler()
              .withEscaper(Escape::text)
              .emptyStringIsFalse(true)
              .withLoader(part -> template(part + ".html"))
              .compile(reader)
              .execute(all));
    }
  }

  /** Returns what the template shows; titled groups stand in two columns, of about one length. */
  private static Map<String, Object> section(PageSection section) {
    List<PageSection.Group> groups = section.groups();
    boolean whole = groups.size() == 1 && groups.get(0).isAllFolded() && section.lead().isEmpty();
    List<PageSection.Group> beside =
        groups.stream()
            .filter(group -> !group.title().isEmpty() && !group.folded().isEmpty())
            .toList();
    List<PageSection.Group> open =
        groups.stream().filter(group -> !beside.contains(group)).toList();
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("id", section.id());
    shown.put("title", section.title());
    shown.put("shortTitle", section.shortTitle());
    shown.put("lead", section.lead());
    shown.put("foldedWhole", whole);
    shown.put("sectionTitle", section.title());
    shown.put("groups", open.stream().map(HtmlPage::group).toList());
    int first = firstColumn(beside);
    shown.put("hasColumns", !beside.isEmpty());
    shown.put(
        "columns",
        Stream.of(beside.subList(0, first), beside.subList(first, beside.size()))
            .map(column -> Map.of("groups", column.stream().map(HtmlPage::group).toList()))
            .toList());
    return shown;
  }

  /** Returns how many of the groups make the first half. */
  private static int firstColumn(List<PageSection.Group> groups) {
    int all = groups.stream().mapToInt(PageSection.Group::lines).sum();
    int first = 0;
    int taken = 0;
    while (first < groups.size() && 2 * taken + groups.get(first).lines() <= all) {
      taken += groups.get(first++).lines();
    }
    return first;
  }

  private static Map<String, Object> group(PageSection.Group group) {
    List<Map<String, Object>> figures = group.figures().stream().map(HtmlPage::figure).toList();
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("title", group.title());
    shown.put("hasAnswers", !group.answers().isEmpty());
    shown.put("answers", group.answers());
    // What has a title is behind it, above the answers; else behind words of its own.
    String folded = figures.isEmpty() ? "" : group.folded();
    shown.put("topFolded", group.title().isEmpty() ? "" : folded);
    shown.put("folded", group.title().isEmpty() ? folded : "");
    shown.put("foldedFigures", group.folded().isEmpty() ? List.of() : figures);
    shown.put("openFigures", group.folded().isEmpty() ? figures : List.of());
    shown.put("hasOpen", group.folded().isEmpty() && !figures.isEmpty());
    return shown;
  }

  private static Map<String, Object> figure(Figure figure) {
    boolean wide = figure.place() == Figure.Place.WIDE;
    Chart chart = figure.chart();
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("id", figure.id());
    shown.put("title", figure.title());
    shown.put("name", figure.name());
    shown.put("note", figure.note());
    shown.put("place", wide ? "wide" : "half");
    shown.put("svg", (wide ? chart.svg(Format.WIDE) : "") + chart.svg(Format.NARROW));
    shown.put("table", figure.table());
    return shown;
  }

  /** What the script hands over: the numbers of the charts, by the ids of their figures. */
  private Map<String, Object> numbers() {
    Map<String, Object> charts = new LinkedHashMap<>();
    for (PageSection section : sections) {
      for (PageSection.Group group : section.groups()) {
        group
            .figures()
            .forEach(figure -> charts.put(figure.id(), FigureNumbers.of(figure.chart().numbers())));
      }
    }
    return charts;
  }

  /** Returns how a content security policy names a text that it lets pass. */
  private static String hash(String text) {
    byte[] digest = Hashing.sha256().hashString(text, StandardCharsets.UTF_8).asBytes();
    return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
  }

  /** Returns a template without its indentation, of which pages would hold kilobytes. */
  private static Reader template(String name) throws IOException {
    return new StringReader(text(name).replaceAll("(?m)^ +", ""));
  }

  static String text(String name) throws IOException {
    try (Reader reader = resource(name)) {
      StringWriter text = new StringWriter();
      reader.transferTo(text);
      return text.toString();
    }
  }

  /** Returns a script or style sheet without what is for its authors: indentation and comments. */
  static String tight(String text) {
    return text.lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.startsWith("//"))
        .filter(line -> !(line.startsWith("/*") && line.endsWith("*/")))
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private static Reader resource(String name) throws IOException {
    InputStream in = HtmlPage.class.getResourceAsStream(name);
    if (in == null) {
      throw new IOException("no resource " + name + " beside " + HtmlPage.class.getName());
    }
    return new InputStreamReader(in, StandardCharsets.UTF_8);
  }
}
