package io.corridor.cli;

import static io.corridor.cli.CommandLines.corridor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.corridor.cli.CommandLines.Outcome;
import io.corridor.simulation.Simulator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Folders for results that are in use, in the way, gone, or hold the results of others. */
class OutFolderTest {
  @TempDir private Path folder;

  private String out() {
    return folder.resolve("out").toString();
  }

  private List<String> names(String name) throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve(name))) {
      return files.map(file -> String.valueOf(file.getFileName())).sorted().toList();
    }
  }

  private static Outcome run(String... more) {
    List<String> line = new ArrayList<>(List.of("run", "yardstick", "--paths", "100"));
    line.addAll(List.of(more));
    return corridor(line.toArray(new String[0]));
  }

  /** The Parquet file holds no native code, which would have to be unpacked there. */
  @Test
  void aTemporaryDirectoryIsNotNeeded() throws IOException, InterruptedException {
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "-Djava.io.tmpdir=" + folder.resolve("missing"),
                Main.class.getName(),
                "run",
                "yardstick",
                "--paths",
                "100",
                "--out",
                out(),
                "--paths-out",
                folder.resolve("paths.parquet").toString())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(folder.resolve("err").toFile())
            .start();
    assertThat(child.waitFor(10, TimeUnit.MINUTES)).as("ends").isTrue();
    assertThat(folder.resolve("err")).isEmptyFile();
    assertThat(child.exitValue()).isZero();
    assertThat(names("out"))
        .containsExactly("report.html", "result.json", "series.csv", "series.parquet");
    assertThat(folder.resolve("paths.parquet")).isNotEmptyFile();
  }

  @Test
  void twoCommandsDontWriteToOneFolder() throws IOException {
    List<Outcome> others = new ArrayList<>();
    Runner runner =
        (scenario, settings) -> {
          others.add(run("--out", out(), "--overwrite"));
          others.add(
              corridor("compare", "iran-iraq-2019", "no-sanctions", "--out", out(), "--overwrite"));
          others.add(
              corridor(
                  "sweep", "yardstick", "--vary", "months=12,24", "--out", out(), "--overwrite"));
          return Simulator.run(scenario, settings);
        };
    Outcome first = corridor(runner, "run", "yardstick", "--paths", "100", "--out", out());
    assertThat(first.status()).isZero();
    assertThat(others)
        .hasSize(3)
        .allSatisfy(
            other -> {
              assertThat(other.status()).isEqualTo(ExitStatus.FAILED);
              assertThat(other.err()).contains("another command writes to " + out() + " now");
            });
    assertThat(names("out"))
        .containsExactly("report.html", "result.json", "series.csv", "series.parquet");
  }

  /** Names of the process, as they were in containers: all have number 1 there. */
  @Test
  void whatKilledCommandsLeftIsRemovedAndNothingElse() throws IOException {
    Files.createDirectories(Path.of(out()));
    String left = ".result.json." + "0123456789abcdef".repeat(2) + ".part";
    for (String name : List.of(left, ".mine.part", "a.part", ".x.0123.part", ".corridor.lock")) {
      Files.writeString(Path.of(out(), name), "x");
    }
    assertThat(run("--out", out()).status()).isZero();
    assertThat(names("out"))
        .containsExactly(
            ".mine.part",
            ".x.0123.part",
            "a.part",
            "report.html",
            "result.json",
            "series.csv",
            "series.parquet");
  }

  /** Results of one time never stand beside those of another. */
  @Test
  void anotherCommandReplacesAllResults() throws IOException {
    assertThat(run("--out", out()).status()).isZero();
    Files.writeString(Path.of(out(), "notes.txt"), "mine");
    String[] compare = {
      "compare", "iran-iraq-2019", "no-sanctions", "--paths", "100", "--out", out(), "--overwrite"
    };
    assertThat(corridor(compare).status()).isZero();
    assertThat(names("out")).containsExactly("comparison.html", "comparison.json", "notes.txt");
    String[] sweep = {
      "sweep", "yardstick", "--vary", "months=12,24", "--paths", "100", "--out", out()
    };
    assertThat(corridor(sweep).err()).contains("holds the results of another run", "--overwrite");
  }

  @Test
  void aFileOfTheUsersIsNotReplacedUnasked() throws IOException {
    Files.createDirectories(Path.of(out()));
    Files.writeString(Path.of(out(), "series.csv"), "mine");
    Outcome refused = run("--out", out());
    assertThat(refused.status()).isEqualTo(ExitStatus.WRONG);
    assertThat(refused.err())
        .contains("holds a series.csv, which would be replaced", "--overwrite");
    assertThat(Path.of(out(), "series.csv")).hasContent("mine");
    assertThat(run("--out", out(), "--overwrite").status()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "dangling, is a link that leads nowhere",
    "loop, is a link that leads nowhere",
    "file, is not a folder",
    "file/below, Not a directory",
    "dangling/below, this folder can't be made here",
  })
  void whatIsNoFolderIsSaidBeforeTheRun(String name, String words) throws IOException {
    Files.createSymbolicLink(folder.resolve("dangling"), folder.resolve("nowhere"));
    Files.createSymbolicLink(folder.resolve("loop"), folder.resolve("loop"));
    Files.writeString(folder.resolve("file"), "");
    Runner never =
        (scenario, settings) -> {
          throw new AssertionError("simulated all the same");
        };
    String out = folder.resolve(name).toString();
    Outcome refused = corridor(never, "run", "yardstick", "--out", out);
    assertThat(refused.status()).isEqualTo(ExitStatus.FAILED);
    assertThat(refused.err()).contains(out, words);
  }

  @ParameterizedTest
  @ValueSource(strings = {"init|", "run|yardstick|--out|", "report|", "run|yardstick|--paths-out|"})
  void anEmptyNameIsNoFolder(String line) {
    Outcome refused = corridor(line.split("\\|", -1));
    assertThat(refused.status()).isEqualTo(ExitStatus.WRONG);
    assertThat(refused.err()).contains("the name is empty");
  }

  @Test
  void aFolderThatIsRemovedMeanwhileIsMadeAgain() throws IOException {
    Runner removing =
        (scenario, settings) -> {
          try {
            Files.delete(Path.of(out(), ".corridor.lock"));
            Files.delete(Path.of(out()));
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
          return Simulator.run(scenario, settings);
        };
    Outcome done = corridor(removing, "run", "yardstick", "--paths", "100", "--out", out());
    assertThat(done.err()).isEmpty();
    assertThat(names("out")).contains("result.json");
  }

  /** Somebody may have put it there. */
  @Test
  void aLinkForALockLeadsToNothing() throws IOException {
    Path mine = Files.writeString(folder.resolve("mine"), "mine");
    Files.createDirectory(Path.of(out()));
    Files.createSymbolicLink(Path.of(out(), ".corridor.lock"), mine);
    Outcome refused = run("--out", out());
    assertThat(refused.status()).isEqualTo(ExitStatus.FAILED);
    assertThat(refused.err()).contains(out(), "symbolic link");
    assertThat(mine).hasContent("mine");
  }

  /** What waits to be written to would be waited for. */
  @Test
  void aPipeIsNoResult() throws IOException, InterruptedException {
    Files.createDirectory(Path.of(out()));
    Path result = Path.of(out(), "result.json");
    try {
      assumeTrue(new ProcessBuilder("mkfifo", result.toString()).start().waitFor() == 0);
    } catch (IOException e) {
      assumeTrue(false, "no mkfifo here");
    }
    assertThat(corridor("report", out()).err()).contains("there is no " + result);
  }

  @Test
  void argumentsAreNotReadFromFiles() throws IOException {
    Path arguments = Files.writeString(folder.resolve("arguments"), "--version");
    Outcome refused = corridor("@" + arguments);
    assertThat(refused.status()).isEqualTo(ExitStatus.WRONG);
    assertThat(refused.err()).contains("unknown command '@" + arguments);
  }
}
