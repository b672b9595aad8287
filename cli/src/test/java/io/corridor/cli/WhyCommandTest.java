package io.corridor.cli;

import static io.corridor.cli.CommandLines.corridor;
import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.cli.CommandLines.Outcome;
import io.corridor.model.Scenario;
import io.corridor.projection.Projection;
import io.corridor.run.CancelledException;
import io.corridor.scenarios.ScenarioTemplate;
import io.corridor.simulation.Settings;
import io.corridor.simulation.Simulator;
import io.corridor.why.Target;
import io.corridor.why.Why;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class WhyCommandTest {
  private static final String GAS = "germany-russia-gas-2021";

  @Test
  void theAnswerComesFirst() {
    Outcome why = corridor("why", GAS, "--metric", "total.12m@2022-06", "--paths", "300");
    assertThat(why.status()).isZero();
    assertThat(why.err()).isEmpty();
    assertThat(why.out().lines().skip(2).findFirst().orElseThrow())
        .startsWith("What decides trade in June 2022: ");
    assertThat(why.out()).contains("share, %", "300 paths a run");
    assertThat(why.out().lines()).allMatch(line -> line.length() <= 80);
  }

  /** What the manual shows is what is said, line by line. */
  @Test
  void theManualShowsTheAnswer() throws IOException {
    String manual = Files.readString(Path.of("..", "docs", "why.md"));
    List<String> shown =
        Pattern.compile("(?ms)^```text\\n(.*?)^```$")
            .matcher(manual)
            .results()
            .flatMap(block -> block.group(1).lines())
            .toList();
    assertThat(shown).hasSizeGreaterThan(10);
    Outcome why =
        corridor("why", "iran-iraq-2019", "--question", "reaches-20bn", "--paths", "4096");
    assertThat(why.out().lines()).containsAll(shown);
  }

  @Test
  void everyQuestionIsExplainedUnlessSomeAreNamed() throws IOException {
    JsonNode all =
        JsonMapper.shared().readTree(corridor("why", GAS, "--paths", "64", "--json").out());
    assertThat(all.path("outcomes").size()).isGreaterThan(5);
    String first = all.path("outcomes").propertyNames().iterator().next();
    JsonNode one =
        JsonMapper.shared()
            .readTree(corridor("why", GAS, "--question", first, "--paths", "64", "--json").out());
    assertThat(one.path("outcomes").propertyNames()).containsExactly(first);
    assertThat(one.path("outcomes").path(first)).isEqualTo(all.path("outcomes").path(first));
    assertThat(one.path("run").path("paths").asInt()).isEqualTo(64);
  }

  @Test
  void filesAreWritten(@TempDir Path folder) {
    Path out = folder.resolve("results");
    Outcome why =
        corridor("why", GAS, "--metric", "total@2022-01", "--paths", "64", "--out", out.toString());
    assertThat(why.status()).isZero();
    assertThat(why.out()).contains("why.json, why.csv, why.html");
    assertThat(out.resolve("why.html")).exists();
    Outcome again =
        corridor("why", GAS, "--metric", "total@2022-01", "--paths", "64", "--out", out.toString());
    assertThat(again.status()).isEqualTo(2);
    assertThat(again.err()).contains("--overwrite");
  }

  @Test
  void aRunTellsWhyIfAsked(@TempDir Path folder) throws IOException {
    Path out = folder.resolve("results");
    Outcome run =
        corridor(
            MADE_SMALL,
            "run",
            GAS,
            "--paths",
            "300",
            "--why",
            "--no-backtest",
            "--out",
            out.toString());
    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isZero();
    assertThat(run.out()).contains("What decides whether");
    assertThat(out.resolve("why.json")).exists();
    assertThat(out.resolve("result.json")).exists();
  }

  /** As many paths as are asked for by hand: a test needs no more. */
  private static final Runner MADE_SMALL =
      new Runner() {
        @Override
        public Projection run(Scenario scenario, Settings settings) {
          return Simulator.run(scenario, settings);
        }

        @Override
        public Why why(Scenario scenario, List<Target> targets, Settings settings, double density) {
          return Runner.super.why(scenario, targets, settings.withPaths(200), density);
        }
      };

  @Test
  void aRunEndsWithTheCommandThatTellsWhy() {
    List<String> lines = corridor("run", GAS, "--paths", "300").out().lines().toList();
    assertThat(lines.get(lines.size() - 2)).isEqualTo("What decides it:");
    assertThat(lines.get(lines.size() - 1)).startsWith("  corridor why " + GAS + " --question ");
  }

  @Test
  void leversAreCompared() {
    Outcome why =
        corridor(
            "why",
            "iran-iraq-2019",
            "--levers",
            "max-enforcement",
            "no-sanctions",
            "--question",
            "reaches-20bn",
            "--maximise",
            "total.12m@2024-12",
            "--paths",
            "200");
    assertThat(why.err()).isEmpty();
    assertThat(why.out()).contains("the most on average with no-sanctions", "regret");
    assertThat(why.out().lines()).allMatch(line -> line.length() <= 80);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--question reaches-20bm | did you mean 'reaches-20bn'?",
        "--question xxxxxxx | it has reaches-20bn",
        "--metric total.12n@2024-12 | did you mean 'total.12m'?",
        "--metric total.12m | names no month; write total.12m@2025-12",
        "--metric total.12m@soon | 'soon' is not a month; write 2025-12",
        "--metric total.12m@2031-01 | its months are 2019-03 to 2025-12",
        "--metric total.12m@2019-02 | its months are 2019-03 to 2025-12",
        "--levers no-sanctions | two variants or more",
        "--levers base | two variants or more",
        "--levers no-sanctions no-sanctoins | no-sanctions",
        "--minimise reaches-20bn | need --levers",
        "--levers no-sanctions max-enforcement --minimise reach-if-lapse | 'given'",
        "--density 1.5 | --density",
        "--density 80 | write 80% or 0.8",
        "--paths 1 | must be at least 2",
        "--paths 1e9 | must be at most",
        "--sampling sobol | plain random",
        "--max-paths 1e5 | --precision",
      })
  void whatMakesNoSenseIsSaid(String options, String message) {
    String[] words = ("why iran-iraq-2019 " + options.strip()).split(" ");
    Outcome why = corridor(words);
    assertThat(why.status()).as(why.err()).isEqualTo(2);
    assertThat(why.err()).contains(message.strip());
    assertThat(why.out()).isEmpty();
  }

  @Test
  void neverAndAlwaysSayWhatWouldHelp() {
    Outcome why = corridor("why", "iran-iraq-2019", "--question", "arrears-2bn", "--paths", "300");
    assertThat(why.status()).isZero();
    assertThat(why.out().replaceAll("\\s+", " "))
        .contains("too few to tell the errors of shares: --paths");
  }

  @Test
  void anInterruptionSaysWhatIsLeft() {
    Runner interrupted =
        new Runner() {
          @Override
          public Projection run(Scenario scenario, Settings settings) {
            throw new AssertionError();
          }

          @Override
          public Why why(
              Scenario scenario, List<Target> targets, Settings settings, double density) {
            throw new CancelledException(5000, 10_000);
          }
        };
    Outcome why = corridor(interrupted, "why", GAS);
    assertThat(why.status()).isEqualTo(130);
    assertThat(why.err()).contains("interrupted after 5000 paths", "nothing was written");
  }

  @Test
  void aScenarioWithoutQuestionsNamesAMetric(@TempDir Path folder) throws IOException {
    String text = ScenarioTemplate.text();
    Path file = folder.resolve("bare.yaml");
    Files.writeString(file, text.replaceAll("(?ms)^questions:.*?(?=^\\S|\\z)", ""));
    Outcome why = corridor("why", file.toString());
    assertThat(why.status()).isEqualTo(2);
    assertThat(why.err()).contains("asks no question; name a metric in a month");
  }
}
