package io.corridor.cli;

import static io.corridor.cli.CommandLines.corridor;
import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.cli.CommandLines.Outcome;
import io.corridor.simulation.Simulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The options for runs that are gone on with, and for a precision. */
class LongRunsTest {
  @TempDir private Path folder;

  private Path out() {
    return folder.resolve("results");
  }

  private Outcome run(String... options) {
    return run(Simulator::run, options);
  }

  private Outcome run(Runner runner, String... options) {
    List<String> line = new ArrayList<>(List.of("run", "yardstick", "--set", "months=12"));
    line.addAll(Arrays.asList(options));
    return corridor(runner, line.toArray(new String[0]));
  }

  private Outcome saved(String... options) {
    List<String> all = new ArrayList<>(List.of("--out", out().toString()));
    all.addAll(Arrays.asList(options));
    return run(all.toArray(new String[0]));
  }

  private String result() throws IOException {
    return withoutTiming(Files.readString(out().resolve("result.json")));
  }

  private static String withoutTiming(String json) {
    return json.replaceAll("(?s)\"timing\": \\{[^}]*}", "");
  }

  private List<Path> checkpoints() throws IOException {
    Path checkpoint = out().resolve("checkpoint");
    if (!Files.exists(checkpoint)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(checkpoint)) {
      return files.filter(file -> file.toString().endsWith(".checkpoint")).toList();
    }
  }

  @Test
  void anInterruptedRunSaysHowToGoOnAndDoes() throws IOException {
    Runner cutShort =
        (scenario, settings) ->
            Simulator.run(scenario, settings.withProgress((done, paths) -> done < 40_000));
    Outcome cut = run(cutShort, "--paths", "60000", "--checkpoint", "--out", out().toString());
    assertThat(cut.status()).isEqualTo(130);
    assertThat(cut.err())
        .contains("interrupted after 4", "of 60000 paths; 16384 paths are saved (", "--resume");
    assertThat(out().resolve("result.json")).doesNotExist();
    Outcome refused = saved("--paths", "60000");
    assertThat(refused.status()).isEqualTo(2);
    assertThat(refused.err()).contains("holds what another run has saved", "--resume");
    Outcome resumed = saved("--paths", "60000", "--resume");
    assertThat(resumed.status()).isZero();
    assertThat(resumed.out()).contains("paths are saved (", "--resume adds more");
    String whole = result();
    assertThat(saved("--paths", "60000", "--overwrite", "--no-checkpoint").status()).isZero();
    assertThat(result()).isEqualTo(whole);
    assertThat(checkpoints()).isEmpty();
  }

  @Test
  void aFinishedRunIsGivenMorePathsButNoFewer() throws IOException {
    assertThat(saved("--paths", "20000", "--checkpoint").status()).isZero();
    assertThat(checkpoints()).hasSize(1);
    assertThat(saved("--paths", "40000").err()).contains("holds the results of another run");
    assertThat(saved("--paths", "40000", "--resume").status()).isZero();
    String more = result();
    Outcome fewer = saved("--paths", "20000", "--resume");
    assertThat(fewer.status()).isEqualTo(2);
    assertThat(fewer.err()).contains("more than the 20000 asked for");
    assertThat(saved("--paths", "40000", "--overwrite").status()).isZero();
    assertThat(result()).isEqualTo(more);
  }

  @Test
  void aRunOfAHypercubeIsGivenNoMorePaths() throws IOException {
    Outcome done = saved("--sampling", "lhs", "--paths", "20000", "--checkpoint");
    assertThat(done.out()).contains("paths are saved (").doesNotContain("adds more");
    Outcome more = saved("--sampling", "lhs", "--paths", "40000", "--resume");
    assertThat(more.status()).isEqualTo(2);
    assertThat(more.err()).contains("lhs of 20000 paths, this one's lhs of 40000 paths");
    Outcome other = saved("--sampling", "sobol", "--paths", "20000", "--resume");
    assertThat(other.status()).isEqualTo(2);
    assertThat(other.err()).contains("sampling is lhs of 20000 paths, this one's sobol");
  }

  @Test
  void anotherRunIsRefusedAndItsResultsKept() throws IOException {
    assertThat(saved("--paths", "20000", "--checkpoint").status()).isZero();
    String before = result();
    Outcome seed = saved("--paths", "20000", "--resume", "--seed", "9");
    assertThat(seed.status()).isEqualTo(2);
    assertThat(seed.err()).contains("its seed is 1, this one's 9");
    Outcome scenario = saved("--paths", "20000", "--resume", "--set", "drivers.price.level=81");
    assertThat(scenario.status()).isEqualTo(2);
    assertThat(scenario.err())
        .contains("its scenario has 'price: ", "level: 80", "level: 81", "under drivers");
    assertThat(result()).isEqualTo(before);
  }

  @Test
  void shortRunsSaveNothingUnlessAsked() throws IOException {
    assertThat(saved("--paths", "3000").status()).isZero();
    assertThat(checkpoints()).isEmpty();
    assertThat(saved("--paths", "3000", "--resume").err()).contains("results of another run");
  }

  @Test
  void optionsThatMakeNoSenseAreRefused() {
    assertWrong("--resume", "need --out");
    assertWrong("--checkpoint", "need --out");
    assertWrong("--precision 0", "'0' is not above 0 and below 100 %");
    assertWrong("--precision 100%", "'100%' is not above 0 and below 100 %");
    assertWrong("--precision half", "write 0.5% or 0.005");
    assertWrong("--precision 1% --paths 100", "--paths and --precision both say how many paths");
    assertWrong("--max-paths 100", "need a --precision");
    assertWrong(
        "--precision 1% --max-paths 0",
        "run.max-paths: must be a whole number from 1 to 1000000000000, not 0");
    assertWrong("--precision 1% --precision-metrics total.12", "total.12m");
    assertWrong("--resume --no-checkpoint --out " + out(), "leave out --no-checkpoint");
  }

  private void assertWrong(String options, String... told) {
    Outcome outcome = run(options.split(" "));
    assertThat(outcome.status()).isEqualTo(2);
    assertThat(outcome.err()).contains(told);
  }

  @Test
  void aPrecisionDecidesTheNumberOfPaths() {
    Outcome run = run("--precision", "3%", "--precision-metrics", "total.12m");
    assertThat(run.status()).isZero();
    assertThat(run.out()).contains("Precise to 3 %, as asked: ", "16 384 paths");
    JsonNode json =
        JsonMapper.shared()
            .readTree(
                run("--precision", "0.03", "--precision-metrics", "total.12m", "--json").out());
    assertThat(json.at("/run/paths").asLong()).isEqualTo(16_384);
    assertThat(json.at("/run/precision/asked").asDouble()).isEqualTo(0.03);
    assertThat(json.at("/run/precision/reached").asDouble()).isBetween(0.0001, 0.03);
    assertThat(json.at("/run/precision/questions").size()).isEqualTo(2);
    assertThat(json.at("/run/precision/metrics/total.12m").asDouble()).isPositive();
  }

  @Test
  void whatIsShortOfAPrecisionIsNamed() {
    Outcome run = run("--set", "run.precision=0.1 %", "--set", "run.max-paths=20000");
    assertThat(run.status()).isZero();
    assertThat(run.out())
        .containsPattern(
            "Not precise to 0.1 % at the maximum number of paths:\\s+question\\s+dark-months")
        .contains("20 000 paths");
  }
}
