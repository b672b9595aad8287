package io.corridor.cli;

import static io.corridor.cli.CommandLines.corridor;
import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.cli.CommandLines.Outcome;
import io.corridor.report.Examples;
import io.corridor.run.CancelledException;
import io.corridor.simulation.Settings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RunCommandTest {
  private static final Runner MADE_UP = (scenario, settings) -> Examples.projection();

  @Test
  void answersComeFirst() {
    Outcome run = corridor(MADE_UP, "run", "yardstick");
    assertThat(run.status()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out().lines().skip(2).findFirst().orElseThrow())
        .startsWith(
            "- Trade reaches 20 bn USD a year by December 2024 on 31.0 % of paths (30.7 to");
    assertThat(run.out()).doesNotContain("\u001B", "Written");
  }

  @Test
  void theCommandLineOverridesTheFile() {
    AtomicReference<Settings> used = new AtomicReference<>();
    Runner runner =
        (scenario, settings) -> {
          used.set(settings);
          return Examples.projection();
        };
    corridor(runner, "run", "yardstick");
    assertThat(used.get().paths()).isEqualTo(100_000);
    assertThat(used.get().seed()).isEqualTo(1);
    corridor(runner, "run", "yardstick", "--paths", "2k", "--seed", "-7", "--threads", "3");
    assertThat(used.get().paths()).isEqualTo(2_000);
    assertThat(used.get().seed()).isEqualTo(-7);
    assertThat(used.get().threads()).isEqualTo(3);
  }

  @Test
  void jsonIsAllThereIsOnStandardOutput(@TempDir Path folder) throws IOException {
    Path out = folder.resolve("results");
    Outcome run = corridor(MADE_UP, "run", "yardstick", "--json", "--out", out.toString());
    assertThat(run.status()).isZero();
    JsonNode json = JsonMapper.shared().readTree(run.out());
    assertThat(json.at("/scenario/file").asString()).isEqualTo("yardstick.yaml");
    assertThat(json.at("/scenario/sha256").asString()).matches("[0-9a-f]{64}");
    assertThat(run.out()).isEqualTo(Files.readString(out.resolve("result.json")));
  }

  @Test
  void resultsOfAnotherRunAreKept(@TempDir Path folder) throws IOException {
    String out = folder.resolve("results").toString();
    assertThat(corridor(MADE_UP, "run", "yardstick", "--out", out).out())
        .contains("Written to " + out + ": result.json, series.csv");
    Files.writeString(Path.of(out, "result.json"), "mine");
    Outcome refused = corridor(MADE_UP, "run", "yardstick", "--out", out);
    assertThat(refused.status()).isEqualTo(2);
    assertThat(refused.err()).contains("holds the results of another run", "--overwrite");
    assertThat(Files.readString(Path.of(out, "result.json"))).isEqualTo("mine");
    assertThat(corridor(MADE_UP, "run", "yardstick", "--out", out, "--overwrite").status())
        .isZero();
    assertThat(Files.readString(Path.of(out, "result.json"))).startsWith("{");
  }

  @Test
  void aFileWhereTheFolderShouldBeIsToldInWords(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");
    Outcome run = corridor(MADE_UP, "run", "yardstick", "--out", file.toString());
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err())
        .isEqualTo("corridor: " + file + " is not a folder" + System.lineSeparator());
  }

  @Test
  void numbersOutOfRangeAreToldBeforeAnythingRuns() {
    Outcome paths = corridor(MADE_UP, "run", "yardstick", "--paths", "0");
    assertThat(paths.status()).isEqualTo(2);
    assertThat(paths.err()).contains("--paths is 0, must be at least 1");
    Outcome threads = corridor(MADE_UP, "run", "yardstick", "--threads", "0");
    assertThat(threads.status()).isEqualTo(2);
    assertThat(threads.err()).contains("--threads is 0, must be at least 1");
  }

  @Test
  void unknownNamesComeWithTheNearest() {
    Outcome scenario = corridor(MADE_UP, "run", "yardstik");
    assertThat(scenario.status()).isEqualTo(2);
    assertThat(scenario.err()).contains("yardstik", "yardstick");
    Outcome variant = corridor(MADE_UP, "run", "iran-iraq-2019", "--variant", "waivers-laps");
    assertThat(variant.status()).isEqualTo(2);
    assertThat(variant.err()).contains("waivers-laps", "waivers-lapse");
    Outcome key = corridor(MADE_UP, "run", "yardstick", "--set", "flows.goods.grwth=0.05");
    assertThat(key.status()).isEqualTo(2);
    assertThat(key.err()).contains("grwth", "growth");
  }

  @Test
  void whatWasSetIsInTheManifest() {
    Outcome run =
        corridor(
            MADE_UP,
            "run",
            "iran-iraq-2019",
            "--json",
            "--variant",
            "waivers-lapse",
            "--set",
            "flows.goods.growth=0.05");
    JsonNode json = JsonMapper.shared().readTree(run.out()).get("scenario");
    assertThat(json.get("variant").asString()).isEqualTo("waivers-lapse");
    assertThat(json.get("set").toString()).isEqualTo("{\"flows.goods.growth\":\"0.05\"}");
  }

  @Test
  void anInterruptedRunEndsWithStatus130() {
    Runner cancelled =
        (scenario, settings) -> {
          throw new CancelledException(12, settings.paths());
        };
    Outcome run = corridor(cancelled, "run", "yardstick");
    assertThat(run.status()).isEqualTo(130);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("interrupted after 12 of 100000 paths");
  }

  @Test
  void anUnexpectedErrorIsOneLine() {
    Runner broken =
        (scenario, settings) -> {
          throw new IllegalStateException("slot 3");
        };
    Outcome run = corridor(broken, "run", "yardstick");
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err().lines()).hasSize(1);
    assertThat(run.err()).contains("slot 3");
  }

  @Test
  void singlePathsAreWrittenOnceAsked(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("paths.parquet");
    String[] run = {
      "run", "yardstick", "--paths", "50", "--paths-out", file.toString(), "--paths-limit", "20"
    };
    Outcome first = corridor(run);
    assertThat(first.err()).isEmpty();
    assertThat(first.status()).isZero();
    assertThat(first.out()).contains("Written to " + file + ": 20 paths, month by month");
    byte[] written = Files.readAllBytes(file);
    assertThat(new String(written, 0, 4, StandardCharsets.US_ASCII)).isEqualTo("PAR1");
    Outcome refused = corridor(run);
    assertThat(refused.status()).isEqualTo(2);
    assertThat(refused.err()).contains(file + " exists already", "--overwrite");
    String[] again = Arrays.copyOf(run, run.length + 3);
    again[run.length] = "--overwrite";
    again[run.length + 1] = "--threads";
    again[run.length + 2] = "2";
    assertThat(corridor(again).status()).isZero();
    assertThat(Files.readAllBytes(file)).isEqualTo(written);
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void whatIsWrongWithPathsIsToldBeforeAnythingRuns(@TempDir Path folder) {
    String file = folder.resolve("p.parquet").toString();
    Outcome metric =
        corridor(MADE_UP, "run", "yardstick", "--paths-out", file, "--paths-metrics", "totl");
    assertThat(metric.status()).isEqualTo(2);
    assertThat(metric.err()).contains("--paths-metrics", "totl", "did you mean 'total'?");
    Outcome limit =
        corridor(MADE_UP, "run", "yardstick", "--paths-out", file, "--paths-limit", "0");
    assertThat(limit.status()).isEqualTo(2);
    assertThat(limit.err()).contains("--paths-limit is 0, must be at least 1");
    Outcome alone = corridor(MADE_UP, "run", "yardstick", "--paths-limit", "5");
    assertThat(alone.status()).isEqualTo(2);
    assertThat(alone.err()).contains("need --paths-out");
    Outcome nowhere =
        corridor(MADE_UP, "run", "yardstick", "--paths-out", folder + "/none/p.parquet");
    assertThat(nowhere.status()).isEqualTo(1);
    assertThat(nowhere.err()).contains("there is no " + folder.resolve("none"));
  }

  @Test
  void aPathThatIsWorthALookIsNamedWithItsCommand() {
    Outcome run =
        corridor(
            MADE_UP, "run", "iran-iraq-2019", "--set", "flows.goods.growth={uniform: [0, 0.1]}");
    assertThat(
            run.out()
                .lines()
                .toList()
                .subList((int) run.out().lines().count() - 4, (int) run.out().lines().count()))
        .containsExactly(
            "A path on which reaches-20bn comes true:",
            "  corridor explain iran-iraq-2019 --set 'flows.goods.growth={uniform: [0, 0.1]}'"
                + " --path 2",
            "What decides it:",
            "  corridor why iran-iraq-2019 --set 'flows.goods.growth={uniform: [0, 0.1]}'"
                + " --question reaches-20bn");
  }

  @Test
  void theRealEngineGivesTheSameFileForAnyNumberOfThreads() {
    String one = corridor("run", "yardstick", "--paths", "3000", "--threads", "1", "--json").out();
    String two = corridor("run", "yardstick", "--paths", "3000", "--threads", "2", "--json").out();
    assertThat(withoutTiming(two)).isEqualTo(withoutTiming(one));
    assertThat(JsonMapper.shared().readTree(one).at("/questions/dark-months/paths").asInt())
        .isEqualTo(3_000);
  }

  private static String withoutTiming(String json) {
    return json.replaceAll("(?s)\"timing\": \\{[^}]*}", "");
  }
}
