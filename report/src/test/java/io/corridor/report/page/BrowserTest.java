package io.corridor.report.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.corridor.model.Scenario;
import io.corridor.projection.Projection;
import io.corridor.report.Examples;
import io.corridor.report.Reports;
import io.corridor.report.data.ReportData;
import io.corridor.report.data.Result;
import io.corridor.report.files.ResultsFolder;
import io.corridor.report.files.Source;
import io.corridor.scenarios.LoadedScenario;
import io.corridor.scenarios.ShippedScenarios;
import io.corridor.simulation.Progress;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/**
 * Opens pages in a real browser. Pictures of them are left in {@code target/screenshots}. Skipped
 * where no Chromium is installed.
 */
class BrowserTest {
  private static final Path SCREENSHOTS = Path.of("target", "screenshots");
  private static final long PATHS = 1500;
  private static Chromium browser;

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

  static List<String> shipped() {
    return ShippedScenarios.names();
  }

  /** Returns the folder of a run, which is run once. */
  private static Path results(String name) throws IOException {
    Path results = folder.resolve(name);
    if (!Files.exists(results)) {
      LoadedScenario loaded = ShippedScenarios.read(name);
      Source source = new Source(name + ".yaml", loaded.sha256(), Optional.empty(), Map.of());
      write(results, loaded.scenario(), PATHS, source, ShippedScenarios.text(name));
    }
    return results;
  }

  private static void write(Path results, Scenario scenario, long paths, Source source, String text)
      throws IOException {
    Projection projection = Reports.run(scenario, paths);
    ResultsFolder.open(results, true)
        .write(projection, source, ReportData.of(projection, text, Progress.NONE));
  }

  private static void open(Path results) throws Exception {
    browser.complaints().clear();
    browser.requests().clear();
    browser.show(1200, 900, false);
    browser.open(results.resolve("report.html"));
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void everyChartIsDrawnAndTheConsoleIsSilent(String name) throws Exception {
    open(results(name));
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

  @ParameterizedTest
  @MethodSource("shipped")
  void theAnswersAreThoseOfTheResultFile(String name) throws Exception {
    open(results(name));
    JsonNode shown =
        browser.evaluate(
            "[...document.querySelectorAll('[data-question]')].map(li => ({id: li.dataset.question,"
                + " value: Number(li.dataset.value), text: li.innerText.replace(/\\u00a0/g, ' ')}))");
    Result result;
    try (InputStream in = Files.newInputStream(results(name).resolve("result.json"))) {
      result = Result.read(in);
    }
    assertThat(shown.size()).isEqualTo(result.questions().size()).isPositive();
    int place = 0;
    for (Map.Entry<String, Result.Answer> entry : result.questions().entrySet()) {
      JsonNode item = shown.get(place++);
      Result.Answer answer = entry.getValue();
      assertThat(item.get("id").asString()).isEqualTo(entry.getKey());
      double expected = answer.probability() == null ? answer.mean() : answer.probability();
      assertThat(item.get("value").asDouble()).as(entry.getKey()).isEqualTo(expected);
      String text = item.get("text").asString();
      assertThat(text)
          .contains(
              result
                  .report()
                  .orElseThrow()
                  .questions()
                  .get(entry.getKey())
                  .sentence()
                  .replace('\u00a0', ' '));
      if (answer.hits() != null) {
        assertThat(text)
            .contains(spaced(answer.hits()) + " of " + spaced(answer.paths()) + " path");
      }
    }
  }

  private static String spaced(long number) {
    return String.format(Locale.ROOT, "%,d", number).replace(',', ' ');
  }

  @Test
  void singlePathsCanBeHiddenAndColoursTurned() throws Exception {
    open(results("yardstick"));
    assertThat(singlePaths()).isEqualTo(10);
    browser.evaluate("document.querySelector('.singles').click()");
    assertThat(singlePaths()).isZero();
    browser.evaluate("document.querySelector('.singles').click()");
    assertThat(singlePaths()).isEqualTo(10);
    assertThat(background()).isEqualTo("rgb(255, 255, 255)");
    browser.evaluate("document.getElementById('theme').click()");
    assertThat(background()).isEqualTo("rgb(21, 23, 27)");
    browser.evaluate("document.getElementById('theme').click()");
    assertThat(background()).isEqualTo("rgb(255, 255, 255)");
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void chartsAreNamedAndTheirNumbersCanBeReached() throws Exception {
    open(results("iran-iraq-2019"));
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

  /** Contrast by WCAG 2.1, of the text colours on the page and on panels, light and dark. */
  @Test
  void textHasContrast() throws Exception {
    open(results("yardstick"));
    for (boolean dark : List.of(false, true)) {
      browser.show(1200, 900, dark);
      for (String ink : List.of("ink", "soft", "accent", "warn")) {
        for (String ground : List.of("paper", "panel")) {
          assertThat(contrast(ink, ground))
              .as("%s on %s, dark: %s", ink, ground, dark)
              .isGreaterThanOrEqualTo(4.5);
        }
      }
      for (String line : List.of("c1", "c2", "c3", "c4", "c5", "c6", "c7", "single")) {
        assertThat(contrast(line, "paper"))
            .as("%s, dark: %s", line, dark)
            .isGreaterThanOrEqualTo(3);
      }
    }
  }

  private static double contrast(String ink, String ground) throws Exception {
    return browser
        .evaluate(
            "(() => { const style = getComputedStyle(document.documentElement);"
                + " const light = name => { const hex = style.getPropertyValue('--' + name).trim();"
                + " const [r, g, b] = [1, 3, 5].map(i => parseInt(hex.slice(i, i + 2), 16) / 255)"
                + ".map(v => v <= 0.03928 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4));"
                + " return 0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05; };"
                + " const [a, b] = [light('"
                + ink
                + "'), light('"
                + ground
                + "')]; return Math.max(a, b) / Math.min(a, b); })()")
        .asDouble();
  }

  @Test
  void aHostileScenarioIsShownAndNotRun() throws Exception {
    Path results = folder.resolve("hostile");
    write(results, PageTest.hostile(), 200, Examples.SOURCE, PageTest.HOSTILE);
    open(results);
    assertThat(browser.evaluate("typeof window.hacked").asString()).isEqualTo("undefined");
    assertThat(browser.evaluate("document.querySelector('h1').textContent").asString())
        .isEqualTo(PageTest.HOSTILE);
    assertThat(browser.evaluate("document.querySelector('pre.file').textContent").asString())
        .isEqualTo(PageTest.HOSTILE);
    assertAllDrawn();
    assertThat(browser.complaints()).isEmpty();
  }

  private static void assertAllDrawn() throws Exception {
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

  private static int singlePaths() throws Exception {
    return browser
        .evaluate("document.querySelectorAll('#fan-total-12m path[stroke-width=\"0.8\"]').length")
        .asInt();
  }

  private static String background() throws Exception {
    return browser.evaluate("getComputedStyle(document.body).backgroundColor").asString();
  }

  /** Nothing is wider than the window. */
  private static void assertNothingSpills() throws Exception {
    assertThat(browser.evaluate("document.documentElement.scrollWidth").asInt())
        .isLessThanOrEqualTo(browser.evaluate("window.innerWidth").asInt());
  }

  /** Waits until the charts have the width that is there for them. */
  private static void settle() throws Exception {
    browser.evaluate(
        "new Promise(done => { const look = () => [...document.querySelectorAll('.chart')].every("
            + "chart => chart.querySelector('svg').getBoundingClientRect().width <="
            + " chart.clientWidth) ? done(true) : requestAnimationFrame(look); look(); })");
  }
}
