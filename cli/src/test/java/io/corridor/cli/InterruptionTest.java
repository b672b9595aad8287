package io.corridor.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.corridor.run.CancelledException;
import io.corridor.run.Progress;
import java.io.BufferedReader;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class InterruptionTest {
  private static final int SIGINT = 2;

  @Test
  @Timeout(1200)
  void endsARunThatListensAndWaitsForIt() throws InterruptedException {
    Interruption interruption = Interruption.listen(Progress.NONE);
    assertThat(interruption.goOn(1, 10)).isTrue();
    Thread asking = new Thread(interruption::endRun);
    asking.start();
    while (interruption.goOn(1, 10)) {
      Thread.onSpinWait();
    }
    interruption.close();
    asking.join();
    assertThat(interruption.goOn(2, 10)).isFalse();
  }

  @Test
  void passesOnWhatTheNextListenerSays() {
    try (Interruption interruption = Interruption.listen((done, paths) -> done < 5)) {
      assertThat(interruption.goOn(4, 10)).isTrue();
      assertThat(interruption.goOn(5, 10)).isFalse();
    }
  }

  @Test
  @Timeout(1200)
  void ctrlCSaysWhatIsDoneAndEndsWithStatus130() throws IOException, InterruptedException {
    assumeTrue(Files.isReadable(Path.of("/proc/self/status")), "no /proc here");
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                EndlessRun.class.getName())
            .start();
    try (BufferedReader err = child.errorReader(StandardCharsets.UTF_8)) {
      assertThat(err.readLine()).isEqualTo(EndlessRun.STARTED);
      assumeTrue(!ignores(child, SIGINT), "whoever started the tests has Ctrl-C ignored");
      new ProcessBuilder("kill", "-INT", Long.toString(child.pid())).start().waitFor();
      assertThat(err.readLine())
          .isEqualTo("corridor: interrupted after 400 of 1000 paths; nothing was written");
      assertThat(child.waitFor(10, TimeUnit.MINUTES)).isTrue();
      assertThat(child.exitValue()).isEqualTo(130);
    } finally {
      child.destroyForcibly();
    }
  }

  @Test
  @Timeout(1200)
  void aTerminalShowsABarAndCtrlCWritesNothing() throws IOException, InterruptedException {
    assumeTrue(Files.isReadable(Path.of("/proc/self/status")), "no /proc here");
    Process child = corridor("run", "yardstick", "--paths", "4e9");
    try (BufferedReader err = child.errorReader(StandardCharsets.UTF_8)) {
      String bar = readTo("paths", err);
      assertThat(bar).contains("0% ", "4000000000");
      assumeTrue(!ignores(child, SIGINT), "whoever started the tests has Ctrl-C ignored");
      interrupt(child);
      assertThat(readTo("nothing was written", err))
          .containsPattern("corridor: interrupted after \\d+ of 4000000000 paths; ");
      assertThat(child.waitFor(10, TimeUnit.MINUTES)).isTrue();
      assertThat(child.exitValue()).isEqualTo(130);
    } finally {
      child.destroyForcibly();
    }
  }

  @Test
  @Timeout(1200)
  void ctrlCWhilePathsAreWrittenLeavesNoHalfOfAFile(@TempDir Path folder)
      throws IOException, InterruptedException {
    assumeTrue(Files.isReadable(Path.of("/proc/self/status")), "no /proc here");
    Path file = folder.resolve("paths.parquet");
    Process child = corridor("run", "yardstick", "--paths", "200k", "--paths-out", file.toString());
    try (BufferedReader err = child.errorReader(StandardCharsets.UTF_8)) {
      readTo("writing", err);
      assertThat(folder).isDirectoryContaining("glob:**/.paths.parquet.*.part");
      assumeTrue(!ignores(child, SIGINT), "whoever started the tests has Ctrl-C ignored");
      interrupt(child);
      assertThat(readTo("the answers are printed", err))
          .contains("corridor: interrupted after ", " of " + file + ", which was not written; ");
      assertThat(child.waitFor(10, TimeUnit.MINUTES)).isTrue();
      assertThat(child.exitValue()).isEqualTo(130);
      assertThat(folder).isEmptyDirectory();
    } finally {
      child.destroyForcibly();
    }
  }

  private static Process corridor(String... args) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "-Dcorridor.terminal=true",
                "-Dcorridor.patience=600000",
                Main.class.getName()));
    command.addAll(List.of(args));
    return new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
  }

  /** Reads up to {@code words}, or to the end. */
  private static String readTo(String words, BufferedReader in) throws IOException {
    StringBuilder text = new StringBuilder();
    for (int c = in.read(); c >= 0; c = in.read()) {
      text.append((char) c);
      if (text.indexOf(words, text.length() - words.length()) >= 0) {
        break;
      }
    }
    return text.toString();
  }

  private static void interrupt(Process child) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-INT", Long.toString(child.pid())).start().waitFor();
  }

  private static boolean ignores(Process process, int signal) throws IOException {
    return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
        .filter(line -> line.startsWith("SigIgn:"))
        .anyMatch(line -> new BigInteger(line.substring(7).strip(), 16).testBit(signal - 1));
  }

  /** A process whose run goes on until it is told to end. */
  static final class EndlessRun {
    static final String STARTED = "started";

    private EndlessRun() {}

    /** Runs a shipped scenario on an engine that is never done. */
    public static void main(String[] args) {
      Runner endless =
          (scenario, settings) -> {
            System.err.println(STARTED);
            while (settings.progress().goOn(400, 1_000)) {
              Thread.onSpinWait();
            }
            throw new CancelledException(400, 1_000);
          };
      System.exit(Main.execute(Console.system(), endless, "run", "yardstick", "--paths", "1000"));
    }
  }
}
