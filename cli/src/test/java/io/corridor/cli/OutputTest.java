package io.corridor.cli;

import static io.corridor.cli.CommandLines.corridor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.corridor.cli.CommandLines.Outcome;
import io.corridor.model.Printable;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** What is printed: nothing that a terminal obeys, and a failure where it gets lost. */
class OutputTest {
  /** Sets a title, clears the screen, both in one and in two bytes; turns the order of letters. */
  private static final String HOSTILE =
      "\\e]0;pwned\\a \\e[2J \\u009b2J \\u202egnp.\\u2066exe \\x7f =1+1";

  @TempDir private Path folder;

  private Path scenario() throws IOException {
    Path file = folder.resolve("hostile \u202e\u001b[31m.yaml");
    corridor("init", file.toString());
    String yaml = Files.readString(file);
    Files.writeString(
        file,
        yaml.replaceFirst("(?m)^name:.*$", Matcher.quoteReplacement("name: \"" + HOSTILE + "\""))
            + "\nvariants: {longer: {months: 61}}\n");
    return file;
  }

  private static void assertHarmless(String text) {
    assertThat(text.codePoints().filter(c -> c != '\n' && c != '\t' && c != '\r'))
        .allMatch(Printable::isSafe);
  }

  @Test
  void nothingThatATerminalObeysIsPrinted() throws IOException {
    String file = scenario().toString();
    String out = folder.resolve("out").toString();
    List<List<String>> lines =
        List.of(
            List.of("run", file, "--paths", "50", "--out", out),
            List.of("run", file, "--paths", "50", "--json"),
            List.of("run", file, "--variant", "none\u009b2J"),
            List.of("compare", file, "longer", "--paths", "50"),
            List.of("compare", file, "longer", "--paths", "50", "--json"),
            List.of("sweep", file, "--paths", "50", "--vary", "name=a\u202e,\u001b[2J"),
            List.of("explain", file, "--path", "3"),
            List.of("explain", file, "--path", "3", "--json"),
            List.of("validate", file, file + "\u001b"),
            List.of("report", "no\u001b[2Jfolder"),
            List.of("run", file, "--set", "months=\u202e\u001b[2J"),
            List.of("r\u001b[2Jn"));
    for (List<String> line : lines) {
      Outcome outcome = corridor(line.toArray(new String[0]));
      assertThat(outcome.out() + outcome.err()).as("%s", line).isNotBlank();
      assertHarmless(outcome.out());
      assertHarmless(outcome.err());
    }
    assertHarmless(Files.readString(Path.of(out, "report.html")));
    String json = Files.readString(Path.of(out, "result.json"));
    assertHarmless(json);
    assertThat(JsonMapper.shared().readTree(json).at("/scenario/name").asString())
        .as("the name is what it was")
        .isEqualTo("\u001b]0;pwned\u0007 \u001b[2J \u009b2J \u202egnp.\u2066exe \u007f =1+1");
  }

  @Test
  void ourOwnStylesPassAndOthersDont() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ConsoleStream out = ConsoleStream.to(bytes)) {
      out.println("\u001b[1mTitle\u001b[0m \u001b[38;5;69m██\u001b[0m \u001b[8mhidden\u001b[2J");
    }
    assertThat(bytes.toString(StandardCharsets.UTF_8).strip())
        .isEqualTo("\u001b[1mTitle\u001b[0m \u001b[38;5;69m██\u001b[0m ?[8mhidden?[2J");
  }

  @Test
  void spreadsheetsFindNoFormula() throws IOException {
    String out = folder.resolve("out").toString();
    String vary = "name='=cmd|''/C calc''!A0','@x','-0.5','+1 bn','-2 %',plain";
    Outcome swept = corridor("sweep", "yardstick", "--paths", "50", "--vary", vary, "--out", out);
    assertThat(swept.err()).isEmpty();
    try (Stream<String> lines = Files.lines(Path.of(out, "sweep.csv"))) {
      assertThat(lines.skip(1).map(line -> line.substring(0, 5)))
          .noneMatch(cell -> cell.matches("[=@\t].*|[-+][^0-9.].*"));
    }
  }

  /** Names of metrics are anybody's there. */
  @Test
  void scoresOfAnybodysDrawsHoldNoFormula() throws IOException {
    String metric = "\"=cmd|'/C calc'!A0,\u001b[2J\"";
    Path draws = folder.resolve("draws.csv");
    Files.writeString(
        draws,
        "metric,origin,period,draw,value\n%1$s,2019-12,2020-01,0,50\n%1$s,2019-12,2020-01,1,51\n"
            .formatted(metric));
    Path actuals = folder.resolve("actuals.csv");
    Files.writeString(actuals, "metric,period,value\n" + metric + ",2020-01,50\n");
    Path out = folder.resolve("out");
    Outcome scored =
        corridor(
            "score", draws.toString(), "--actuals", actuals.toString(), "--out", out.toString());
    assertThat(scored.err()).isEmpty();
    assertThat(Files.readAllLines(out.resolve("score.csv")).get(1))
        .startsWith("\"'=cmd|'/C calc'!A0,?[2J\",2019-12,");
    assertHarmless(scored.out() + Files.readString(out.resolve("score.html")));
    assertHarmless(Files.readString(out.resolve("score.json")));
  }

  @Test
  void aFullStandardOutputIsAFailure() throws IOException, InterruptedException {
    File full = new File("/dev/full");
    assumeTrue(full.exists(), "no /dev/full here");
    for (List<String> line :
        List.of(
            List.of("run", "yardstick", "--paths", "50"),
            List.of("run", "yardstick", "--paths", "50", "--json"),
            List.of("schema"),
            List.of("--help"))) {
      Process child = child(line).redirectOutput(full).start();
      assertThat(child.waitFor(10, TimeUnit.MINUTES)).as("ends").isTrue();
      assertThat(child.exitValue()).as("%s", line).isEqualTo(ExitStatus.FAILED);
      assertThat(folder.resolve("err"))
          .hasContent(
              "corridor: standard output couldn't be written completely:"
                  + " No space left on device");
    }
  }

  /** As in {@code corridor schema | head}. */
  @Test
  void aReaderThatWantsNoMoreIsNoneToComplainTo() throws IOException, InterruptedException {
    Process child = child(List.of("schema")).start();
    child.getInputStream().close();
    assertThat(child.waitFor(10, TimeUnit.MINUTES)).as("ends").isTrue();
    assertThat(folder.resolve("err")).isEmptyFile();
    assertThat(child.exitValue()).isEqualTo(ExitStatus.FAILED);
  }

  /** Also where it is read more than once: by each point of a sweep, and as it stands. */
  @Test
  void aScenarioComesFromStandardInputOrAPipe() throws IOException, InterruptedException {
    Path file = folder.resolve("mine.yaml");
    corridor("init", file.toString());
    for (List<String> line :
        List.of(
            List.of("run", "-", "--set", "run.seed=2", "--paths", "50"),
            List.of("sweep", "/dev/stdin", "--paths", "50", "--vary", "name=a,b"),
            List.of("validate", "-"))) {
      Process child = child(line).redirectInput(ProcessBuilder.Redirect.PIPE).start();
      try (OutputStream in = child.getOutputStream()) {
        Files.copy(file, in);
      }
      child.getInputStream().transferTo(OutputStream.nullOutputStream());
      assertThat(child.waitFor(10, TimeUnit.MINUTES)).as("ends").isTrue();
      assertThat(folder.resolve("err")).as("%s", line).isEmptyFile();
      assertThat(child.exitValue()).as("%s", line).isZero();
    }
  }

  private ProcessBuilder child(List<String> args) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", // nothing here runs long enough for more
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
    command.addAll(args);
    return new ProcessBuilder(command).redirectError(folder.resolve("err").toFile());
  }
}
