package io.corridor.cli;

import static io.corridor.cli.CommandLines.corridor;
import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.cli.CommandLines.Outcome;
import io.corridor.model.Carrier;
import io.corridor.model.Declaration;
import io.corridor.model.Declaration.Component;
import io.corridor.model.Declaration.Form;
import io.corridor.model.Declaration.Sort;
import io.corridor.model.Driver;
import io.corridor.model.KeyPath;
import io.corridor.model.NamedLever;
import io.corridor.model.Question;
import io.corridor.model.RandomScenarios;
import io.corridor.model.Scenario;
import io.corridor.scenarios.Lever;
import io.corridor.scenarios.ScenarioReader;
import io.corridor.scenarios.ScenarioWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever a scenario says, each command that makes a page ends with its answers and all its files:
 * of every key that may be fitted, and every kind of driver, source and question.
 */
class EveryKeyTest {
  private static final int MOST_SEEDS = 400;

  /** Random scenarios of which each has something that those before it don't have, by seed. */
  private static final List<Integer> SEEDS = new ArrayList<>();

  private static final Set<String> SEEN = new HashSet<>();

  @TempDir private Path folder;

  @BeforeAll
  static void choose() {
    for (int seed = 0; seed < MOST_SEEDS; seed++) {
      if (SEEN.addAll(of(RandomScenarios.small(seed)))) {
        SEEDS.add(seed);
      }
    }
  }

  /** Returns what a scenario has: keys of sections, kinds of drivers, imports and questions. */
  private static Set<String> of(Scenario scenario) {
    Set<String> has = new TreeSet<>();
    Declaration.walk(
        KeyPath.ROOT,
        scenario,
        new Declaration.Visitor() {
          @Override
          public boolean enter(
              KeyPath path, Object value, Form form, Component key, Object section) {
            has.add(named(section, key));
            if (form.sort() == Sort.IMPORTS || form.sort() == Sort.DRIVER) {
              has.add(value.getClass().getName());
            }
            return true;
          }
        });
    for (Question question : scenario.questions().values()) {
      has.add(question.test().getClass().getName());
    }
    return has;
  }

  private static String named(Object section, Component key) {
    return section.getClass().getSimpleName() + "." + key.name();
  }

  static Stream<Integer> seeds() {
    return SEEDS.stream();
  }

  @Test
  void nothingIsLeftOut() {
    Stream<String> keys =
        Declaration.all().stream()
            .filter(declared -> declared.type() != Driver.Override.class)
            // Levers change nothing by themselves; pages that have some are tried in a browser.
            .filter(declared -> declared.type() != NamedLever.class)
            .flatMap(
                declared ->
                    declared.components().stream()
                        .filter(Component::isKey)
                        .map(key -> declared.type().getSimpleName() + "." + key.name()));
    // With a precision a run would go on until it is reached.
    assertThat(keys.filter(key -> !SEEN.contains(key))).containsExactly("RunDefaults.precision");
    assertThat(SEEN)
        .contains(names(Driver.class))
        .contains(names(Question.Test.class))
        .contains(names(Carrier.Imports.class));
  }

  private static String[] names(Class<?> sealed) {
    return Arrays.stream(sealed.getPermittedSubclasses())
        .map(Class::getName)
        .toArray(String[]::new);
  }

  @ParameterizedTest(name = "random scenario {0}")
  @MethodSource("seeds")
  void everyKindComesThrough(int seed) throws IOException {
    Scenario scenario = RandomScenarios.small(seed);
    for (Map.Entry<String, String> file : ScenarioWriter.files(scenario).entrySet()) {
      Files.writeString(folder.resolve(file.getKey()), file.getValue());
    }
    String text = ScenarioWriter.write(scenario) + "variants: {other: {name: Another}}\n";
    comesThrough(
        Files.writeString(folder.resolve("random.yaml"), text),
        scenario.questions().keySet().iterator().next(),
        "other");
  }

  @Test
  void allFittedKeysComeThrough() throws IOException {
    Path file = FittedKeys.write(folder, FittedKeys.Left.ALL);
    Files.writeString(
        file,
        """
        backtest:
          origins: [2018-03]
          horizons: [3, 6]
          series: {driver.gbm: of-gbm, flow.goods: goods, energy.gas.demand: demand}
          questions: true
        """,
        StandardOpenOption.APPEND);
    comesThrough(file, "grows", "other");
    made("fit", file, List.of("fit.json", "draws.csv", "fit.html"));
    List<String> scores = List.of("backtest.json", "backtest.csv", "backtest.html");
    made("backtest", file, scores, "--paths", "64");
  }

  /** The data still give sizes and starts. */
  @Test
  void statedNumbersComeThroughBesideAFit() throws IOException {
    run(FittedKeys.write(folder, FittedKeys.Left.NONE));
  }

  static IntStream places() {
    return IntStream.range(0, FittedKeys.most());
  }

  /** One key of each section is left to the data, and all else is stated. */
  @ParameterizedTest(name = "key {0} of each section")
  @MethodSource("places")
  void eachFittedKeyComesThrough(int place) throws IOException {
    run(FittedKeys.write(folder, FittedKeys.Left.one(place)));
  }

  private void run(Path file) {
    List<String> files = List.of("result.json", "series.csv", "series.parquet", "report.html");
    made("run", file, files, "--paths", "64");
    outcome("report", folder.resolve("run").toString());
    outcome("explain", file.toString(), "--path", "1", "--paths", "64");
    outcome("studio", file.toString(), "--out", folder.resolve("studio.html").toString());
  }

  private void comesThrough(Path file, String question, String variant) throws IOException {
    run(file);
    made("compare", file, List.of("comparison.json", "comparison.html"), variant, "--paths", "64");
    made("why", file, List.of("why.json", "why.html"), "--question", question, "--paths", "64");
    Lever lever =
        ScenarioReader.create().read(file).levers().stream()
            .filter(Lever::settable)
            .findFirst()
            .orElseThrow();
    made(
        "sweep",
        file,
        List.of("sweep.json", "sweep.csv", "sweep.html"),
        "--vary",
        lever.key() + "=" + lever.value(),
        "--paths",
        "64");
  }

  private void made(String command, Path file, List<String> files, String... more) {
    Path out = folder.resolve(command);
    List<String> words = new ArrayList<>(List.of(command, file.toString()));
    words.addAll(List.of(more));
    words.addAll(List.of("--out", out.toString()));
    outcome(words.toArray(String[]::new));
    assertThat(files).allSatisfy(name -> assertThat(out.resolve(name)).isNotEmptyFile());
    assertThat(files)
        .filteredOn(name -> name.endsWith(".html"))
        .allSatisfy(
            name ->
                assertThat(
                        Files.readString(out.resolve(name))
                            .replaceAll("(?s)<script.*?</script>", ""))
                    .doesNotContain(">NaN", "Infinity", "null "));
  }

  private static void outcome(String... words) {
    Outcome outcome = corridor(words);
    assertThat(outcome.status()).as("%s: %s", List.of(words), outcome.err()).isZero();
    assertThat(outcome.out() + outcome.err()).doesNotContain("NaN", "Infinity", "unexpected");
  }
}
