package io.corridor.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.corridor.model.DatedPoints;
import io.corridor.model.Distribution;
import io.corridor.model.Question;
import io.corridor.model.Scenario;
import io.corridor.model.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that extend others, variants, and values set over all. */
class LayersTest {
  @TempDir Path folder;

  private Path write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private Scenario extended(String text) throws IOException {
    write("base.yaml", Minimal.YAML);
    return ScenarioReader.create().read(write("x.yaml", "extends: base.yaml\n" + text)).scenario();
  }

  private static List<FileProblem> problems(Supplier<LoadedScenario> reading) {
    ScenarioFileException exception =
        catchThrowableOfType(ScenarioFileException.class, reading::get);
    assertThat(exception).as("the scenario is refused").isNotNull();
    return exception.problems();
  }

  private List<FileProblem> problems(String text) throws IOException {
    write("base.yaml", Minimal.YAML);
    Path file = write("x.yaml", text);
    return problems(() -> ScenarioReader.create().read(file));
  }

  private static LoadedScenario set(String key, String yaml) {
    return ScenarioReader.create().withSet(key, yaml).readText(Minimal.YAML, "x.yaml");
  }

  @Test
  void mappingsMergeAndTheRestIsReplaced() throws IOException {
    Scenario scenario =
        extended(
            """
            name: Extended
            regime: {states: [calm, tense, harsh], monthly: {calm: {harsh: 0.2}}}
            flows: {goods: {growth: 3 %}, more: {from: BBB, to: AAA, annual-value: 1 mn USD/year}}
            """);

    assertThat(scenario.name()).isEqualTo("Extended");
    assertThat(scenario.months()).isEqualTo(12);
    assertThat(scenario.regime().orElseThrow().states()).containsExactly("calm", "tense", "harsh");
    assertThat(scenario.regime().orElseThrow().monthly().get("calm"))
        .isEqualTo(Map.of("tense", Value.of(0.1), "harsh", Value.of(0.2)));
    assertThat(scenario.flows().keySet()).containsExactly("goods", "more");
    assertThat(scenario.flows().get("goods").growth()).isEqualTo(Value.of(0.03));
    assertThat(scenario.flows().get("goods").annualValue()).isEqualTo(Value.of(2e9));
  }

  @Test
  void distributionsPointsAndQuestionsAreReplacedWhole() throws IOException {
    write(
        "base.yaml",
        Minimal.YAML
            .replace("volatility: 0.3", "volatility: {normal: [0.3, 0.1], within: [0, 1]}")
            .replace("capacity: 8 mcm/d", "capacity: {2020-01: 8, 2020-06: 9}")
            .replace("grows: {", "grows: {by: 2020-05, "));
    Scenario scenario =
        ScenarioReader.create()
            .read(
                write(
                    "x.yaml",
                    """
                    extends: base.yaml
                    drivers: {oil: {volatility: {uniform: [0.1, 0.2]}}}
                    energy: {carriers: {gas: {imports: {capacity: {2020-03: 5}}}}}
                    questions: {grows: {metric: total, at-least: 1}}
                    """))
            .scenario();

    assertThat(((io.corridor.model.Driver.Gbm) scenario.drivers().get("oil")).volatility())
        .isEqualTo(new Distribution.Uniform(0.1, 0.2));
    assertThat(scenario.energy().orElseThrow().carriers().get("gas").sources().get("").capacity())
        .isEqualTo(DatedPoints.of(Map.of(YearMonth.of(2020, 3), 5.0)));
    assertThat(scenario.questions().get("grows").window()).isEqualTo(Question.Window.ALL);
  }

  @Test
  void nullRemoves() throws IOException {
    Scenario scenario =
        extended("energy: null\nflows: {goods: {elasticities: null}}\nquestions: ~\n");

    assertThat(scenario.energy()).isEmpty();
    assertThat(scenario.flows().get("goods").elasticities()).isEmpty();
    assertThat(scenario.questions()).isEmpty();
  }

  @Test
  void removingWhatIsNotThereIsAnErrorUnlessItIsADefault() throws IOException {
    assertThat(problems("extends: base.yaml\nflows: {goos: null, goods: {growth: null}}\n"))
        .singleElement()
        .hasToString(
            folder.resolve("x.yaml")
                + ":2:9: flows.goos: there is no 'goos' to remove; did you mean 'goods'?");
  }

  @Test
  void theTextsOfAllFilesAreKept() throws IOException {
    write("deep/base.yaml", Minimal.YAML);
    write("deep/middle.yaml", "extends: base.yaml\nname: Middle");
    LoadedScenario loaded =
        ScenarioReader.create().read(write("x.yaml", "extends: deep/middle.yaml\nmonths: 14\n"));
    assertThat(loaded.text())
        .isEqualTo(
            "extends: deep/middle.yaml\nmonths: 14\n"
                + "\n\n# deep/middle.yaml, extended above\n\n"
                + "extends: base.yaml\nname: Middle"
                + "\n\n# base.yaml, extended above\n\n"
                + Minimal.YAML);
  }

  @Test
  void chainsAreAllowedAndNearerFilesWin() throws IOException {
    write("deep/base.yaml", Minimal.YAML);
    write("deep/middle.yaml", "extends: base.yaml\nname: Middle\nmonths: 13\n");
    Scenario scenario =
        ScenarioReader.create()
            .read(write("x.yaml", "extends: deep/middle.yaml\nmonths: 14\n"))
            .scenario();

    assertThat(scenario.name()).isEqualTo("Middle");
    assertThat(scenario.months()).isEqualTo(14);
  }

  @Test
  void ringsAreAnError() throws IOException {
    write("y.yaml", "extends: ./x.yaml\n");

    assertThat(problems("extends: y.yaml\n"))
        .singleElement()
        .hasToString(
            folder.resolve("y.yaml")
                + ":1:10: extends: goes in a ring: './x.yaml' leads back to itself");
  }

  @ParameterizedTest
  @CsvSource({
    "../x.yaml, leaves the folder",
    "deep/../../x.yaml, leaves the folder",
    "/etc/passwd, leaves the folder",
    "missing.yaml, there is no file 'missing.yaml' in the folder",
    "deep, is a folder; must be a file",
    "[a], must be a file in this one's folder",
    "null, must be a file in this one's folder"
  })
  void extendsStaysInTheFolder(String path, String words) throws IOException {
    Files.createDirectories(folder.resolve("deep"));

    assertThat(problems("corridor: 1\nextends: " + path + "\n"))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.toString()).contains("x.yaml:2:10: extends: ").contains(words);
            });
  }

  @Test
  void symbolicLinksDontLeaveTheFolderEither() throws IOException {
    Path outside = write("outside/base.yaml", Minimal.YAML);
    Files.createDirectories(folder.resolve("inside"));
    Files.createSymbolicLink(folder.resolve("inside/link.yaml"), outside);
    Path file = write("inside/x.yaml", "extends: link.yaml\n");

    assertThat(problems(() -> ScenarioReader.create().read(file)).get(0).message())
        .isEqualTo("'link.yaml' leaves the folder; must be a relative path that stays in it");
  }

  @Test
  void aMistakeIsToldInTheFileThatHoldsIt() throws IOException {
    write("base.yaml", Minimal.replacing("volatility: 0.3", "volatility: -0.3"));
    Path file = write("x.yaml", "extends: base.yaml\nmonths: 0\n");

    assertThat(problems(() -> ScenarioReader.create().read(file)))
        .extracting(problem -> folder.relativize(Path.of(problem.file())) + " " + problem.line())
        .containsExactly("x.yaml 2", "base.yaml 8");
  }

  @Test
  void textsWithoutAFolderExtendNothing() {
    assertThat(problems(() -> ScenarioReader.create().readText("extends: a.yaml", "text")))
        .singleElement()
        .hasToString(
            "text:1:10: extends: a text that is read alone can't name files; from Java, give them"
                + " to readText as well: readText(text, name, files), or (text, name, folder)");
  }

  @Test
  void setReplacesOneValue() {
    LoadedScenario loaded =
        ScenarioReader.create()
            .withSet("flows.goods.growth", "5 %")
            .withSet("run.seed", "0")
            .withSet("regime.states.1", "strained")
            .withSet("regime.monthly.calm", "{strained: 0.2}")
            .withSet("flows.goods.growth", "0.07")
            .withSet("output.percentiles", "[10, 90]")
            .readText(Minimal.YAML, "x.yaml");

    assertThat(loaded.scenario().flows().get("goods").growth()).isEqualTo(Value.of(0.07));
    assertThat(loaded.scenario().run().seed()).isZero();
    assertThat(loaded.scenario().regime().orElseThrow().states())
        .containsExactly("calm", "strained");
    assertThat(loaded.scenario().regime().orElseThrow().monthly())
        .isEqualTo(Map.of("calm", Map.of("strained", Value.of(0.2))));
    assertThat(loaded.set().keySet())
        .containsExactly(
            "run.seed",
            "regime.states.1",
            "regime.monthly.calm",
            "flows.goods.growth",
            "output.percentiles");
  }

  @Test
  void setReachesKeysWithPointsAndRemoves() {
    String yaml = Minimal.with("indices: {i: {energy.gas.dependency: 0.5}}\n");
    LoadedScenario loaded =
        ScenarioReader.create()
            .withSet("indices.i.energy.gas.dependency", "0.7")
            .withSet("indices.i.total.12m", "1")
            .withSet("flows.goods.elasticities", "null")
            .readText(yaml, "x.yaml");

    assertThat(loaded.scenario().indices().get("i"))
        .isEqualTo(Map.of("energy.gas.dependency", 0.7, "total.12m", 1.0));
    assertThat(loaded.scenario().flows().get("goods").elasticities()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "flows.gods.growth | 1 | flows.gods.growth: flows has no 'gods'; did you mean 'goods'?",
        "flos.goods.growth | 1 | flos.goods.growth: there is no 'flos'; did you mean 'flows'?",
        "flows.goods.grwth | 1 | flows.goods.grwth: unknown key 'grwth'; did you mean 'growth'?",
        "flows.goods.growth | x | flows.goods.growth: must be a rate per year",
        "flows.goods.growth | -3 | flows.goods.growth: ",
        "name.x | 1 | name.x: name is a single value; it has no 'x'",
        "months.x | 1 | months.x: months is a single value; it has no 'x'",
        "regime.states.2 | a | regime.states.2: regime.states is a list of 2; its items",
        "flows.goods.nois | null | flows.goods.nois: there is no 'nois' to remove",
        "extends | x.yaml | extends: extends belongs to the file and can't be set",
        "flows..growth | 1 | flows..growth: is no path of keys, such as flows.goods.growth",
        "months | [ | months: not YAML: ",
        "months | '' | months: has no value; null removes a key",
      })
  void setSaysWhatIsWrong(String key, String yaml, String words) {
    List<FileProblem> problems = problems(() -> set(key, yaml));

    assertThat(problems).as("%s", problems).hasSize(1);
    assertThat(problems.get(0).toString()).startsWith("--set " + key + "=" + yaml + ": " + words);
  }

  @Test
  void variantsReplaceWholeValues() throws IOException {
    String yaml =
        Minimal.with(
            """
            variants:
              quiet: {flows.goods.elasticities: null, drivers.oil.volatility: 0, months: 6}
              loud: {regime.monthly: {tense: {calm: 0.5}}}
            """);
    ScenarioReader reader = ScenarioReader.create();
    LoadedScenario base = reader.readText(yaml, "x.yaml");
    LoadedScenario quiet = reader.withVariant("quiet").readText(yaml, "x.yaml");
    LoadedScenario loud =
        reader.withVariant("loud").withSet("months", "7").readText(yaml, "x.yaml");

    assertThat(base.variants()).containsExactly("quiet", "loud");
    assertThat(base.scenario()).isEqualTo(Minimal.scenario());
    assertThat(reader.withVariant("base").readText(yaml, "x.yaml")).isEqualTo(base);
    assertThat(quiet.variant()).contains("quiet");
    assertThat(quiet.scenario().months()).isEqualTo(6);
    assertThat(quiet.scenario().flows().get("goods").elasticities()).isEmpty();
    assertThat(loud.scenario().regime().orElseThrow().monthly())
        .isEqualTo(Map.of("tense", Map.of("calm", Value.of(0.5))));
    assertThat(loud.scenario().months()).isEqualTo(7);
  }

  @Test
  void theOrderIsExtendedFileThenFileThenVariantThenSet() throws IOException {
    write("base.yaml", Minimal.with("variants: {v: {months: 3, name: From the variant}}\n"));
    Path file = write("x.yaml", "extends: base.yaml\nmonths: 2\nname: From the file\n");
    ScenarioReader reader = ScenarioReader.create();

    assertThat(reader.read(file).scenario().months()).isEqualTo(2);
    Scenario variant = reader.withVariant("v").read(file).scenario();
    assertThat(variant.months()).isEqualTo(3);
    Scenario set = reader.withVariant("v").withSet("months", "4").read(file).scenario();
    assertThat(set.months()).isEqualTo(4);
    assertThat(set.name()).isEqualTo("From the variant");
  }

  @Test
  void aFileMustBeRightInAllItsVariants() throws IOException {
    assertThat(
            problems(
                Minimal.with(
                    """
                    variants:
                      a: {flows.gods.growth: 1}
                      b: {drivers.oil.volatility: -1, months: 3}
                      base: {months: 3}
                    """)))
        .extracting(problem -> problem.toString().substring(folder.toString().length() + 1))
        .containsExactly(
            "x.yaml:22:7: flows.gods.growth: flows has no 'gods'; did you mean 'goods'? (variant"
                + " a)",
            "x.yaml:23:31: drivers.oil.volatility: must be at least 0, not -1 (variant b)",
            "x.yaml:24:3: variants.base: no variant can be called 'base', which names the file as"
                + " it stands");
  }

  @Test
  void anUnknownVariantIsAnErrorThatNamesTheOthers() {
    String yaml = Minimal.with("variants: {quiet: {months: 3}}\n");

    assertThat(
            problems(() -> ScenarioReader.create().withVariant("quite").readText(yaml, "x.yaml")))
        .singleElement()
        .hasToString(
            "x.yaml:21:11: variants: there is no variant 'quite'; there are quiet; did you mean"
                + " 'quiet'?");
  }

  @Test
  void whatAVariantMakesWrongIsToldWhereTheVariantStands() {
    String yaml =
        Minimal.with(
            """
            sanctions:
              ban: {from: 2018-11, targets: [goods], cost: 0.1}
            variants:
              empty:
                months: 3
                flows.goods: null
              twice: {parties.importer: AAA}
            """);
    String missing =
        " sanctions.ban.targets.0: no flow, carrier or source is called 'goods'; there is 'gas'";

    assertThat(problems(() -> ScenarioReader.create().readText(yaml, "x.yaml")))
        .extracting(FileProblem::toString)
        .contains("x.yaml:26:5:" + missing + " (variant empty; see line 22)");
    assertThat(
            problems(() -> ScenarioReader.create().withVariant("empty").readText(yaml, "x.yaml")))
        .extracting(FileProblem::toString)
        .contains("x.yaml:26:5:" + missing + " (variant empty; see line 22)");
    assertThat(
            problems(
                () ->
                    ScenarioReader.create()
                        .withSet("months", "3")
                        .withSet("flows.goods", "null")
                        .readText(yaml, "x.yaml")))
        .extracting(FileProblem::toString)
        .contains("--set flows.goods=null:" + missing + " (see x.yaml, line 22)");
  }

  /** What is wrong with the file itself is told once, as without the variant. */
  @Test
  void whatIsWrongWithoutAVariantIsNotBlamedOnIt() {
    String yaml =
        Minimal.with(
            """
            sanctions:
              ban: {from: 2018-11, targets: [gods], cost: 0.1}
            variants:
              short: {months: 3}
            """);

    for (ScenarioReader reader :
        List.of(
            ScenarioReader.create(),
            ScenarioReader.create().withVariant("short"),
            ScenarioReader.create().withVariant("short").withSet("months", "4"))) {
      assertThat(problems(() -> reader.readText(yaml, "x.yaml")))
          .singleElement()
          .asString()
          .startsWith("x.yaml:22:34: sanctions.ban.targets.0")
          .doesNotContain("variant", "--set");
    }
  }

  @Test
  void variantsThatAreTrustedAreReadWhereTheyAreAskedFor() {
    String yaml = Minimal.with("variants: {quiet: {months: 3}, wrong: {months: -3}}\n");
    ScenarioReader trusting = ScenarioReader.create().trustingVariants();

    assertThat(problems(() -> ScenarioReader.create().readText(yaml, "x.yaml"))).hasSize(1);
    assertThat(trusting.readText(yaml, "x.yaml").variants()).containsExactly("quiet", "wrong");
    assertThat(trusting.withVariant("quiet").readText(yaml, "x.yaml").scenario().months())
        .isEqualTo(3);
    assertThat(problems(() -> trusting.withVariant("wrong").readText(yaml, "x.yaml"))).hasSize(1);
  }

  @Test
  void theHashIsOfTheFilesBytes() throws IOException {
    write("base.yaml", Minimal.YAML);
    Path file = write("x.yaml", "extends: base.yaml\n");

    // printf 'extends: base.yaml\n' | sha256sum
    assertThat(ScenarioReader.create().withSet("months", "3").read(file).sha256())
        .isEqualTo("42bbc3b8a5ea2e4186ee709b868592198337ba44cbf4922017cdf38ba2ea1dcf");
  }
}
