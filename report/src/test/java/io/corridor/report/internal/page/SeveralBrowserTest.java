package io.corridor.report.internal.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.model.Sample;
import io.corridor.model.Scenario;
import io.corridor.projection.Comparison;
import io.corridor.report.data.Grounds;
import io.corridor.report.data.Source;
import io.corridor.report.data.SweepPoint;
import io.corridor.report.data.SweepResults;
import io.corridor.report.files.Found;
import io.corridor.report.files.OutFolder;
import io.corridor.report.files.OutFolder.Kind;
import io.corridor.scenarios.LoadedScenario;
import io.corridor.scenarios.ScenarioReader;
import io.corridor.simulation.Settings;
import io.corridor.simulation.Simulator;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The pages of comparisons and sweeps, in a browser. */
class SeveralBrowserTest extends InBrowser {
  private static final long PATHS = 400;
  private static final String NAME = "iran-iraq-2019";
  private static final List<String> VARIANTS = List.of("waivers-lapse", "no-sanctions");

  /** Keys of sweeps, the first ones of which are varied. */
  private static final Map<String, List<String>> AXES = axes();

  private static Map<String, List<String>> axes() {
    Map<String, List<String>> axes = new LinkedHashMap<>();
    axes.put("flows.goods.growth", List.of("0", "0.03", "0.06"));
    axes.put("waivers.energy-waiver.reinstate", List.of("0", "1"));
    axes.put("payments.lapsed", List.of("0.2", "0.6"));
    return axes;
  }

  private static final Grounds.Past PAST =
      new Grounds.Past(
          300,
          10,
          List.of(),
          List.of(new Grounds.Verdict("driver.brent", "Bands for driver.brent are too wide")),
          List.of(),
          0);

  private static final Found.PageParts PARTS =
      new Found.PageParts(Optional.empty(), Optional.of(PAST));

  private static Source source(LoadedScenario loaded) {
    return new Source(NAME + ".yaml", loaded.sha256(), loaded.variant(), loaded.set());
  }

  /** Returns the folder of the comparison, which is made once. */
  private static Path comparison() throws IOException {
    Path results = folder.resolve("comparison");
    if (!Files.exists(results)) {
      LoadedScenario base = ScenarioReader.create().readShipped(NAME);
      Map<String, Scenario> variants = new LinkedHashMap<>();
      Map<String, Source> sources = new LinkedHashMap<>();
      sources.put("base", source(base));
      for (String name : VARIANTS) {
        LoadedScenario variant = ScenarioReader.create().withVariant(name).readShipped(NAME);
        variants.put(name, variant.scenario());
        sources.put(name, source(variant));
      }
      Comparison comparison = Simulator.compare(base.scenario(), variants, settings(base));
      OutFolder.open(results, Kind.COMPARISON, false)
          .write(Found.comparison(comparison, "base", sources, progress -> PARTS));
    }
    return results;
  }

  private static Settings settings(LoadedScenario loaded) {
    return Settings.of(loaded.scenario()).withPaths(PATHS).withSeed(1);
  }

  /** Returns the folder of the sweep over so many keys, which is made once. */
  private static Path sweep(int keys) throws IOException {
    Path results = folder.resolve("sweep-" + keys);
    if (Files.exists(results)) {
      return results;
    }
    LoadedScenario base = ScenarioReader.create().readShipped(NAME);
    Map<String, List<String>> axes = new LinkedHashMap<>();
    List<Map<String, String>> grid = List.of(Map.of());
    for (String key : AXES.keySet().stream().limit(keys).toList()) {
      axes.put(key, AXES.get(key));
      grid =
          grid.stream()
              .flatMap(values -> AXES.get(key).stream().map(value -> with(values, key, value)))
              .toList();
    }
    Map<String, Scenario> scenarios = new LinkedHashMap<>();
    for (Map<String, String> values : grid) {
      ScenarioReader reader = ScenarioReader.create();
      for (Map.Entry<String, String> value : values.entrySet()) {
        reader = reader.withSet(value.getKey(), value.getValue());
      }
      scenarios.put(values.toString(), reader.readShipped(NAME).scenario());
    }
    Comparison comparison = Simulator.compare(base.scenario(), scenarios, settings(base));
    List<SweepPoint> points = new ArrayList<>();
    for (Map<String, String> values : grid) {
      points.add(
          SweepPoint.of(
              values,
              comparison.variant(values.toString()),
              Optional.of(comparison.differences(values.toString())),
              List.of("total.12m")));
    }
    SweepPoint asItStands =
        SweepPoint.of(Map.of(), comparison.base(), Optional.empty(), List.of("total.12m"));
    Sample sample = settings(base).sample();
    OutFolder.open(results, Kind.SWEEP, false)
        .write(
            Found.sweep(
                new SweepResults(base.scenario(), sample, axes, asItStands, points),
                source(base),
                Optional.empty(),
                progress -> PARTS));
    return results;
  }

  private static Map<String, String> with(Map<String, String> values, String key, String value) {
    Map<String, String> more = new LinkedHashMap<>(values);
    more.put(key, value);
    return more;
  }

  /** Whoever reads it sees what such forecasts were worth. */
  private static void assertTellsOfThePast() throws Exception {
    assertThat(
            browser
                .evaluate("document.querySelector('[aria-labelledby=rests-on]').textContent")
                .asString())
        .contains("Bands for the oil price are too wide.");
  }

  private static JsonNode json(Path file) throws IOException {
    return JsonMapper.shared().readTree(Files.readString(file));
  }

  @Test
  void everyChartOfAComparisonIsDrawn() throws Exception {
    assertLooksWell(comparison().resolve("comparison.html"), "comparison");
    open(comparison().resolve("comparison.html"));
    assertHasTextAlternatives();
    assertTellsOfThePast();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void everyChartOfASweepIsDrawn(int keys) throws Exception {
    assertLooksWell(sweep(keys).resolve("sweep.html"), "sweep-" + keys);
    open(sweep(keys).resolve("sweep.html"));
    assertHasTextAlternatives();
    assertTellsOfThePast();
  }

  @Test
  void theAnswersAreThoseOfTheComparisonFile() throws Exception {
    open(comparison().resolve("comparison.html"));
    JsonNode cells =
        browser.evaluate(
            "[...document.querySelectorAll('[data-question] td')].map(td => ({question:"
                + " td.parentElement.dataset.question, ...td.dataset, text:"
                + " td.textContent.replace(/\\u00a0/g, ' ').replace(/\\u2212/g, '-')}))");
    JsonNode json = json(comparison().resolve("comparison.json"));
    JsonNode questions = json.at("/variants/base/questions");
    assertThat(cells.size()).isEqualTo(questions.size() * (1 + VARIANTS.size())).isPositive();
    for (JsonNode cell : cells) {
      String scenario = cell.get("scenario").asString();
      String question = cell.get("question").asString();
      JsonNode answer = json.at("/variants/" + scenario + "/questions/" + question);
      boolean counts = !answer.has("probability");
      JsonNode value = answer.get(counts ? "mean" : "probability");
      String text = cell.get("text").asString();
      assertShown(cell.get("value"), value, text, counts ? 1 : 100);
      JsonNode difference =
          json.at("/differences/" + scenario + "/questions/" + question + "/difference");
      String bracket = text.contains("(") ? text.substring(text.indexOf('(') + 1) : "";
      assertShown(cell.get("difference"), difference, bracket, counts ? 1 : 100);
    }
  }

  /** The value is the file's to the last digit, and what one reads is that value rounded. */
  private static void assertShown(JsonNode shown, JsonNode expected, String text, double scale) {
    if (!expected.isNumber()) {
      assertThat(shown.asString()).as(text).isEmpty();
      return;
    }
    assertThat(Double.parseDouble(shown.asString())).as(text).isEqualTo(expected.asDouble());
    if (!text.startsWith("±")) {
      assertRounded(text, scale * expected.asDouble());
    } else {
      assertThat(expected.asDouble()).as(text).isZero();
    }
  }

  private static void assertRounded(String text, double value) {
    BigDecimal read =
        new BigDecimal(text.replaceFirst("(?s)^([-+]?[0-9]+([.][0-9]+)?)[^0-9].*", "$1"));
    double half = Math.pow(10, -read.scale()) / 2;
    assertThat(Math.abs(read.doubleValue() - value)).as(text).isLessThanOrEqualTo(half + 1e-9);
  }

  /** Returns how many questions are answered otherwise at some point than as it stands. */
  private static long moved(JsonNode json) {
    return json.at("/base/numbers").propertyNames().stream()
        .filter(column -> column.matches(".*[.]probability|[^.]*[.]mean"))
        .filter(
            column -> {
              for (JsonNode point : json.get("points")) {
                if (!point
                    .get("numbers")
                    .get(column)
                    .equals(json.at("/base/numbers").get(column))) {
                  return true;
                }
              }
              return false;
            })
        .count();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void theAnswersAreThoseOfTheSweepFile(int keys) throws Exception {
    open(sweep(keys).resolve("sweep.html"));
    JsonNode json = json(sweep(keys).resolve("sweep.json"));
    JsonNode questions =
        browser.evaluate(
            "[...document.querySelectorAll('.plot[id^=grid-]')].map(plot => ({id: plot.id,"
                + " drawn: [...plot.querySelectorAll('text')].map(text => text.textContent),"
                + " cells: [...plot.closest('figure').querySelectorAll('tbody td')].map(td =>"
                + " td.textContent)}))");
    // Those that nothing moves are told in a sentence.
    assertThat(questions.size()).isEqualTo(moved(json));
    for (JsonNode question : questions) {
      String id = question.get("id").asString().substring("grid-".length());
      assertThat(question.get("cells").size()).as(id).isEqualTo(json.get("points").size());
      List<String> drawn = new ArrayList<>();
      question.get("drawn").forEach(text -> drawn.add(text.asString()));
      for (int i = 0; i < json.get("points").size(); i++) {
        JsonNode numbers = json.get("points").get(i).get("numbers");
        boolean counts = !numbers.has(id + ".probability");
        JsonNode value = numbers.get(counts ? id + ".mean" : id + ".probability");
        String cell = question.get("cells").get(i).asString();
        if (value.isNull()) {
          assertThat(cell).as(id).isEqualTo("–");
        } else {
          assertRounded(cell + " ", (counts ? 1 : 100) * value.asDouble());
          if (keys > 1) {
            assertThat(drawn).as(id).contains(cell);
          }
        }
      }
    }
  }
}
