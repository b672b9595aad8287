package io.corridor.cli;

import static io.corridor.cli.CommandLines.corridor;
import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.cli.CommandLines.Outcome;
import io.corridor.report.data.Source;
import io.corridor.report.files.Found;
import io.corridor.report.files.OutFolder;
import io.corridor.report.files.OutFolder.Kind;
import io.corridor.report.screen.Screen;
import io.corridor.run.CancelledException;
import io.corridor.scenarios.LoadedScenario;
import io.corridor.simulation.Settings;
import io.corridor.simulation.Simulator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The answers are printed and written before a page is made, and outlive one that can't be. */
class PagesComeLastTest {
  private static final String PAST = ">Held against its past<";

  @TempDir private Path folder;
  private String file = "";

  @BeforeEach
  void write() throws IOException {
    file = EvidenceCommandsTest.writeTo(folder);
    Files.writeString(folder.resolve("happened.csv"), "metric,period,value\ntotal,2010-03,1e9\n");
  }

  private Path out() {
    return folder.resolve("out");
  }

  /** As soon as anything is printed, a folder stands where the page must go. */
  private Outcome withoutPage(String page, String... line) {
    return hindered(() -> Files.createDirectories(out().resolve(page).resolve("in the way")), line);
  }

  /** Something that comes in the way. */
  @FunctionalInterface
  private interface Hindrance {
    void come() throws IOException;
  }

  /** Runs a command line, of which something comes in the way as soon as anything is printed. */
  private static Outcome hindered(Hindrance hindrance, String... line) {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    OutputStream hindering =
        new OutputStream() {
          @Override
          public void write(int b) {
            printed.write(b);
            try {
              hindrance.come();
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          }
        };
    int status =
        Main.execute(
            new Console(
                new PrintStream(hindering, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false,
                Screen.PLAIN),
            Simulator::run,
            line);
    return new Outcome(
        status, printed.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @CsvSource({
    "run FILE --paths 100, report.html, 'result.json, series.csv, series.parquet'",
    "run FILE --paths 100 --why, report.html,"
        + " 'result.json, series.csv, series.parquet, why.json, why.csv, why.html'",
    "compare FILE SECOND --paths 100, comparison.html, comparison.json",
    "sweep FILE --paths 100 --vary flows.goods.growth=0:0.1:0.1, sweep.html,"
        + " 'sweep.json, sweep.csv'",
    "why FILE --paths 200, why.html, 'why.json, why.csv'",
    "fit FILE, fit.html, 'fit.json, draws.csv'",
    "backtest FILE --paths 50, backtest.html, 'backtest.json, backtest.csv'",
    "score FILE --paths 100 --actuals HAPPENED, score.html, 'score.json, score.csv'",
  })
  void aPageThatCannotBeMadeLosesNothingElse(String command, String page, String files)
      throws IOException {
    String second = Files.copy(Path.of(file), folder.resolve("second.yaml")).toString();
    String line =
        command
            .replace("SECOND", second)
            .replace("FILE", file)
            .replace("HAPPENED", folder.resolve("happened.csv").toString());
    List<String> args = new ArrayList<>(Arrays.asList(line.split(" ")));
    args.addAll(List.of("--out", out().toString()));

    Outcome ended = withoutPage(page, args.toArray(new String[0]));

    assertThat(ended.status()).isEqualTo(ExitStatus.FAILED);
    assertThat(ended.err())
        .contains(
            "corridor: the page couldn't be made, all else is there: "
                + out().resolve(page)
                + ": is a folder, where a file must go");
    assertThat(ended.out()).contains("Written to " + out() + ": " + files + System.lineSeparator());
    List<String> wanted = new ArrayList<>(Arrays.asList(files.split(", ")));
    assertThat(names()).containsAll(wanted);
    for (String name : wanted) {
      assertThat(out().resolve(name)).isNotEmptyFile();
    }
  }

  /** The next command finds nothing odd in what is left. */
  @Test
  void thePageIsMadeAgainLater() throws IOException {
    withoutPage("report.html", "run", file, "--paths", "100", "--out", out().toString());
    Files.delete(out().resolve("report.html/in the way"));
    Files.delete(out().resolve("report.html"));
    assertThat(corridor("report", out().toString()).status()).isZero();
    assertThat(out().resolve("report.html")).isNotEmptyFile();
  }

  @Test
  void pathsThatCannotBeWrittenLoseNothingElse() {
    String paths = out().resolve("paths.parquet").toString();
    Outcome ended =
        withoutPage(
            "paths.parquet",
            "run",
            file,
            "--paths",
            "100",
            "--no-backtest",
            "--out",
            out().toString(),
            "--paths-out",
            paths);
    assertThat(ended.status()).isEqualTo(ExitStatus.FAILED);
    assertThat(ended.err())
        .startsWith("corridor: the paths couldn't be written: " + paths + ": is a folder");
    assertThat(ended.out()).contains(": result.json, series.csv, series.parquet, report.html");
  }

  /** That there was no such file before the run doesn't mean that there is none after it. */
  @Test
  void pathsAreWrittenOverNoOtherFile() throws IOException {
    Path paths = folder.resolve("paths.parquet");
    Outcome ended =
        hindered(
            () -> Files.writeString(paths, "another's"),
            "run",
            file,
            "--paths",
            "100",
            "--paths-out",
            paths.toString());
    assertThat(ended.status()).isEqualTo(ExitStatus.FAILED);
    assertThat(ended.err())
        .isEqualTo(
            "corridor: the paths couldn't be written: "
                + paths
                + " exists already"
                + System.lineSeparator());
    assertThat(paths).hasContent("another's");
  }

  @Test
  void whatIsInterruptedWhileThePageIsMadeIsThere() throws IOException {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Console console =
        new Console(
            new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            false,
            Screen.PLAIN);
    Files.createDirectories(out());
    Ending ending = new Ending(console, false, Optional.of(OutFolder.open(out(), Kind.RUN, false)));
    LoadedScenario loaded = ScenarioStore.read("yardstick", ScenarioStore.reader());
    Source source = ScenarioStore.source(loaded);
    Found found =
        Found.run(
            Simulator.run(loaded.scenario(), Settings.of(loaded.scenario()).withPaths(50)),
            source,
            Map.of(),
            progress -> {
              throw new CancelledException(3, 50);
            },
            progress -> Optional.empty());

    assertThat(ending.tell(found)).isEqualTo(ExitStatus.INTERRUPTED);

    assertThat(err.toString(StandardCharsets.UTF_8))
        .isEqualTo(
            "corridor: interrupted while the page was made; result.json, series.csv are written"
                + System.lineSeparator());
    assertThat(names()).containsExactly("result.json", "series.csv");
    assertThat(corridor("report", out().toString()).err())
        .contains("its run ended before that was there");
  }

  /** It takes a while, which nobody expects of a run. */
  @ParameterizedTest
  @CsvSource({
    "run, report.html",
    "compare, comparison.html",
    "sweep, sweep.html",
  })
  void thatThePastIsForecastIsSaidAndMayBeLeftOut(String command, String page) throws IOException {
    List<String> line = new ArrayList<>(List.of(command, file, "--paths", "100"));
    if (command.equals("compare")) {
      line.add(1, Files.copy(Path.of(file), folder.resolve("second.yaml")).toString());
    } else if (command.equals("sweep")) {
      line.addAll(List.of("--vary", "flows.goods.growth=0:0.1:0.1"));
    }
    assertThat(corridor(line.toArray(new String[0])).err()).isEmpty();
    line.addAll(List.of("--overwrite", "--out", out().toString()));
    assertThat(corridor(line.toArray(new String[0])).err())
        .contains(
            "corridor: the page also tells how forecasts of the scenario's past would have done: 13"
                + " origins of 1000 paths each; --no-backtest leaves that out");
    assertThat(Files.readString(out().resolve(page)).contains(PAST)).isTrue();
    for (String without : List.of("--no-backtest", "--json")) {
      line.add(without);
      assertThat(corridor(line.toArray(new String[0])).err()).isEmpty();
      assertThat(Files.readString(out().resolve(page)).contains(PAST)).isFalse();
      line.remove(without);
    }
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(out())) {
      return files.map(path -> String.valueOf(path.getFileName())).sorted().toList();
    }
  }
}
