package io.corridor.report.internal.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Opens pages in a real browser. Pictures of them are left in {@code target/screenshots}. Skipped
 * where no Chromium is installed.
 */
abstract class InBrowser {
  static final Path SCREENSHOTS = Path.of("target", "screenshots");

  /** Of desktops, of laptops and tablets, where columns turn into rows, and last of a phone. */
  static final List<Integer> WIDTHS = List.of(1280, 1100, 800, 390);

  static Chromium browser;

  @TempDir static Path folder;

  @BeforeAll
  static void start() throws Exception {
    Optional<Path> file = Chromium.find();
    assumeTrue(
        file.isPresent(),
        "skipped: no Chromium is installed (apt-get install chromium, or set CHROMIUM)");
    browser = Chromium.start(file.get());
  }

  @AfterAll
  static void end() throws Exception {
    if (browser != null) {
      browser.close();
    }
  }

  /** Opens a page, wide and light. */
  static void open(Path page) throws Exception {
    browser.complaints().clear();
    browser.requests().clear();
    browser.show(1200, 900, false);
    browser.open(page);
    browser.evaluate("window.corridorReport && corridorReport.loaded.then(() => true)");
  }

  /**
   * Looks at a page in a wide window, light and dark, in that of a phone, and on paper: every chart
   * is drawn, nothing spills there and between, the console is silent and the network is let alone.
   * Dark is nothing but other colours, and on a phone the same stands in another order, so axe
   * looks there for weak colours and for what scrolls out of a keyboard's reach.
   */
  static void assertLooksWell(Path page, String name) throws Exception {
    open(page);
    assertAllDrawn();
    assertNothingSpills();
    assertIsAccessible();
    browser.screenshot(SCREENSHOTS.resolve(name + "-light.png"));
    browser.show(1200, 900, true);
    assertThat(background()).as("dark").isEqualTo("rgb(21, 23, 27)");
    assertAllDrawn();
    assertIsAccessible("runOnly: ['color-contrast'], ");
    browser.screenshot(SCREENSHOTS.resolve(name + "-dark.png"));
    for (int width : WIDTHS) {
      browser.show(width, 844, false);
      assertAllDrawn();
      assertNothingSpills();
    }
    assertIsAccessible("runOnly: ['scrollable-region-focusable'], ");
    browser.screenshot(SCREENSHOTS.resolve(name + "-phone.png"));
    browser.show(1200, 900, false);
    browser.print(SCREENSHOTS.resolve(name + ".pdf"));
    assertThat(browser.complaints()).isEmpty();
    assertThat(browser.requests()).isNotEmpty().allMatch(url -> url.startsWith("file:"));
  }

  /**
   * Axe finds nothing to complain of, what is folded open; and texts in charts, which axe doesn't
   * look at, stand out against what is below them. What is inside a chart, and rows of a table and
   * groups of charts after the second, which are made as those are, would take axe minutes.
   */
  static void assertIsAccessible() throws Exception {
    assertIsAccessible("");
  }

  /** The same, of those of axe's rules that its option {@code runOnly} names. */
  private static void assertIsAccessible(String option) throws Exception {
    browser.evaluate(resource("/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js"));
    JsonNode violations =
        browser.evaluate(
            "axe.run({exclude: [['svg *'], ['tbody tr:nth-child(n + 3)'],"
                + " ['.lever:nth-child(n + 3)'], ['.group ~ .group ~ .group']]},"
                + " {"
                + option
                + "iframes: false, resultTypes: ['violations']}).then(found =>"
                + " found.violations.map(one => one.id + ': ' + one.help + ': ' +"
                + " one.nodes.map(node => node.target.join(' ')).join(', ')))");
    assertThat(texts(violations)).isEmpty();
    assertThat(weakTexts()).isEmpty();
  }

  /** Returns the texts of charts that have too little contrast. */
  static List<String> weakTexts() throws Exception {
    return texts(browser.evaluate(resource("contrast.js")));
  }

  static List<String> texts(JsonNode nodes) {
    List<String> texts = new ArrayList<>();
    nodes.forEach(node -> texts.add(node.asString()));
    return texts;
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = InBrowser.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** Every chart has a name, words that say what it shows, and its numbers; ids are unique. */
  static void assertHasTextAlternatives() throws Exception {
    assertTrue(
        "every chart has words and numbers",
        "[...document.querySelectorAll('.plot')].every(plot => plot.getAttribute('role') ==="
            + " (plot.ariaValueText ? 'slider' : 'img') && plot.ariaLabel.length > 10 &&"
            + " document.getElementById(plot.getAttribute('aria-describedby')).textContent.length >"
            + " 10 && plot.closest('figure').querySelectorAll('tbody tr').length > 0)");
    assertTrue(
        "ids are unique",
        "(() => { const ids = [...document.querySelectorAll('[id]')].map(e => e.id);"
            + " return ids.length === new Set(ids).size; })()");
    assertTrue(
        "controls have names of their own",
        "(() => { const names = [...document.querySelectorAll('button, summary')].map(e =>"
            + " e.ariaLabel || e.textContent); return names.every(name => name.length > 3) &&"
            + " names.length === new Set(names).size; })()");
    assertTrue(
        "controls are large enough for a finger",
        "[...document.querySelectorAll('button, summary, nav a, input')].every(e => {"
            + " const box = e.getBoundingClientRect();"
            + " return box.width === 0 || (box.height >= 24 && box.width >= 24); })");
  }

  private static void assertTrue(String what, String expression) throws Exception {
    assertThat(browser.evaluate(expression).asBoolean()).as(what).isTrue();
  }

  /** Opens what is folded: every chart is there, and has marks in it. */
  static void assertAllDrawn() throws Exception {
    browser.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true; })");
    JsonNode charts =
        browser.evaluate(
            "[...document.querySelectorAll('figure:not([hidden]) .plot')].map(plot => { const svg ="
                + " [...plot.querySelectorAll('svg')].filter(s => s.getBoundingClientRect().width >"
                + " 0); return {id: plot.id, shown: svg.length, width: svg.length ?"
                + " svg[0].getBoundingClientRect().width : 0, room: plot.clientWidth, wrong:"
                + " /NaN|Infinity/.test(plot.innerHTML), shapes: svg.length ?"
                + " svg[0].querySelectorAll('text,circle').length +"
                + " [...svg[0].querySelectorAll('path')].reduce((n, path) => n +"
                + " path.getAttribute('d').split('M').length - 1, 0) : 0}; })");
    assertThat(charts.size()).isPositive();
    for (JsonNode chart : charts) {
      String id = chart.get("id").asString();
      assertThat(chart.get("shown").asInt()).as(id).isEqualTo(1);
      assertThat(chart.get("width").asDouble()).as(id).isGreaterThan(200);
      assertThat(chart.get("width").asDouble())
          .as(id)
          .isLessThanOrEqualTo(chart.get("room").asDouble() + 1);
      assertThat(chart.get("shapes").asInt()).as(id).isGreaterThan(8);
      assertThat(chart.get("wrong").asBoolean()).as(id).isFalse();
    }
  }

  static String background() throws Exception {
    return browser.evaluate("getComputedStyle(document.body).backgroundColor").asString();
  }

  /** Nothing stands beyond the window's right edge, but what scrolls in a box of its own. */
  static void assertNothingSpills() throws Exception {
    assertThat(browser.evaluate("document.documentElement.scrollWidth").asInt())
        .isLessThanOrEqualTo(browser.evaluate("window.innerWidth").asInt());
    JsonNode beyond =
        browser.evaluate(
            "[...document.body.querySelectorAll('*')].filter(e => { const box ="
                + " e.getBoundingClientRect(); return box.width > 0 && box.right >"
                + " window.innerWidth + 0.5; }).filter(e => { while ((e = e.parentElement)) if"
                + " (getComputedStyle(e).overflowX !== 'visible') return false; return true; })"
                + ".map(e => e.nodeName + ' ' + e.textContent.slice(0, 40))");
    assertThat(texts(beyond)).as("at " + browser.evaluate("window.innerWidth")).isEmpty();
  }
}
