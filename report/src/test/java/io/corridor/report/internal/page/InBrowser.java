package io.corridor.report.internal.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
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
  }

  /**
   * Looks at a page in a wide window, light and dark, in that of a phone, and on paper: every chart
   * is drawn, nothing spills, the console is silent and the network is let alone.
   */
  static void assertLooksWell(Path page, String name) throws Exception {
    open(page);
    assertAllDrawn();
    assertNothingSpills();
    browser.screenshot(SCREENSHOTS.resolve(name + "-light.png"));
    browser.show(1200, 900, true);
    assertThat(background()).as("dark").isEqualTo("rgb(21, 23, 27)");
    assertAllDrawn();
    browser.screenshot(SCREENSHOTS.resolve(name + "-dark.png"));
    browser.show(390, 844, false);
    settle();
    assertAllDrawn();
    assertNothingSpills();
    browser.screenshot(SCREENSHOTS.resolve(name + "-phone.png"));
    browser.show(1200, 900, false);
    browser.print(SCREENSHOTS.resolve(name + ".pdf"));
    assertThat(browser.complaints()).isEmpty();
    assertThat(browser.requests()).isNotEmpty().allMatch(url -> url.startsWith("file:"));
  }

  /** Every chart has a name, words that say what it shows, and its numbers; ids are unique. */
  static void assertHasTextAlternatives() throws Exception {
    assertThat(
            browser
                .evaluate(
                    "[...document.querySelectorAll('.chart')].every(chart =>"
                        + " chart.getAttribute('role') === 'img' && chart.ariaLabel.length > 10 &&"
                        + " document.getElementById(chart.getAttribute('aria-describedby'))"
                        + ".textContent.length > 10 &&"
                        + " chart.closest('figure').querySelectorAll('tbody tr').length > 0)")
                .asBoolean())
        .isTrue();
    assertThat(
            browser
                .evaluate(
                    "(() => { const ids = [...document.querySelectorAll('[id]')].map(e => e.id);"
                        + " return ids.length === new Set(ids).size; })()")
                .asBoolean())
        .as("ids are unique")
        .isTrue();
  }

  static void assertAllDrawn() throws Exception {
    JsonNode charts =
        browser.evaluate(
            "[...document.querySelectorAll('.chart')].map(chart => { const svg ="
                + " chart.querySelector('svg'); const box = svg ? svg.getBoundingClientRect() : {};"
                + " return {id: chart.id, width: box.width || 0, height: box.height || 0,"
                + " shapes: svg ? svg.querySelectorAll('path,rect,text').length : 0}; })");
    assertThat(charts.size()).isPositive();
    assertThat(browser.evaluate("document.documentElement.dataset.drawn").asString())
        .isEqualTo(Integer.toString(charts.size()));
    for (JsonNode chart : charts) {
      String id = chart.get("id").asString();
      assertThat(chart.get("width").asDouble()).as(id).isGreaterThan(200);
      assertThat(chart.get("height").asDouble()).as(id).isGreaterThan(100);
      assertThat(chart.get("shapes").asInt()).as(id).isGreaterThan(10);
    }
  }

  static String background() throws Exception {
    return browser.evaluate("getComputedStyle(document.body).backgroundColor").asString();
  }

  /** Nothing is wider than the window. */
  static void assertNothingSpills() throws Exception {
    assertThat(browser.evaluate("document.documentElement.scrollWidth").asInt())
        .isLessThanOrEqualTo(browser.evaluate("window.innerWidth").asInt());
  }

  /** Waits until the charts have the width that is there for them. */
  static void settle() throws Exception {
    browser.evaluate(
        "new Promise(done => { const look = () => [...document.querySelectorAll('.chart')].every("
            + "chart => chart.querySelector('svg').getBoundingClientRect().width <="
            + " chart.clientWidth) ? done(true) : requestAnimationFrame(look); look(); })");
  }
}
