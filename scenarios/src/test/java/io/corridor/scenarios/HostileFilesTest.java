package io.corridor.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.corridor.scenarios.internal.yaml.Folder;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are broken on purpose, or by accident: each is refused with a place and a reason. */
class HostileFilesTest {
  @TempDir Path folder;

  private List<FileProblem> problems(byte[] bytes) throws IOException {
    Path file = folder.resolve("x.yaml");
    Files.write(file, bytes);
    return problems(file);
  }

  private static List<FileProblem> problems(Path file) {
    ScenarioFileException exception =
        catchThrowableOfType(ScenarioFileException.class, () -> ScenarioReader.create().read(file));
    assertThat(exception).as("%s is refused", file).isNotNull();
    return exception.problems();
  }

  private void refused(String text, int line, int column, String words) throws IOException {
    List<FileProblem> problems = problems(text.getBytes(StandardCharsets.UTF_8));

    assertThat(problems).as("%s", problems).hasSize(1);
    assertThat(problems.get(0).message()).contains(words);
    assertThat(problems.get(0))
        .extracting(FileProblem::line, FileProblem::column)
        .containsExactly(line, column);
    assertThat(problems.get(0).toString()).hasSizeLessThan(1000).doesNotContain("Exception");
  }

  @Test
  void aliasesThatWriteOutToBillions() throws IOException {
    StringBuilder yaml = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 20; i++) {
      yaml.append("a").append(i).append(": &a").append(i).append(" [");
      yaml.append(("*a" + (i - 1) + ", ").repeat(9)).append("*a").append(i - 1).append("]\n");
    }
    refused(yaml.toString(), 5, 50, "more than 100 000 values");
  }

  @Test
  void anAliasToItself() throws IOException {
    refused(
        "corridor: 1\nname: &a [*a]\n", 2, 11, "alias '*a' names no anchor that ends before it");
  }

  /** A file of 400 kB that would take gigabytes, and pages of as many. */
  @ParameterizedTest
  @ValueSource(strings = {"'%s'", "%s", "[[%s]]"})
  void aLongTextNamedVeryOften(String text) throws IOException {
    String yaml = "a: &a " + text.formatted("9".repeat(300_000)) + "\nb: [" + "*a, ".repeat(30_000);
    List<FileProblem> problems = problems((yaml + "1]\n").getBytes(StandardCharsets.UTF_8));

    assertThat(problems).hasSize(1);
    assertThat(problems.get(0).message()).contains("more than 4 MiB of text");
  }

  @Test
  void noProblemQuotesMuch() throws IOException {
    String number = "9".repeat(300_000);
    String yaml =
        Minimal.YAML.replace("name: Minimal", "name: &n " + number)
            + "sources: [*n, *n, *n, *n, *n]\n";
    assertThat(problems(yaml.getBytes(StandardCharsets.UTF_8)))
        .isNotEmpty()
        .allSatisfy(problem -> assertThat(problem.toString()).hasSizeLessThan(1000));
  }

  /** What waits to be written to would be waited for. */
  @Test
  void pipesAndDevicesAreNoFilesToBeNamed() throws IOException, InterruptedException {
    Path pipe = folder.resolve("pipe");
    try {
      assumeTrue(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0);
    } catch (IOException e) {
      assumeTrue(false, "no mkfifo here");
    }
    refused("corridor: 1\nextends: pipe\n", 2, 10, "'pipe' is no regular file");
    Files.writeString(folder.resolve("x.csv"), "a\n1\n2\n");
    String bootstrap = "{kind: bootstrap, start: 50, file: %s, column: a, block: 6}";
    String yaml = Minimal.YAML.replaceFirst("\\{kind: gbm[^}]*}", bootstrap.formatted("pipe"));
    assertThat(problems(yaml.getBytes(StandardCharsets.UTF_8)).toString())
        .contains("'pipe' is no regular file");
    String draws = Minimal.YAML + "draws: {of: {file: pipe}}\n";
    assertThat(problems(draws.getBytes(StandardCharsets.UTF_8)).toString())
        .contains("'pipe' is no regular file");
    String data =
        Minimal.YAML + "data: {of: {file: pipe, date: month, value: usd, unit: USD/bbl}}\n";
    assertThat(problems(data.getBytes(StandardCharsets.UTF_8)).toString())
        .contains("'pipe' is no regular file");
  }

  @Test
  void aLongRowOfFilesThatExtendEachOther() throws IOException {
    for (int i = 0; i < 4_000; i++) {
      Files.writeString(folder.resolve(i + ".yaml"), "extends: " + (i + 1) + ".yaml\n");
    }
    assertThat(problems(folder.resolve("0.yaml")).toString())
        .contains("19.yaml:1:10", "leads through more than 20 files");
  }

  @Test
  void aLargeTableThatIsNamedVeryOftenIsReadOnce() throws IOException {
    Files.writeString(
        folder.resolve("x.csv"), "a,b\n" + ("1.5," + "x".repeat(95) + "\n").repeat(20_000));
    StringBuilder drivers = new StringBuilder("drivers:\n");
    for (int i = 0; i < 100; i++) {
      drivers
          .append("  d")
          .append(i)
          .append(": {kind: bootstrap, start: 1, file: x.csv, column: a, block: 6}\n");
    }
    String text = Minimal.YAML.replaceFirst("drivers:\n", drivers.toString());
    Path file = Files.writeString(folder.resolve("x.yaml"), text);

    LoadedScenario loaded = ScenarioReader.create().read(file);

    assertThat(loaded.texts().files()).containsOnlyKeys("x.csv");
    assertThat(loaded.scenario().drivers().keySet()).contains("d0", "d99");
  }

  @Test
  void noMoreTablesAreReadThanAScenarioCanNeed() throws IOException {
    byte[] table = new byte[40 << 20];
    Folder.Found scenario =
        new Folder.Found(
            "x.yaml", "x", new byte[0], name -> new Folder.Found(name, name, table, Folder.NONE));
    Folder limited = Limited.of(scenario, new HashMap<>()).folder();
    for (int i = 0; i < 100; i++) {
      assertThat(limited.open("a.csv").bytes()).isSameAs(table);
    }
    for (String name : List.of("b.csv", "c.csv", "d.csv")) {
      limited.open(name);
    }

    assertThatThrownBy(() -> limited.open("e.csv"))
        .hasMessageContaining("names files of more than 128 MiB in all");
  }

  /** A table may be larger than a scenario, and what is said of one that is too large fits it. */
  @Test
  void aTableHasALimitOfItsOwn() throws IOException {
    String yaml = Minimal.YAML + "data: {of: {file: x.csv, date: month, value: usd}}\n";
    StringBuilder csv = new StringBuilder("month,usd,other\n");
    for (int month = 1; month <= 9; month++) {
      csv.append("2019-0").append(month).append(",1,").append("x".repeat(300_000)).append('\n');
    }
    Files.writeString(folder.resolve("x.csv"), csv);
    Path file = Files.writeString(folder.resolve("x.yaml"), yaml);
    assertThat(ScenarioReader.create().read(file).evidence().data().get("of").observations())
        .hasSize(9);
    try (RandomAccessFile large = new RandomAccessFile(folder.resolve("x.csv").toFile(), "rw")) {
      large.setLength(65L << 20);
    }
    assertThat(problems(file).toString())
        .contains("is larger than 64 MiB, the most that a table may have")
        .doesNotContain("that is no scenario");
  }

  @Test
  void anAliasIsAnotherWayToWriteAValue() {
    String yaml =
        Minimal.YAML
            .replace("base: 10 mcm/d", "base: &base 10 mcm/d")
            .replace("base: 5 mcm/d", "base: *base");

    assertThat(
            ScenarioReader.create()
                .readText(yaml, "x")
                .scenario()
                .energy()
                .orElseThrow()
                .carriers()
                .get("gas")
                .supply()
                .quantity()
                .base())
        .isEqualTo(io.corridor.model.Value.of(10));
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{a: ", "- ", "? "})
  void nestingToTheEndOfTheFile(String opening) throws IOException {
    String yaml = opening.repeat(1_000_000 / opening.length());

    refused(yaml, 1, 1 + 50 * opening.length(), "nested more than 50 deep");
  }

  @Test
  void aListWithoutEnd() throws IOException {
    refused("a: [" + "1,".repeat(500_000) + "]", 1, 5 + 2 * 99_997, "more than 100 000 values");
  }

  @Test
  void aHundredMegabytesAreNotRead() throws IOException {
    Path file = folder.resolve("large.yaml");
    try (RandomAccessFile large = new RandomAccessFile(file.toFile(), "rw")) {
      large.setLength(100L << 20);
    }
    assertThat(problems(file).get(0))
        .hasToString(file + ": is larger than 1 MiB; that is no scenario");
  }

  @Test
  void aKeyOfHalfAMegabyte() throws IOException {
    String key = "k".repeat(1 << 19);

    assertThat(problems((Minimal.YAML + "? " + key + "\n: 1\n").getBytes(StandardCharsets.UTF_8)))
        .allSatisfy(problem -> assertThat(problem.toString()).hasSizeLessThan(1000));
  }

  @Test
  void aNumberOfAMillionDigits() throws IOException {
    String number = "9".repeat(1_000_000);
    refused(Minimal.replacing("months: 12", "months: " + number), 5, 9, "must be a whole number");
    refused(Minimal.replacing("start: 50", "start: 1e999999"), 8, 27, "is too large for a number");
  }

  @Test
  void aThousandVariants() throws IOException {
    StringBuilder yaml = new StringBuilder(Minimal.YAML).append("variants:\n");
    for (int i = 0; i < 1000; i++) {
      yaml.append("  v").append(i).append(": {months: 13}\n");
    }
    refused(yaml.toString(), 22, 3, "has 1000 variants; at most 100 are read");
  }

  @Test
  void manyVariantsOfManyValues() throws IOException {
    StringBuilder yaml = new StringBuilder(Minimal.YAML).append("partners:\n");
    for (int i = 0; i < 10_000; i++) {
      yaml.append("  p").append(i).append(": {annual-value: 1}\n");
    }
    yaml.append("variants:\n");
    for (int i = 0; i < 100; i++) {
      yaml.append("  v").append(i).append(": {months: 3}\n");
    }
    refused(yaml.toString(), 10_023, 3, "100 variants of 20247 values each are too many to check");
  }

  @Test
  void keysUsedTwiceAreAllTold() throws IOException {
    String yaml =
        Minimal.YAML
            .replace("months: 12", "months: 12\nmonths: 13")
            .replace("to: BBB", "to: BBB, to: AAA");

    assertThat(problems(yaml.getBytes(StandardCharsets.UTF_8)))
        .extracting(FileProblem::line, FileProblem::column, FileProblem::key, FileProblem::message)
        .containsExactly(
            org.assertj.core.api.Assertions.tuple(
                6, 1, "months", "key 'months' is used twice; it stands in line 5 already"),
            org.assertj.core.api.Assertions.tuple(
                19, 31, "flows.goods.to", "key 'to' is used twice; it stands in line 19 already"));
  }

  @Test
  void severalDocuments() throws IOException {
    refused(Minimal.YAML + "---\ncorridor: 1\n", 21, 1, "a second YAML document begins here");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n\n", "# only a comment\n", "---\n", "null\n"})
  void emptyFiles(String text) throws IOException {
    refused(text, 1, 1, "is empty; a scenario begins with 'corridor: 1'");
  }

  @Test
  void otherThingsThanAMapping() throws IOException {
    refused("- a\n", 1, 1, "must be a mapping that begins with 'corridor: 1'");
    refused("\n  hello\n", 2, 3, "must be a mapping that begins with 'corridor: 1'");
  }

  @Test
  void tabs() throws IOException {
    refused(
        "corridor: 1\nparties:\n\texporter: AAA\n", 3, 1, "a tab can't indent YAML; use spaces");
  }

  @Test
  void syntaxErrors() throws IOException {
    refused("corridor: 1\nname: [a, b\n", 3, 1, "not YAML: ");
    refused("corridor: 1\nname: a: b\n", 2, 8, "a text that holds a colon must stand in quotes");
    refused("corridor: 1\nname: 'a\n", 3, 1, "not YAML: ");
    refused("corridor: 1\n[a]: b\n", 2, 1, "a key must be a word, not a list or mapping");
    refused("corridor: 1\nname: \u0001\n", 2, 7, "character U+0001 may not stand in YAML");
    refused("corridor: 1\nname: a\n x: b\n", 3, 3, "the indentation is wrong");
  }

  @Test
  void tags() throws IOException {
    refused(
        Minimal.replacing("name: Minimal", "name: !!binary TWluaW1hbA=="),
        2,
        7,
        "tag 'tag:yaml.org,2002:binary' is no part of the format");
  }

  @Test
  void otherEncodings() throws IOException {
    byte[] latin1 =
        Minimal.replacing("Minimal", "d\u00e9tente").getBytes(StandardCharsets.ISO_8859_1);
    assertThat(problems(latin1).get(0).toString())
        .endsWith("x.yaml:2:8: byte 0xE9 is not UTF-8; save the file as UTF-8");

    byte[] utf16 = Minimal.YAML.getBytes(StandardCharsets.UTF_16);
    assertThat(problems(utf16).get(0).toString())
        .endsWith("x.yaml:1:1: byte 0xFE is not UTF-8; save the file as UTF-8");

    byte[] cut = "name: \u20ac".getBytes(StandardCharsets.UTF_8);
    assertThat(problems(Arrays.copyOf(cut, cut.length - 1)).get(0).toString())
        .contains("x.yaml:1:7: byte 0xE2 is not UTF-8");
  }

  @Test
  void byteOrderMarkAndCarriageReturnsAreFine() throws IOException {
    Path file = folder.resolve("windows.yaml");
    Files.writeString(file, "\uFEFF" + Minimal.YAML.replace("\n", "\r\n"));

    assertThat(ScenarioReader.create().read(file).scenario()).isEqualTo(Minimal.scenario());

    Files.writeString(
        file, "\uFEFF" + Minimal.YAML.replace("kind: gbm", "kind: x").replace("\n", "\r\n"));
    assertThat(problems(file).get(0))
        .extracting(FileProblem::line, FileProblem::column)
        .containsExactly(8, 15);
  }

  @Test
  void columnsCountCharactersNotBytesOrHalves() throws IOException {
    refused(
        Minimal.replacing(
            "name: Minimal\n", "name: Minimal\nsources: [\"\uD83D\uDE00\u00e9\", 5]\n"),
        3,
        17,
        "must be a text");
  }

  /** The parser's buffer has 1025 places, and half a character at its end had none. */
  @Test
  void charactersOfTwoHalvesStandAnywhere() {
    for (int blanks = 0; blanks < 2_100; blanks++) {
      String comment = "# " + " ".repeat(blanks) + "\uD83D\uDE00\uD83D\uDE00\n";
      assertThat(ScenarioReader.create().readText(comment + Minimal.YAML, "x").scenario())
          .isEqualTo(Minimal.scenario());
    }
  }

  @Test
  void aFolderAndAFileThatIsNotThere() {
    assertThat(problems(folder).get(0)).hasToString(folder + ": is a folder; must be a file");

    Path missing = folder.resolve("missing.yaml");
    assertThat(problems(missing).get(0)).hasToString(missing + ": there is no such file");
  }
}
