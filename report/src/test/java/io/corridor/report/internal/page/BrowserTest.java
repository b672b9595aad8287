package io.corridor.report.internal.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.model.Scenario;
import io.corridor.projection.Answer;
import io.corridor.projection.Projection;
import io.corridor.report.Examples;
import io.corridor.report.Reports;
import io.corridor.report.data.ReportData;
import io.corridor.report.data.RunResults;
import io.corridor.report.data.Source;
import io.corridor.report.files.Found;
import io.corridor.report.files.OutFolder;
import io.corridor.report.files.OutFolder.Kind;
import io.corridor.report.files.ResultJson;
import io.corridor.report.words.Estimates;
import io.corridor.report.words.Sentences;
import io.corridor.run.Progress;
import io.corridor.scenarios.LoadedScenario;
import io.corridor.scenarios.ScenarioReader;
import io.corridor.scenarios.ShippedScenarios;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** The report of a run, in a browser. */
class BrowserTest extends InBrowser {
  private static final long PATHS = 600;

  static List<String> shipped() {
    return ShippedScenarios.names();
  }

  /** Returns the folder of a run, which is run once. */
  private static Path results(String name) throws IOException {
    Path results = folder.resolve(name);
    if (!Files.exists(results)) {
      write(results, name, PATHS);
    }
    return results;
  }

  /** Writes the results of a shipped scenario, with what its variants say. */
  private static void write(Path results, String name, long paths) throws IOException {
    LoadedScenario loaded = ShippedScenarios.read(name);
    Source source = new Source(name + ".yaml", loaded.sha256(), Optional.empty(), Map.of());
    Map<String, Scenario> variants = new LinkedHashMap<>();
    for (String variant : loaded.variants()) {
      variants.put(
          variant, ScenarioReader.create().withVariant(variant).readShipped(name).scenario());
    }
    Projection projection = Reports.run(loaded.scenario(), paths);
    ReportData report =
        ReportData.of(projection, ShippedScenarios.text(name), variants, Progress.NONE);
    OutFolder.open(results, Kind.RUN, true).write(Found.run(projection, source, report));
  }

  private static void write(Path results, Scenario scenario, long paths, Source source, String text)
      throws IOException {
    Projection projection = Reports.run(scenario, paths);
    OutFolder.open(results, Kind.RUN, true)
        .write(Found.run(projection, source, ReportData.of(projection, text, Progress.NONE)));
  }

  private static Path report(String name) throws IOException {
    return results(name).resolve("report.html");
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void everyChartIsDrawnAndTheConsoleIsSilent(String name) throws Exception {
    assertLooksWell(report(name), name);
  }

  @Test
  void theTargetLineIsDrawn() throws Exception {
    open(report("iran-iraq-2019"));
    assertThat(
            browser
                .evaluate("document.getElementById('fan-total-12m').textContent")
                .asString()
                .replace('\u00a0', ' '))
        .contains("20 bn USD a year", "have reached it");
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void theAnswersAreThoseOfTheResultFile(String name) throws Exception {
    open(report(name));
    JsonNode shown =
        browser.evaluate(
            "[...document.querySelectorAll('[data-question]')].map(li => ({id: li.dataset.question,"
                + " value: li.dataset.value, text: li.textContent.replace(/\\u00a0/g, ' ')}))");
    RunResults results;
    try (InputStream in = Files.newInputStream(results(name).resolve("result.json"))) {
      results = ResultJson.read(in);
    }
    Map<String, Answer> answers = results.projection().answers();
    assertThat(shown.size()).isEqualTo(answers.size()).isPositive();
    Sentences sentences = new Sentences(results.projection().scenario());
    Set<String> ids = new HashSet<>();
    for (JsonNode item : shown) {
      String id = item.get("id").asString();
      ids.add(id);
      Answer answer = Objects.requireNonNull(answers.get(id));
      String text = item.get("text").asString();
      assertThat(text).contains(sentences.statement(id));
      if (answer.paths() == 0) {
        assertThat(item.get("value").asString()).as(id).isEmpty();
        continue;
      }
      double expected =
          answer instanceof Answer.Count count
              ? count.mean()
              : ((Answer.Probability) answer).probability().orElseThrow();
      assertThat(Double.parseDouble(item.get("value").asString())).as(id).isEqualTo(expected);
      assertThat(text).endsWith(Estimates.answer(answer).replace('\u00a0', ' '));
    }
    assertThat(ids).hasSameSizeAs(answers.keySet());
  }

  @Test
  void singlePathsCanBeHiddenAndColoursTurned() throws Exception {
    open(report("yardstick"));
    assertThat(singlePaths()).isEqualTo(10);
    browser.evaluate("document.getElementById('singles').click()");
    assertThat(singlePaths()).isZero();
    browser.evaluate("document.getElementById('singles').click()");
    assertThat(singlePaths()).isEqualTo(10);
    assertThat(background()).isEqualTo("rgb(255, 255, 255)");
    browser.evaluate("document.getElementById('theme').click()");
    assertThat(background()).isEqualTo("rgb(21, 23, 27)");
    browser.evaluate("document.getElementById('theme').click()");
    assertThat(background()).isEqualTo("rgb(255, 255, 255)");
    assertThat(browser.complaints()).isEmpty();
  }

  /** Arrow keys read out what the pointer would, month by month. */
  @Test
  void numbersCanBeReadByKeyboard() throws Exception {
    open(report("yardstick"));
    assertAllDrawn();
    browser.evaluate("document.getElementById('fan-total-12m').focus()");
    browser.press("End");
    String told =
        "document.querySelector('#fan-total-12m [role=status]').textContent.replace(/\\u00a0/g, '"
            + " ')";
    String last = browser.evaluate(told).asString();
    assertThat(last).contains("median: ", "90 % of paths: ");
    browser.press("ArrowLeft");
    assertThat(browser.evaluate(told).asString()).isNotEqualTo(last);
    browser.press("End");
    assertThat(browser.evaluate(told).asString()).isEqualTo(last);
    browser.press("Escape");
    assertThat(
            browser
                .evaluate("document.querySelectorAll('#fan-total-12m [role=status]').length")
                .asInt())
        .isZero();
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void chartsAreHandedOver() throws Exception {
    open(report("yardstick"));
    browser.evaluate(
        "window.files = []; HTMLAnchorElement.prototype.click = function () { const name ="
            + " this.download; fetchBlob(this.href, name); }; function fetchBlob(url, name) {"
            + " window.files.push([name, window.blobs.get(url)]); } window.blobs = new Map(); const"
            + " make = URL.createObjectURL; URL.createObjectURL = blob => { const url = make(blob);"
            + " window.blobs.set(url, blob); return url; }; undefined");
    for (String kind : List.of("SVG", "CSV", "PNG")) {
      browser.evaluate(
          "[...document.querySelectorAll('figure:has(#fan-total-12m) .save button')].find(b =>"
              + " b.textContent === '"
              + kind
              + "').click()");
    }
    JsonNode files =
        browser.evaluate(
            "new Promise(done => { const look = () => window.files.length < 3 ?"
                + " requestAnimationFrame(look) : Promise.all(window.files.map(([name, blob]) =>"
                + " blob.text().then(text => ({name, size: blob.size, text: text.slice(0,"
                + " 30000)})))).then(done); look(); })");
    Map<String, JsonNode> byName = new HashMap<>();
    files.forEach(file -> byName.put(file.get("name").asString(), file));
    assertThat(byName.keySet())
        .containsExactlyInAnyOrder("fan-total-12m.svg", "fan-total-12m.csv", "fan-total-12m.png");
    assertThat(byName.get("fan-total-12m.svg").get("text").asString())
        .startsWith("<svg xmlns=")
        .contains("<title>Chart: ", "--band:#0b5cad");
    assertThat(byName.get("fan-total-12m.csv").get("text").asString().lines().count())
        .isEqualTo(1 + ShippedScenarios.read("yardstick").scenario().months());
    assertThat(byName.get("fan-total-12m.png").get("size").asInt()).isGreaterThan(5000);
    assertThat(browser.complaints()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void thePageIsWholeWithoutScript(String name) throws Exception {
    browser.allowScripts(false);
    try {
      open(report(name));
      assertThat(browser.evaluate("document.documentElement.dataset.ready === 'true'").asBoolean())
          .isFalse();
      assertAllDrawn();
      assertThat(
              browser
                  .evaluate(
                      "[...document.querySelectorAll('button, input')].filter(e =>"
                          + " e.getBoundingClientRect().width > 0).length")
                  .asInt())
          .as("controls that would do nothing")
          .isZero();
    } finally {
      browser.allowScripts(true);
    }
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
      for (int shade = 0; shade < 9; shade++) {
        assertThat(contrast("t" + shade, "h" + shade))
            .as("text on shade %d, dark: %s", shade, dark)
            .isGreaterThanOrEqualTo(4.5);
      }
      for (String line : List.of("c1", "c2", "c3", "c4", "c5", "c6", "band", "single")) {
        assertThat(contrast(line, "paper"))
            .as("%s, dark: %s", line, dark)
            .isGreaterThanOrEqualTo(3);
      }
    }
  }

  /** What looks for weak texts finds them where they are. */
  @Test
  void weakTextsAreFound() throws Exception {
    open(report("yardstick"));
    assertThat(weakTexts()).isEmpty();
    browser.evaluate("document.querySelector('.chart text').style.fill = '#aaa'");
    assertThat(weakTexts()).hasSize(1);
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
    assertThat(browser.evaluate("document.querySelector('.kicker').textContent").asString())
        .isEqualTo(PageTest.HOSTILE);
    assertThat(browser.evaluate("document.title").asString()).endsWith(PageTest.HOSTILE);
    assertThat(browser.evaluate("document.querySelector('pre.file').textContent").asString())
        .isEqualTo(PageTest.HOSTILE);
    assertAllDrawn();
    assertThat(browser.complaints()).isEmpty();
  }

  private static int singlePaths() throws Exception {
    return browser
        .evaluate(
            "[...document.querySelectorAll('#fan-total-12m .single')].filter(path =>"
                + " path.getBoundingClientRect().width > 0).length")
        .asInt();
  }
}
