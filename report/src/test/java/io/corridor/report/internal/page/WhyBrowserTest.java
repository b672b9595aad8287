package io.corridor.report.internal.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.corridor.model.Scenario;
import io.corridor.report.data.Source;
import io.corridor.report.files.Found;
import io.corridor.report.files.OutFolder;
import io.corridor.report.files.OutFolder.Kind;
import io.corridor.run.Progress;
import io.corridor.scenarios.LoadedScenario;
import io.corridor.scenarios.ScenarioReader;
import io.corridor.scenarios.ShippedScenarios;
import io.corridor.simulation.Causes;
import io.corridor.simulation.Settings;
import io.corridor.why.LeverResult.Aim;
import io.corridor.why.Target;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The page of why, in a browser. */
class WhyBrowserTest extends InBrowser {
  private static final String NAME = "germany-russia-gas-2021";
  private static final Settings SETTINGS = new Settings(2000, 3, 2, Progress.NONE);

  /** Returns the folder of what was found of all questions and a metric, made once. */
  private static Path results() throws IOException {
    Path results = folder.resolve("why");
    if (!Files.exists(results)) {
      LoadedScenario loaded = ShippedScenarios.read(NAME);
      List<Target> targets = new ArrayList<>();
      loaded.scenario().questions().keySet().forEach(id -> targets.add(Target.question(id)));
      targets.add(Target.metric("total.12m", YearMonth.of(2022, 12)));
      write(results, loaded, targets);
    }
    return results;
  }

  private static void write(Path results, LoadedScenario loaded, List<Target> targets)
      throws IOException {
    OutFolder.open(results, Kind.WHY, false)
        .write(
            Found.why(
                Causes.of(loaded.scenario(), targets, SETTINGS),
                new Source(NAME + ".yaml", loaded.sha256(), loaded.variant(), Map.of())));
  }

  private static JsonNode outcomes() throws IOException {
    return JsonMapper.shared()
        .readTree(Files.readString(results().resolve("why.json")))
        .get("outcomes");
  }

  /** Returns the rows of the numbers beneath the figures whose ids begin so, by id. */
  private static JsonNode tables(String prefix) throws Exception {
    return browser.evaluate(
        "Object.fromEntries([...document.querySelectorAll('.plot[id^="
            + prefix
            + "]')].map(plot => [plot.id, [...plot.closest('figure').querySelectorAll('tbody"
            + " tr')].map(tr => [...tr.children].map(cell =>"
            + " cell.textContent.replace(/\\u00a0/g, ' ').replace(/\\u2212/g, '-')))]))");
  }

  private static String plotId(String outcome) {
    return outcome.replaceAll("[^A-Za-z0-9-]", "-");
  }

  /** What one reads is the value rounded: {@code 45 ± 2} is of 44.5 to 45.5; ± 0 is none. */
  private static void assertRounded(String text, double value) {
    String number = text.startsWith("±") ? text.substring(1).strip() : text.split(" ")[0];
    BigDecimal read = new BigDecimal(number);
    assertThat(read.doubleValue())
        .as(text)
        .isCloseTo(value, within(Math.pow(10, -read.scale()) / 2 + 1e-9));
  }

  @Test
  void everyChartIsDrawnAndTheConsoleIsSilent() throws Exception {
    Path first = folder.resolve("first");
    LoadedScenario loaded = ShippedScenarios.read(NAME);
    String question = loaded.scenario().questions().keySet().iterator().next();
    write(first, loaded, List.of(Target.question(question)));
    assertLooksWell(first.resolve("why.html"), "why");
    open(results().resolve("why.html"));
    assertAllDrawn();
    assertNothingSpills();
    assertThat(browser.complaints()).isEmpty();
    assertThat(browser.requests()).isNotEmpty().allMatch(url -> url.startsWith("file:"));
    assertHasTextAlternatives();
  }

  @Test
  void theSharesAreThoseOfTheFile() throws Exception {
    open(results().resolve("why.html"));
    JsonNode tables = tables("shares-");
    int shown = 0;
    for (Map.Entry<String, JsonNode> outcome : outcomes().properties()) {
      JsonNode rows = tables.path("shares-" + plotId(outcome.getKey()));
      JsonNode causes = outcome.getValue().get("causes");
      assertThat(rows.isMissingNode()).as(outcome.getKey()).isEqualTo(causes.isNull());
      assertThat(rows.size()).as(outcome.getKey()).isEqualTo(causes.size());
      for (int i = 0; i < rows.size(); i++) {
        JsonNode row = rows.get(i);
        JsonNode cause = causes.get(i);
        assertRounded(row.get(1).asString(), 100 * cause.get("share").asDouble());
        assertRounded(row.get(2).asString(), 100 * cause.get("first").asDouble());
        assertRounded(row.get(3).asString(), 100 * cause.get("total").asDouble());
        shown++;
      }
    }
    assertThat(shown).isPositive();
    assertThat(browser.complaints()).isEmpty();
  }

  /** Coverage, density and mass of every box that was passed on the way, from all paths on. */
  @Test
  void theBoxesAreThoseOfTheFile() throws Exception {
    open(results().resolve("why.html"));
    JsonNode tables = tables("peel-");
    int boxes = 0;
    for (Map.Entry<String, JsonNode> outcome : outcomes().properties()) {
      for (String side : List.of("true", "false")) {
        JsonNode found = outcome.getValue().get("boxes").path(side);
        for (int i = 0; i < found.size(); i++) {
          String id = "peel-" + plotId(outcome.getKey()) + "-" + side + "-" + i;
          assertTrajectory(id, tables.path(id), found.get(i).get("trajectory"));
          boxes++;
        }
      }
    }
    assertThat(tables.size()).isEqualTo(boxes).isPositive();
  }

  private static void assertTrajectory(String id, JsonNode rows, JsonNode trajectory) {
    List<JsonNode> peeled = new ArrayList<>();
    trajectory.forEach(
        one -> {
          if (!one.get("density").isNull()) {
            peeled.add(0, one);
          }
        });
    assertThat(rows.size()).as(id).isEqualTo(peeled.size());
    for (int i = 0; i < rows.size(); i++) {
      assertRounded(rows.get(i).get(0).asString(), 100 * peeled.get(i).get("coverage").asDouble());
      assertRounded(rows.get(i).get(1).asString(), 100 * peeled.get(i).get("density").asDouble());
      assertRounded(rows.get(i).get(2).asString(), 100 * peeled.get(i).get("mass").asDouble());
    }
  }

  // Levers

  /** Returns the folder of what variants of a scenario do to a question and a metric, made once. */
  private static Path levers() throws IOException {
    Path results = folder.resolve("levers");
    if (!Files.exists(results)) {
      ScenarioReader reader = ScenarioReader.create();
      LoadedScenario loaded = reader.readShipped(NAME);
      Map<String, Scenario> variants = new LinkedHashMap<>();
      for (String variant : loaded.variants().stream().limit(2).toList()) {
        variants.put(variant, reader.withVariant(variant).readShipped(NAME).scenario());
      }
      Target question = Target.question(loaded.scenario().questions().keySet().iterator().next());
      Target metric = Target.metric("total.12m", YearMonth.of(2022, 12));
      OutFolder.open(results, Kind.WHY, false)
          .write(
              Found.levers(
                  Causes.levers(
                      loaded.scenario(),
                      variants,
                      List.of(question, metric),
                      Map.of(question.id(), Aim.MINIMISE, metric.id(), Aim.MAXIMISE),
                      SETTINGS,
                      Causes.DENSITY),
                  new Source(NAME + ".yaml", loaded.sha256(), loaded.variant(), Map.of())));
    }
    return results;
  }

  @Test
  void leversAreDrawnAndAreThoseOfTheFile() throws Exception {
    Path page = levers().resolve("why.html");
    assertLooksWell(page, "levers");
    open(page);
    assertAllDrawn();
    assertNothingSpills();
    assertThat(browser.complaints()).isEmpty();
    assertHasTextAlternatives();
    JsonNode found =
        JsonMapper.shared().readTree(Files.readString(levers().resolve("why.json"))).get("levers");
    JsonNode tables = tables("regret-");
    assertThat(found.size()).isEqualTo(2);
    for (Map.Entry<String, JsonNode> outcome : found.properties()) {
      JsonNode rows = tables.path("regret-" + plotId(outcome.getKey()));
      List<Map.Entry<String, JsonNode>> variants =
          List.copyOf(outcome.getValue().get("variants").properties());
      assertThat(rows.size()).as(outcome.getKey()).isEqualTo(3).isEqualTo(variants.size());
      for (int i = 0; i < rows.size(); i++) {
        assertThat(rows.get(i).get(0).asString()).isEqualTo(variants.get(i).getKey());
        double best = variants.get(i).getValue().get("best").asDouble();
        assertRounded(rows.get(i).get(1).asString(), 100 * best);
      }
    }
    assertThat(tables("mean-").size()).isEqualTo(2);
  }
}
