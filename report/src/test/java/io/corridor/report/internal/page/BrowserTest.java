package io.corridor.report.internal.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.model.Scenario;
import io.corridor.projection.Projection;
import io.corridor.report.Examples;
import io.corridor.report.Reports;
import io.corridor.report.data.ReportData;
import io.corridor.report.data.Result;
import io.corridor.report.data.Source;
import io.corridor.report.files.ResultsFolder;
import io.corridor.run.Progress;
import io.corridor.scenarios.LoadedScenario;
import io.corridor.scenarios.ShippedScenarios;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** The report of a run, in a browser. */
class BrowserTest extends InBrowser {
  private static final long PATHS = 1500;

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

  private static Path report(String name) throws IOException {
    return results(name).resolve("report.html");
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void everyChartIsDrawnAndTheConsoleIsSilent(String name) throws Exception {
    assertLooksWell(report(name), name);
  }

  /** Takes the picture of the README. */
  @Test
  void theTargetLineIsDrawn() throws Exception {
    LoadedScenario loaded = ShippedScenarios.read("iran-iraq-2019");
    Source source = new Source("iran-iraq-2019.yaml", loaded.sha256(), Optional.empty(), Map.of());
    Path results = folder.resolve("readme");
    write(results, loaded.scenario(), 20_000, source, "");
    open(results.resolve("report.html"));
    browser.show(1040, 900, false);
    settle();
    assertThat(
            browser
                .evaluate("document.getElementById('fan-total-12m').textContent")
                .asString()
                .replace('\u00a0', ' '))
        .contains("20 bn USD a year");
    browser.screenshot(
        "section[aria-labelledby='about-trade'] > :not(.figures), #fan-total-12m",
        SCREENSHOTS.resolve("readme.png"));
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void theAnswersAreThoseOfTheResultFile(String name) throws Exception {
    open(report(name));
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
    open(report("yardstick"));
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
    open(report("iran-iraq-2019"));
    assertHasTextAlternatives();
  }

  /** Contrast by WCAG 2.1, of the text colours on the page and on panels, light and dark. */
  @Test
  void textHasContrast() throws Exception {
    open(report("yardstick"));
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
    open(results.resolve("report.html"));
    assertThat(browser.evaluate("typeof window.hacked").asString()).isEqualTo("undefined");
    assertThat(browser.evaluate("document.querySelector('h1').textContent").asString())
        .isEqualTo(PageTest.HOSTILE);
    assertThat(browser.evaluate("document.querySelector('pre.file').textContent").asString())
        .isEqualTo(PageTest.HOSTILE);
    assertAllDrawn();
    assertThat(browser.complaints()).isEmpty();
  }

  private static int singlePaths() throws Exception {
    return browser
        .evaluate("document.querySelectorAll('#fan-total-12m path[stroke-width=\"0.8\"]').length")
        .asInt();
  }
}
