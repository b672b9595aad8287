package io.corridor.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.corridor.model.Sample;
import io.corridor.model.Sampling;
import io.corridor.model.Scenario;
import io.corridor.projection.Projection;
import io.corridor.report.data.LiveModel;
import io.corridor.report.data.PageModel;
import io.corridor.report.data.Source;
import io.corridor.report.files.ResultJson;
import io.corridor.report.files.StudioFile;
import io.corridor.report.internal.page.Chromium;
import io.corridor.report.words.Numbers;
import io.corridor.run.Progress;
import io.corridor.scenarios.LoadedScenario;
import io.corridor.scenarios.ScenarioReader;
import io.corridor.scenarios.ShippedScenarios;
import io.corridor.simulation.Settings;
import io.corridor.simulation.Simulator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The module in a browser, in pages as they are written: under their policy, from a file. Skipped
 * where no Chromium is installed.
 */
class ModuleIT {
  private static final Path MADE = Path.of("target", "classes", "io", "corridor", "web");

  /** The last block isn't full, and there is more than one for two workers. */
  private static final long PATHS = 2 * 2048 + 300;

  @TempDir static Path folder;
  private static Chromium browser;

  @BeforeAll
  static void start() throws Exception {
    Optional<Path> file = Chromium.find();
    assumeTrue(
        file.isPresent(),
        "skipped: no Chromium is installed (apt-get install chromium, or set CHROMIUM)");
    browser = Chromium.start(file.get());
  }

  @AfterAll
  static void end() {
    if (browser != null) {
      browser.close();
    }
  }

  private static LiveModel model() throws IOException {
    return new LiveModel(
        Files.readString(MADE.resolve("engine.js")),
        Files.readString(MADE.resolve("engine.wasm.txt")));
  }

  private static Source source(LoadedScenario loaded) {
    return Source.of(loaded.file() + ".yaml", loaded);
  }

  private static Path page(LoadedScenario loaded) throws IOException {
    Path page = folder.resolve(loaded.file() + ".html");
    if (!Files.exists(page)) {
      StudioFile.write(
          page,
          true,
          new PageModel(model(), loaded),
          source(loaded),
          Sample.random(42).withPaths(PATHS));
    }
    return page;
  }

  private static void open(LoadedScenario loaded) throws Exception {
    browser.complaints().clear();
    browser.requests().clear();
    browser.open(page(loaded));
    browser.evaluate("corridor.ready.then(() => '')");
  }

  private static void assertQuiet() {
    assertThat(browser.complaints()).isEmpty();
    assertThat(browser.requests()).isNotEmpty().allMatch(ModuleIT::staysHere);
  }

  private static boolean staysHere(String address) {
    return address.startsWith("file:")
        || address.startsWith("blob:")
        || address.startsWith("data:");
  }

  private static String withoutTiming(String json) {
    String without = json.replaceFirst("(?s)  \"timing\": \\{.*?\\n  \\},\\n", "");
    assertThat(without).hasSizeLessThan(json.length());
    return without.stripTrailing();
  }

  private static String here(LoadedScenario loaded, Settings settings) throws IOException {
    Projection projection = Simulator.run(loaded.scenario(), settings);
    ByteArrayOutputStream json = new ByteArrayOutputStream();
    ResultJson.write(projection, source(loaded), json);
    return withoutTiming(json.toString(StandardCharsets.UTF_8));
  }

  private static String there(String query) throws Exception {
    return withoutTiming(browser.evaluate("corridor.run(" + query + ")").asString());
  }

  static List<String> shipped() {
    return ShippedScenarios.names();
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void resultsAreThoseOfTheCommandLineToTheLastBit(String name) throws Exception {
    LoadedScenario loaded = ShippedScenarios.read(name);
    open(loaded);
    Settings settings = new Settings(PATHS, 42, 2, Progress.NONE);
    assertThat(there("{}")).isEqualTo(here(loaded, settings));
    assertQuiet();
  }

  @ParameterizedTest
  @CsvSource({"antithetic, 7, 512", "lhs, -3, 2500", "sobol, 9000000000000000001, 4096"})
  void everySamplingGivesItsBits(String sampling, long seed, long paths) throws Exception {
    LoadedScenario loaded = ShippedScenarios.read("yardstick");
    open(loaded);
    Settings settings =
        new Settings(paths, seed, 1, Progress.NONE).withSampling(Sampling.of(sampling));
    assertThat(there("{paths: %d, seed: '%d', sampling: '%s'}".formatted(paths, seed, sampling)))
        .isEqualTo(here(loaded, settings));
    assertQuiet();
  }

  @Test
  void variantsAndWhatIsSetAreRun() throws Exception {
    LoadedScenario loaded = ShippedScenarios.read("us-china-tariffs-2018");
    String variant = loaded.variants().get(0);
    open(loaded);
    LoadedScenario changed =
        ScenarioReader.create()
            .withVariant(variant)
            .withSet("output.percentiles", "[10, 90]")
            .readShipped("us-china-tariffs-2018");
    assertThat(
            there(
                "{paths: 300, variant: '%s', set: {'output.percentiles': '[10, 90]'}}"
                    .formatted(variant)))
        .isEqualTo(here(changed, new Settings(300, 42, 1, Progress.NONE)));
  }

  @Test
  void whatIsShiftedKeepsItsSpreadAsOnTheCommandLine() throws Exception {
    String measured = "drivers.income.drift";
    String judged = "partners.CHN.growth";
    open(ShippedScenarios.read("iran-iraq-2019"));
    LoadedScenario changed =
        ScenarioReader.create()
            .withSet(judged + "+", "0.02")
            .withSet("parameters.goods-value*", "1.1")
            .withSet(measured + "+", "0.01")
            .readShipped("iran-iraq-2019");
    String query =
        "{paths: 100, set: {'%s+': '0.02', 'parameters.goods-value*': '1.1'}, shift: {'%s': 0.01}}"
            .formatted(judged, measured);
    assertThat(there(query)).isEqualTo(here(changed, new Settings(100, 42, 1, Progress.NONE)));
  }

  @Test
  void judgementThatDataContradictIsRun() throws Exception {
    String prior = "{triangular: [10, 12, 14]}";
    open(ShippedScenarios.read("iran-iraq-2019"));
    LoadedScenario changed =
        ScenarioReader.create().withSet("drivers.brent.level", prior).readShipped("iran-iraq-2019");
    assertThat(there("{paths: 100, set: {'drivers.brent.level': '%s'}}".formatted(prior)))
        .isEqualTo(here(changed, new Settings(100, 42, 1, Progress.NONE)));
  }

  @Test
  void mistakesAreToldWithTheirPlace() throws Exception {
    open(ShippedScenarios.read("yardstick"));
    JsonNode problems =
        browser.evaluate(
            "corridor.validate(corridor.text()" + ".replace(/^start:.*$/m, 'start: 2019-13'))");
    assertThat(problems.get(0).get("severity").asString()).isEqualTo("error");
    assertThat(problems.get(0).get("key").asString()).isEqualTo("start");
    assertThat(problems.get(0).get("line").asInt()).isPositive();
    assertThat(
            browser
                .evaluate("corridor.run({set: {months: 'many'}}).catch(e => e.problems[0].key)")
                .asString())
        .isEqualTo("months");
    assertQuiet();
  }

  @Test
  void whatIsCancelledEndsAndTheNextRuns() throws Exception {
    LoadedScenario loaded = ShippedScenarios.read("yardstick");
    open(loaded);
    assertThat(
            browser
                .evaluate(
                    "(() => { const c = new AbortController(); const run = corridor.run({paths:"
                        + " 1000000, signal: c.signal}, () => c.abort()); return run.catch(e =>"
                        + " e.name); })()")
                .asString())
        .isEqualTo("AbortError");
    assertThat(there("{paths: 100}"))
        .isEqualTo(here(loaded, new Settings(100, 42, 1, Progress.NONE)));
  }

  @Test
  void aDrawingComesFromFewPathsThenFromAll() throws Exception {
    open(ShippedScenarios.read("yardstick"));
    // The page draws by itself, too, and ends this drawing if it comes later.
    JsonNode views =
        browser.evaluate(
            "(async () => { while (true) { const views = []; try { await corridor.draw({set:"
                + " {'output.percentiles': '[10, 90]'}, figures: []}, view =>"
                + " views.push(view.answers.length)); return views; } catch (e) { if (e.name !=="
                + " 'AbortError') { throw e; } } } })()");
    assertThat(views.size()).isEqualTo(4); // 256, 2048, 4096 and all paths
    assertQuiet();
  }

  /** A page's paths on which something holds have the answers of a file that asks given it. */
  @ParameterizedTest
  @ValueSource(strings = {"iran-iraq-2019", "germany-russia-gas-2021"})
  void pathsOnWhichSomethingHolds(String name) throws Exception {
    LoadedScenario loaded = ShippedScenarios.read(name);
    open(loaded);
    String id = name.startsWith("iran") ? "lapse" : "cut-off";
    for (boolean holds : new boolean[] {true, false}) {
      Scenario.Builder asked = loaded.scenario().toBuilder();
      List<String> compared = new ArrayList<>();
      loaded
          .scenario()
          .questions()
          .forEach(
              (other, question) -> {
                if (question.given().isEmpty() && !other.equals(id)) {
                  asked.question(other, question.withGiven(id, holds));
                  compared.add(other);
                }
              });
      Projection projection =
          Simulator.run(asked.build(), new Settings(PATHS, 42, 1, Progress.NONE));
      ByteArrayOutputStream json = new ByteArrayOutputStream();
      ResultJson.write(projection, source(loaded), json);
      JsonNode expected = JsonMapper.shared().readTree(json.toByteArray());
      // As a text, of which the browser would make other numbers: 0 of 0.0.
      String text =
          browser.evaluate("corridor.run({given: [['%s', %s]]})".formatted(id, holds)).asString();
      JsonNode found = JsonMapper.shared().readTree(text);
      long paths = found.get("run").get("paths").asLong();
      assertThat(paths).isBetween(1L, PATHS - 1L);
      for (String other : compared) {
        assertThat(found.get("questions").get(other))
            .as(other)
            .isEqualTo(expected.get("questions").get(other));
      }
      assertThat(
              browser
                  .evaluate(
                      ("(async () => { let last; await corridor.draw({set: {}, want: ['total.12m'],"
                              + " figures: [], given: [['%s', %s]]}, view => last = view); return"
                              + " last.paths + ' of ' + last.of; })()")
                          .formatted(id, holds))
                  .asString())
          .isEqualTo(paths + " of " + PATHS);
      JsonNode clicked =
          JsonMapper.shared().readTree(browser.evaluate(click(id, holds)).asString());
      for (String other : compared) {
        assertThat(clicked.get(other).asString())
            .as(other)
            .isEqualTo(
                Numbers.shortest(projection.answers().get(other).shareOrMonths().orElseThrow()));
      }
      assertThat(
              browser
                  .evaluate("document.getElementById('ask-status').textContent")
                  .asString()
                  .replace('\u00a0', ' ')
                  .replaceAll("(?<=\\d) (?=\\d{3})", ""))
          .startsWith(paths + " paths on which that is so, of " + PATHS);
    }
    browser.evaluate("corridor.reset()");
    assertQuiet();
  }

  /** Clicks on an answer's button, waits, and returns what all answers are then. */
  private static String click(String id, boolean holds) {
    return ("(async () => { const until = async so => { while (!so())"
            + " await new Promise(done => setTimeout(done, 20)); };"
            + " const row = () => document.querySelector('.answers [data-question=\"%s\"] .given');"
            + " await until(() => row() && !corridor.state.busy);"
            + " const before = corridor.state.view;"
            + " row().children[%d].click();"
            + " await until(() => corridor.state.view !== before && !corridor.state.busy);"
            + " return JSON.stringify(Object.fromEntries([...document.querySelectorAll("
            + "'.answers li')].map(row => [row.dataset.question, row.dataset.value]))); })()")
        .formatted(id, holds ? 0 : 1);
  }

  @Test
  void leversAndStoriesAreThere() throws Exception {
    open(ShippedScenarios.read("iran-iraq-2019"));
    assertThat(browser.evaluate("corridor.numbers({}).then(l => l.length)").asInt())
        .isGreaterThan(10);
    assertThat(browser.evaluate("corridor.explain({path: 3}).then(t => t.story.length)").asInt())
        .isPositive();
    assertQuiet();
  }

  /** Damage near the end of the module would be compiled, and make other numbers. */
  @Test
  void aDamagedModuleIsNotRun() throws Exception {
    LoadedScenario loaded = ShippedScenarios.read("yardstick");
    String[] parts = model().module().split(" ");
    int length = parts[1].length();
    for (int at : new int[] {30, length / 2, length - length / 20, length - 100, length - 9}) {
      char other = parts[1].charAt(at) == 'A' ? 'B' : 'A';
      String module = parts[1].substring(0, at) + other + parts[1].substring(at + 1);
      Path damaged = folder.resolve("damaged.html");
      StudioFile.write(
          damaged,
          true,
          new PageModel(
              new LiveModel(
                  Files.readString(MADE.resolve("engine.js")),
                  String.join(" ", parts[0], module, parts[2])),
              loaded),
          source(loaded),
          Sample.random(42).withPaths(PATHS));
      browser.open(damaged);
      assertThat(
              browser
                  .evaluate("corridor.ready.then(() => 'runs', error => String(error.message))")
                  .asString())
          .as("letter %d", at)
          .isNotEqualTo("runs");
    }
    assertThat(browser.evaluate("document.getElementById('ask-status').textContent").asString())
        .isEqualTo(
            "The page can’t be asked here: the file is damaged, and what it carries can’t be"
                + " unpacked.");
  }

  @Test
  void aBrowserWithoutGarbageCollectedModulesIsToldSo() throws Exception {
    LoadedScenario loaded = ShippedScenarios.read("yardstick");
    String script = Files.readString(MADE.resolve("engine.js"));
    Path scripted = folder.resolve("scripted.html");
    StudioFile.write(
        scripted,
        true,
        new PageModel(
            new LiveModel("WebAssembly.validate = () => false;" + script, model().module()),
            loaded),
        source(loaded),
        Sample.random(42).withPaths(PATHS));
    browser.open(scripted);
    assertThat(browser.evaluate("corridor.missing").asString()).contains("garbage collection");
    assertThat(browser.evaluate("corridor.ready.catch(e => 'none')").asString()).isEqualTo("none");
  }
}
