package io.corridor.cli;

import static io.corridor.cli.Campaign.require;

import io.corridor.run.Progress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/**
 * Commands that are killed at any moment ({@code kill -9}): what stands in the folder is whole and
 * of one time, the page maybe still missing, and the same command done again leaves what it would
 * have left, and nothing else.
 */
@Tag("campaign")
class KillsCampaignTest {
  private static final String TIMING = "(?s)\"timing\": \\{[^}]*}";

  /**
   * The file that says of the others that they are there, these, and the page, which comes last.
   */
  private static final Map<String, List<String>> RESULTS =
      new TreeMap<>(
          Map.of(
              "result.json", List.of("series.csv", "series.parquet"),
              "comparison.json", List.of(),
              "sweep.json", List.of("sweep.csv"),
              "fit.json", List.of("draws.csv"),
              "backtest.json", List.of("backtest.csv"),
              "score.json", List.of("score.csv"),
              "why.json", List.of("why.csv")));

  /** Of {@link EvidenceCommandsTest}. */
  private static final String OIL = "oil.yaml";

  private static final List<List<String>> COMMANDS =
      List.of(
          List.of("run", "yardstick", "--set", "months=12", "--paths", "30000", "--checkpoint"),
          List.of("run", InputsCampaignTest.FILE, "--paths", "500"),
          List.of("compare", InputsCampaignTest.FILE, "more", "--paths", "300"),
          List.of(
              "sweep",
              InputsCampaignTest.FILE,
              "--paths",
              "300",
              "--vary",
              "drivers.oil.volatility=0.1:0.5:0.1"),
          List.of("fit", OIL),
          List.of("backtest", OIL, "--paths", "200"),
          List.of("score", OIL, "--paths", "2000", "--actuals", "happened.csv"),
          List.of("why", InputsCampaignTest.FILE, "--paths", "64"));

  @TempDir private Path folder;

  @Test
  void commandsThatAreKilled() throws Exception {
    InputsCampaignTest.writeTo(folder);
    EvidenceCommandsTest.writeTo(folder);
    Files.writeString(folder.resolve("happened.csv"), "metric,period,value\ntotal,2010-03,1e9\n");
    Path reference = Files.createDirectory(folder.resolve("reference"));
    List<Map<String, String>> expected = new ArrayList<>();
    List<Long> millis = new ArrayList<>();
    for (List<String> command : COMMANDS) {
      Path out = reference.resolve(Integer.toString(expected.size()));
      long start = System.nanoTime();
      Process child = start(command, out);
      Assumptions.assumeTrue(child.waitFor(10, TimeUnit.MINUTES), "a command ends");
      require(child.exitValue() == 0, () -> command + " as it stands");
      millis.add((System.nanoTime() - start) / 1_000_000);
      expected.add(contents(out));
    }
    Path out = folder.resolve("out");
    Campaign.of(
        "kills",
        Campaign.trials(10, 500),
        random -> {
          int which = random.nextInt(COMMANDS.size());
          boolean killed = killed(start(COMMANDS.get(which), out), millis.get(which), random);
          requireWhole(out);
          if (random.nextInt(10) == 0) {
            int next = random.nextInt(COMMANDS.size());
            Process child = start(COMMANDS.get(next), out);
            require(child.waitFor(10, TimeUnit.MINUTES), () -> "a command doesn't end");
            require(child.exitValue() == 0, () -> told());
            // What tells why stands beside what was there, and so do draws: they may be anybody's.
            String nextName = COMMANDS.get(next).get(0);
            boolean joins = nextName.equals("why");
            boolean draws = nextName.equals("fit");
            Predicate<String> other =
                name ->
                    name.startsWith("points/")
                        || joins && !name.startsWith("why.")
                        || !draws && name.equals("draws.csv");
            Map<String, String> found = contents(out);
            found.keySet().removeIf(other);
            Map<String, String> wanted = new TreeMap<>(expected.get(next));
            wanted.keySet().removeIf(other);
            require(
                found.equals(wanted),
                () -> "other results: " + found.keySet() + " for " + wanted.keySet());
          }
          return killed ? "killed" : "done before";
        });
  }

  /** A page that is there is whole; there is never another file, once the next command is done. */
  @Test
  void studiosThatAreKilled() throws Exception {
    Assumptions.assumeTrue(
        LiveOptions.built(Progress.NONE).isPresent(), "there is no model to put in pages");
    InputsCampaignTest.writeTo(folder);
    List<String> command = List.of("studio", InputsCampaignTest.FILE, "--no-open");
    Path out = Files.createDirectory(folder.resolve("pages"));
    Path page = out.resolve("page.html");
    long start = System.nanoTime();
    Process whole = start(command, "--out", page.toString());
    Assumptions.assumeTrue(whole.waitFor(10, TimeUnit.MINUTES), "a command ends");
    require(whole.exitValue() == 0, () -> told());
    long millis = (System.nanoTime() - start) / 1_000_000;
    String expected = Files.readString(page);
    Campaign.of(
        "kills of studio",
        Campaign.trials(4, 100),
        random -> {
          Files.delete(page);
          boolean killed = killed(start(command, "--out", page.toString()), millis, random);
          boolean there = Files.exists(page);
          if (!there) {
            Process again = start(command, "--out", page.toString());
            require(again.waitFor(10, TimeUnit.MINUTES), () -> "a command doesn't end");
            require(again.exitValue() == 0, () -> told());
            try (Stream<Path> files = Files.list(out)) {
              require(files.count() == 1, () -> "something is left");
            }
          }
          require(Files.readString(page).equals(expected), () -> "another page");
          return killed ? "killed" : "done before";
        });
  }

  private String told() {
    try {
      return Files.readString(folder.resolve("err"));
    } catch (IOException e) {
      return e.toString();
    }
  }

  /** Kills a command at a random moment; returns whether it was in time. */
  private static boolean killed(Process child, long millis, SplittableRandom random)
      throws InterruptedException {
    try {
      // More often towards the end, when files are written.
      double when = Math.sqrt(random.nextDouble()) * 1.1 * millis;
      return !child.waitFor((long) (1_000 * when), TimeUnit.MICROSECONDS);
    } finally {
      child.destroyForcibly().waitFor();
    }
  }

  private Process start(List<String> command, Path out) throws IOException {
    return start(command, "--out", out.toString(), "--overwrite");
  }

  private Process start(List<String> command, String... more) throws IOException {
    List<String> line =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
    line.addAll(command);
    line.addAll(List.of(more));
    return new ProcessBuilder(line)
        .directory(folder.toFile())
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(folder.resolve("err").toFile())
        .start();
  }

  /** What says that results are there says so of its own, each whole, and of no others. */
  private static void requireWhole(Path out) throws IOException {
    if (!Files.exists(out)) {
      return;
    }
    List<String> telling =
        RESULTS.keySet().stream().filter(name -> Files.exists(out.resolve(name))).toList();
    require(
        telling.stream().filter(name -> !name.equals("why.json")).count() < 2,
        () -> "results of two commands: " + telling);
    for (String name : telling) {
      JsonMapper.shared().readTree(Files.readAllBytes(out.resolve(name)));
      for (String beside : RESULTS.get(name)) {
        require(Files.size(out.resolve(beside)) > 0, () -> beside + " is empty");
      }
    }
    if (telling.contains("result.json") && Files.exists(out.resolve("report.html"))) {
      String page = Files.readString(out.resolve("report.html"));
      CommandLines.Outcome again = CommandLines.corridor("report", out.toString());
      require(again.status() == 0, () -> "no report: " + again.err());
      require(
          Files.readString(out.resolve("report.html")).equals(page),
          () -> "the page was of other results");
    }
  }

  /** Returns what files hold by name, but for the timing and checkpoints, which may differ. */
  private static Map<String, String> contents(Path out) throws IOException {
    Map<String, String> contents = new TreeMap<>();
    try (Stream<Path> files = Files.walk(out)) {
      for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
        String name = out.relativize(file).toString();
        if (!name.startsWith("checkpoint/")) {
          contents.put(
              name, Files.readString(file, StandardCharsets.ISO_8859_1).replaceAll(TIMING, ""));
        }
      }
    }
    return contents;
  }
}
