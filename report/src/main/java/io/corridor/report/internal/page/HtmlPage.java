package io.corridor.report.internal.page;

import com.google.common.hash.Hashing;
import com.samskivert.mustache.DefaultCollector;
import com.samskivert.mustache.Mustache;
import io.corridor.report.data.Site;
import io.corridor.report.internal.chart.Escape;
import io.corridor.report.internal.json.Json;
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
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A page in one file: words, tables and drawings that stand for themselves, and a small script that
 * reads numbers out and hands charts over. What may run in it is listed by its hash.
 *
 * @param name of the scenario
 * @param title what was found
 * @param hangs what the finding hangs on; may be empty
 * @param subtitle who and when
 * @param rests what the finding rests on, a few words each; may be empty
 * @param description what the scenario is; may be empty
 * @param said a line each, before all sections
 * @param described what the scenarios are that were compared
 * @param sections those that are empty are left out
 * @param singles whether charts show single paths
 * @param live what makes the page answer; absent: it is only read
 * @param site where the page stands; absent: by itself
 */
record HtmlPage(
    String name,
    String title,
    String hangs,
    String subtitle,
    List<Rest> rests,
    String description,
    List<String> said,
    List<ComparisonPage.Described> described,
    List<PageSection> sections,
    boolean singles,
    Optional<LivePart> live,
    Optional<Site> site) {
  private static final String FINDING = "finding";

  /** Files beside a page: the browser takes those of a folder for others than those of a host. */
  private static final String BESIDE = " 'self' file:";

  /** Sections before what the scenario is, and before the list of contents. */
  private static final Set<String> LEADING = Set.of(FINDING, "decides");

  /** Templates see what is in an Optional, or nothing. */
  private static final Mustache.Collector OPTIONALS =
      new DefaultCollector() {
        @Override
        public @Nullable Iterator<?> toIterator(Object value) {
          return super.toIterator(value instanceof Optional<?> one ? one.stream().toList() : value);
        }
      };

  /**
   * Something that the finding rests on.
   *
   * @param section id of the section that says more
   * @param words that say it
   */
  record Rest(String section, String words) {}

  /** A page by itself. */
  HtmlPage(
      String name,
      String title,
      String hangs,
      String subtitle,
      List<Rest> rests,
      String description,
      List<String> said,
      List<ComparisonPage.Described> described,
      List<PageSection> sections,
      boolean singles,
      Optional<LivePart> live) {
    this(
        name,
        title,
        hangs,
        subtitle,
        rests,
        description,
        said,
        described,
        sections,
        singles,
        live,
        Optional.empty());
  }

  /** A page of sections, of which there is no more to say than who and when. */
  HtmlPage(
      String name,
      String title,
      String subtitle,
      String description,
      List<PageSection> sections,
      Optional<LivePart> live) {
    this(
        name,
        title,
        "",
        subtitle,
        List.of(),
        description,
        List.of(),
        List.of(),
        sections,
        false,
        live);
  }

  /** Returns a page about data, which says something in a list before all else. */
  static HtmlPage ofData(
      String name, String title, String subtitle, List<String> said, List<PageSection> sections) {
    return new HtmlPage(
        name,
        title,
        "",
        subtitle,
        List.of(),
        "",
        said.size() > 1 ? said : List.of(),
        List.of(),
        sections,
        false,
        Optional.empty());
  }

  /** Returns the page where it stands in a site. */
  HtmlPage within(Optional<Site> where) {
    return new HtmlPage(
        name,
        title,
        hangs,
        subtitle,
        rests,
        description,
        said,
        described,
        sections,
        singles,
        live,
        where);
  }

  /** What {@code page.html} shows beside what the page has by itself. */
  private record Shown(
      String plainTitle,
      String summary,
      Optional<Top> top,
      List<PageSection> contents,
      List<PageSection> sections,
      String style,
      String chartStyle,
      String styleHash,
      String script,
      String scriptHash,
      String frames,
      String data,
      Optional<LivePart.Shown> live) {}

  /** What stands before the list of contents, and whether the first levers do. */
  private record Top(List<PageSection> sections, boolean asked, String description) {}

  /** Writes the page. */
  void write(Writer out) throws IOException {
    List<PageSection> shown = sections.stream().filter(s -> !s.isEmpty()).toList();
    // Levers take the place of what decides it.
    boolean beside = live.isPresent() && !live.get().own();
    List<PageSection> leading =
        shown.stream()
            .filter(s -> beside ? s.id().equals(FINDING) : LEADING.contains(s.id()))
            .toList();
    Top top = new Top(leading, beside && !leading.isEmpty(), description);
    String style = dense(text("report.css") + (live.isPresent() ? text("live.css") : ""));
    String chartStyle = dense(text("chart.css"));
    String script = tight(text("report.js"));
    List<String> scripts = new ArrayList<>(List.of(script));
    Optional<LivePart.Shown> asked = Optional.empty();
    if (live.isPresent()) {
      asked = Optional.of(live.get().shown(site));
      scripts.add(asked.get().engine());
      scripts.add(asked.get().liveScript());
      scripts.add(asked.get().start());
      scripts.add(text("editor.min.js"));
    }
    String hashes = scripts.stream().map(HtmlPage::hash).collect(Collectors.joining(" "));
    Shown all =
        new Shown(
            title.equals(name) ? name : title + " – " + name,
            hangs.isEmpty() ? subtitle : hangs,
            Optional.of(top).filter(it -> !leading.isEmpty() || !description.isEmpty()),
            shown.stream().filter(section -> !section.shortTitle().isEmpty()).toList(),
            shown.stream().filter(section -> !leading.contains(section)).toList(),
            style,
            chartStyle,
            hash(style) + " " + hash(chartStyle),
            script,
            hashes
                + (live.isPresent()
                    ? " 'wasm-unsafe-eval'" + site.map(it -> BESIDE).orElse("")
                    : ""),
            parts().anyMatch(PageBlock.Frame.class::isInstance) ? BESIDE : "",
            Base128.packed(Json.inPage(numbers())),
            asked);
    // As a whole: what goes wrong in writing would come out of the templates in other clothes.
    StringWriter whole = new StringWriter();
    try (Reader reader = template("page.html")) {
      Mustache.compiler()
          .withEscaper(Escape::text)
          .emptyStringIsFalse(true)
          .defaultValue("")
          .withCollector(OPTIONALS)
          .withLoader(part -> template(part + ".html"))
          .compile(reader)
          .execute(all, this, whole);
    }
    out.write(whole.toString());
  }

  private Stream<PageBlock.Part> parts() {
    return sections.stream()
        .flatMap(section -> section.blocks().stream())
        .flatMap(block -> block.parts().stream());
  }

  /** What the script hands over: the numbers of the charts, by the ids of their figures. */
  private Map<String, Object> numbers() {
    Map<String, Object> charts = new LinkedHashMap<>();
    sections.stream()
        .flatMap(section -> section.groups().stream())
        .flatMap(group -> group.figures().stream())
        .forEach(figure -> charts.put(figure.id(), FigureNumbers.of(figure.chart().numbers())));
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

  /** Returns a style sheet without the blanks that it doesn't need, either. */
  private static String dense(String sheet) {
    return tight(sheet).replaceAll("(?<=[;:{}]) | (?=[{}])", "");
  }

  private static Reader resource(String name) throws IOException {
    InputStream in = HtmlPage.class.getResourceAsStream(name);
    if (in == null) {
      throw new IOException("no resource " + name + " beside " + HtmlPage.class.getName());
    }
    return new InputStreamReader(in, StandardCharsets.UTF_8);
  }
}
