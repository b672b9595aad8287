package io.corridor.spark.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The application as its users start it, on Spark within one process. */
@Tag("cluster")
class CommandLineIT {
  private static final int SIGINT = 2;

  @TempDir private Path folder;
  private Spark spark;

  @BeforeEach
  void distribution() throws IOException {
    spark = Spark.distribution();
  }

  private Child corridor(String... args) throws IOException {
    return spark.corridor(List.of("corridor.terminal=true"), args);
  }

  @Test
  void aRunOnSparkGoesOnWithoutIt() throws IOException, InterruptedException {
    String out = folder.resolve("out").toString();
    try (Child run =
        corridor(
            "run",
            "yardstick",
            "--paths",
            "50k",
            "--checkpoint",
            "--out",
            out,
            "--master",
            "local[2]")) {
      assertThat(run.status()).as(run::text).isZero();
      assertThat(run.text()).doesNotContain("WARN", "spark:").contains("series.parquet");
    }
    try (Child more =
        spark.corridorAlone("run", "yardstick", "--paths", "70k", "--resume", "--out", out)) {
      assertThat(more.status()).as(more::text).isZero();
    }
    String whole = folder.resolve("whole").toString();
    try (Child run = spark.corridorAlone("run", "yardstick", "--paths", "70k", "--out", whole)) {
      assertThat(run.status()).as(run::text).isZero();
    }
    assertThat(Path.of(out, "series.csv")).hasSameBinaryContentAs(Path.of(whole, "series.csv"));
    assertThat(Path.of(out, "series.parquet"))
        .hasSameBinaryContentAs(Path.of(whole, "series.parquet"));
  }

  /** In one job, whose pieces are of many runs, as on threads. */
  @Test
  void whyComesToTheSame() throws IOException, InterruptedException {
    Path there = folder.resolve("there");
    Path alone = folder.resolve("alone");
    String[] why = {"why", "yardstick", "--paths", "2k", "--seed", "7"};
    try (Child onSpark = corridor(with(why, "--out", there.toString(), "--master", "local[2]"))) {
      assertThat(onSpark.status()).as(onSpark::text).isZero();
    }
    try (Child child = spark.corridorAlone(with(why, "--out", alone.toString()))) {
      assertThat(child.status()).as(child::text).isZero();
    }
    for (String file : List.of("why.json", "why.csv", "why.html")) {
      assertThat(there.resolve(file)).hasSameBinaryContentAs(alone.resolve(file));
    }
    assertThat(Files.readString(there.resolve("why.csv"))).contains(",share,");
  }

  private static String[] with(String[] command, String... more) {
    return Stream.concat(Stream.of(command), Stream.of(more)).toArray(String[]::new);
  }

  @Test
  void ctrlCSaysWhatIsDoneAndEndsWithStatus130() throws IOException, InterruptedException {
    assumeTrue(Files.isReadable(Path.of("/proc/self/status")), "no /proc here");
    try (Child run = corridor("run", "yardstick", "--paths", "4e9")) {
      run.await("task done", 0);
      assumeTrue(!ignores(run, SIGINT), "whoever started the tests has Ctrl-C ignored");
      new ProcessBuilder("kill", "-INT", Long.toString(run.handle().pid())).start().waitFor();
      assertThat(run.status()).as(run::text).isEqualTo(130);
      assertThat(run.text())
          .containsPattern("corridor: interrupted after \\d+ of 4000000000 paths; nothing was")
          .doesNotContain("Exception");
    }
  }

  @Test
  void whatMakesNoSenseIsToldInWords() throws IOException, InterruptedException {
    assertTold(2, "Missing required parameter: 'FILE'", "run");
    assertTold(2, "a command is missing: one of run, compare, sweep");
    assertTold(
        2,
        "'my.yaml' is neither a file nor a shipped scenario",
        "run",
        "my.yaml",
        "--master",
        "nonsense");
    assertTold(
        1, "Could not parse Master URL: 'nonsense'", "run", "yardstick", "--master", "nonsense");
    Path boundless = folder.resolve("boundless.yaml");
    Files.writeString(
        boundless,
        """
        corridor: 1
        name: Boundless
        parties: {exporter: AAA, importer: BBB}
        start: 2020-01
        months: 24
        flows:
          goods: {from: AAA, to: BBB, annual-value: 1e290 bn USD/year, growth: 1e9}
        """);
    assertTold(
        2, "total: in 2020-01 on path 0 it is 8.3", "run", boundless.toString(), "--paths", "9");
  }

  private void assertTold(int status, String words, String... args)
      throws IOException, InterruptedException {
    try (Child child = corridor(args)) {
      assertThat(child.status()).as(child::text).isEqualTo(status);
      assertThat(child.text()).contains(words).doesNotContain("\tat ");
    }
  }

  private static boolean ignores(Child process, int signal) throws IOException {
    return Files.readAllLines(Path.of("/proc/" + process.handle().pid() + "/status")).stream()
        .filter(line -> line.startsWith("SigIgn:"))
        .anyMatch(line -> new BigInteger(line.substring(7).strip(), 16).testBit(signal - 1));
  }
}
