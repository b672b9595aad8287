package io.corridor.cli;

import static io.corridor.cli.CommandLines.corridor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import io.corridor.cli.CommandLines.Outcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ScenarioCommandsTest {

  @TempDir private Path folder;

  @Test
  void initWritesAValidScenarioThatRuns() {
    String file = folder.resolve("my.yaml").toString();
    assertThat(corridor("init", file).out()).contains("corridor run " + file);
    Outcome valid = corridor("validate", file);
    assertThat(valid.err()).isEmpty();
    assertThat(valid.out()).contains(file + ": valid");
    Outcome run = corridor("run", file, "--paths", "500");
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).contains(" on ", " of paths");
  }

  @Test
  void initMakesAScenarioOfStatistics() throws IOException {
    StringBuilder rows =
        new StringBuilder("refYear,period,reporterISO,partnerISO,flowCode,cmdCode,primaryValue\n");
    for (int year = 1995; year < 2017; year++) {
      rows.append(
          "%d,%d,IRQ,IRN,M,TOTAL,%d%n"
              .formatted(year, year, 1_000_000_000L + year * year % 37 * 10_000_000L));
    }
    String data = Files.writeString(folder.resolve("told.csv"), rows).toString();
    String file = folder.resolve("my.yaml").toString();
    Outcome made =
        corridor(
            "init",
            file,
            "--from",
            data,
            "--exporter",
            "Iran",
            "--importer",
            "IQ",
            "--yes",
            "--no-backtest");
    assertThat(made.err()).isEmpty();
    assertThat(made.out())
        .contains("told.csv: UN Comtrade, 22 rows", "IRN to IRQ: the buyer’s figures of 22 years")
        .containsPattern("flows.irn-irq: grows by \\S+ % to \\S+ % a year")
        .contains("corridor backtest " + file);
    assertThat(corridor("validate", file).status()).isZero();
    Outcome again =
        corridor("init", file, "--from", data, "--exporter", "IRN", "--importer", "IRQ");
    assertThat(again.status()).isEqualTo(2);
    assertThat(again.err()).contains("exists already");
    String other = folder.resolve("other.yaml").toString();
    assertThat(
            corridor("init", other, "--from", data, "--exporter", "IRN", "--importer", "TUR").err())
        .contains(
            "nothing is told of what Iran and Turkey sell each other",
            "told.csv: UN Comtrade, 22 rows");
    assertThat(
            corridor("init", other, "--from", file, "--exporter", "IRN", "--importer", "TUR").err())
        .contains("isn't laid out as any that is known");
    assertThat(
            corridor("init", other, "--from", data, "--exporter", "IRN", "--importer", "Mars")
                .err())
        .contains("--importer is Mars, which is no country");
    assertThat(Path.of(other)).doesNotExist();
  }

  @Test
  void initWritesTheSchemaBesideTheFileUnlessThereIsOne() throws IOException {
    Path schema = folder.resolve("scenario.schema.json");
    corridor("init", folder.resolve("a.yaml").toString());
    assertThat(schema).hasContent(corridor("schema").out().stripTrailing());
    Files.writeString(schema, "mine");
    assertThat(corridor("init", folder.resolve("b.yaml").toString()).status()).isZero();
    assertThat(schema).hasContent("mine");
  }

  @Test
  void metricsAreListedWithUnitAndMeaning() {
    Outcome outcome = corridor("metrics", "iran-iraq-2019");
    assertThat(outcome.status()).isZero();
    assertThat(outcome.out())
        .containsPattern("(?m)^  total.12m +USD/year +trade, over twelve months$")
        .containsPattern("(?m)^  energy.electricity.unserved-share +fraction +the unserved share")
        .containsPattern("(?m)^  waiver.energy-waiver.coverage +fraction +the coverage of");
  }

  @Test
  void metricsAreListedOfAFileWhoseQuestionsNameOthers() throws IOException {
    Path copy = folder.resolve("copy.yaml");
    corridor("scenarios", "copy", "iran-iraq-2019", copy.toString());
    String text = Files.readString(copy);
    Path file =
        Files.writeString(
            folder.resolve("wrong.yaml"),
            text.replaceFirst("metric: total.12m", "metric: electricity.imports"));
    Outcome run = corridor("run", file.toString());
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err())
        .contains("'energy.electricity.imports'", "corridor metrics FILE lists the metrics");
    Outcome metrics = corridor("metrics", file.toString());
    assertThat(metrics.status()).isZero();
    assertThat(metrics.out()).contains("  energy.electricity.imports  ");
    Path broken = Files.writeString(folder.resolve("broken.yaml"), text.replace("start:", "strt:"));
    assertThat(corridor("metrics", broken.toString()).status()).isEqualTo(2);
  }

  @Test
  void anUnknownMetricOrQuestionComesWithTheNearestAndAWayToFindAll() {
    assertThat(corridor("explain", "yardstick", "--path", "1", "--metrics", "electricity").err())
        .contains("--metrics: the scenario has no metric 'electricity'", "corridor metrics FILE");
    assertThat(corridor("sweep", "iran-iraq-2019", "--vary", "months=82", "--question", "x").err())
        .contains("--question: the scenario has no question 'x'; it has reaches-20bn, ");
  }

  @Test
  void completionIsAScriptThatKnowsEveryCommand() {
    Outcome outcome = corridor("completion");
    assertThat(outcome.status()).isZero();
    assertThat(outcome.out())
        .startsWith("#!/usr/bin/env bash")
        .contains("complete -F _complete_corridor -o default corridor")
        .contains("metrics", "scenarios", "--precision-metrics");
  }

  @Test
  void aShellCompletesCommandsNamesAndFiles() throws Exception {
    for (String name : List.of("iran.yaml", "a b.yaml", "x$(touch made).yaml")) {
      Files.createFile(folder.resolve(name));
    }
    String script = corridor("completion").out();
    assertThat(completed(script, "re")).containsExactly("report");
    assertThat(completed(script, "run", "--sampling", "so")).containsExactly("sobol");
    assertThat(completed(script, "run", "ira")).containsExactly("iran-iraq-2019", "iran.yaml");
    assertThat(completed(script, "scenarios", "show", "ira")).containsExactly("iran-iraq-2019");
    assertThat(completed(script, "validate", "yardstick", "a")).containsExactly("a b.yaml");
    assertThat(completed(script, "run", "x")).containsExactly("x$(touch made).yaml");
    assertThat(completed(script, "report", "x")).containsExactly("x$(touch made).yaml");
    assertThat(folder.resolve("made")).doesNotExist();
  }

  /** What bash makes of the words so far, in the folder. */
  private List<String> completed(String script, String... words) throws Exception {
    String asked =
        """
        COMP_WORDS=(corridor "$@") COMP_CWORD=$# COMP_LINE="corridor $*"
        _complete_corridor
        printf '%s\\n' "${COMPREPLY[@]}"
        """;
    List<String> command = new ArrayList<>(List.of("bash", "-c", script + asked, "bash"));
    command.addAll(List.of(words));
    Process bash;
    try {
      bash =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
    } catch (IOException e) {
      return abort("no bash here");
    }
    return bash.inputReader(StandardCharsets.UTF_8).lines().toList();
  }

  @Test
  void initNeverWritesOverAFile() throws IOException {
    Path file = Files.writeString(folder.resolve("mine.yaml"), "mine");
    Outcome refused = corridor("init", file.toString());
    assertThat(refused.status()).isEqualTo(2);
    assertThat(refused.err()).contains("exists already");
    assertThat(file).hasContent("mine");
  }

  @Test
  void shippedScenariosAreListedShownAndCopied() {
    assertThat(corridor("scenarios").out())
        .contains(
            "iran-iraq-2019",
            "germany-russia-gas-2021",
            "spain-algeria-gas-2021",
            "us-china-tariffs-2018",
            "us-china-world-2018",
            "us-mexico-tariffs-2019",
            "us-venezuela-oil-2023",
            "yardstick");
    assertThat(corridor("scenarios", "list")).isEqualTo(corridor("scenarios"));
    String shown = corridor("scenarios", "show", "yardstick").out();
    assertThat(shown).contains("corridor: 1");
    Path copy = folder.resolve("copy.yaml");
    assertThat(corridor("scenarios", "copy", "yardstick", copy.toString()).status()).isZero();
    assertThat(copy).hasContent(shown);
    assertThat(corridor("scenarios", "copy", "yardstick", copy.toString()).status()).isEqualTo(2);
    assertThat(corridor("validate", copy.toString()).status()).isZero();
  }

  @Test
  void aCopyHasTheDataThatItNamesBesideIt() throws IOException {
    Path copy = folder.resolve("mine.yaml");
    assertThat(corridor("scenarios", "copy", "iran-iraq-2019", copy.toString()).status()).isZero();
    assertThat(folder.resolve("brent.csv")).exists();
    assertThat(corridor("validate", copy.toString()).status()).isZero();
    Path other = folder.resolve("other.yaml");
    assertThat(corridor("scenarios", "copy", "iran-iraq-2019", other.toString()).status()).isZero();
    Files.writeString(folder.resolve("brent.csv"), "mine");
    Path third = folder.resolve("third.yaml");
    Outcome refused = corridor("scenarios", "copy", "iran-iraq-2019", third.toString());
    assertThat(refused.status()).isEqualTo(2);
    assertThat(refused.err()).contains("holds something else");
    assertThat(third).doesNotExist();
    assertThat(folder.resolve("brent.csv")).hasContent("mine");
  }

  @Test
  void anUnknownShippedNameComesWithTheNearest() {
    Outcome outcome = corridor("scenarios", "show", "iran-irak-2019");
    assertThat(outcome.status()).isEqualTo(2);
    assertThat(outcome.err()).contains("iran-irak-2019", "iran-iraq-2019");
    assertThat(corridor("run", "iran-iraq").err()).contains("did you mean 'iran-iraq-2019'?");
    assertThat(corridor("run", "Germany_Russia").err())
        .contains("did you mean 'germany-russia-gas-2021'?");
    assertThat(corridor("run", "yardstick.yaml").err()).contains("did you mean 'yardstick'?");
    assertThat(corridor("run", "nowhere").err()).contains("corridor scenarios lists");
  }

  @Test
  void everyShippedScenarioIsValidWithItsVariants() {
    Outcome outcome =
        corridor(
            "validate",
            "iran-iraq-2019",
            "germany-russia-gas-2021",
            "spain-algeria-gas-2021",
            "us-china-tariffs-2018",
            "us-china-world-2018",
            "us-mexico-tariffs-2019",
            "us-venezuela-oil-2023",
            "yardstick");
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.status()).isZero();
  }

  @Test
  void everyProblemOfEveryFileIsTold() throws IOException {
    Path wrong = folder.resolve("wrong.yaml");
    String template = corridor("scenarios", "show", "yardstick").out();
    Files.writeString(
        wrong, template.replace("months: 120", "mnths: 120").replace("renew:", "renw:"));
    Outcome outcome = corridor("validate", "yardstick", wrong.toString(), "no-such.yaml");
    assertThat(outcome.status()).isEqualTo(2);
    assertThat(outcome.out()).contains("yardstick: valid");
    assertThat(outcome.err())
        .contains("wrong.yaml:", "mnths", "months", "renw", "renew", "no-such.yaml");
  }

  @Test
  void theSchemaIsJson() {
    Outcome schema = corridor("schema");
    assertThat(schema.status()).isZero();
    JsonNode json = JsonMapper.shared().readTree(schema.out());
    assertThat(json.has("$schema")).isTrue();
  }
}
