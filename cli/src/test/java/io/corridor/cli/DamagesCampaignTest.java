package io.corridor.cli;

import static io.corridor.cli.Campaign.require;
import static io.corridor.cli.CommandLines.corridor;

import io.corridor.cli.CommandLines.Outcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Files that are read again after they were written, damaged between: the damage is found and told,
 * or makes no difference to a single bit of what comes out.
 */
@Tag("campaign")
class DamagesCampaignTest {
  private static final String TIMING = "(?s)\"timing\": \\{[^}]*}";

  @TempDir private Path folder;

  /** Damages one of {@code files} in one or more places; returns it as it was, to be put back. */
  private static byte[] damage(Path file, SplittableRandom random) throws IOException {
    byte[] whole = Files.readAllBytes(file);
    byte[] damaged = whole;
    for (int i = random.nextInt(3); i >= 0; i--) {
      damaged = Mutation.bytes(damaged, random);
    }
    Files.write(file, damaged);
    return whole;
  }

  private static List<Path> files(Path folder, String end) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(end)).sorted().toList();
    }
  }

  private static void requireTold(Outcome outcome) {
    require(outcome.status() == ExitStatus.FAILED, () -> "status " + outcome.status());
    require(outcome.err().startsWith("corridor: "), () -> "told: " + outcome.err());
    require(
        !outcome.err().contains("unexpected error") && outcome.err().length() < 5_000,
        () -> "told: " + outcome.err());
  }

  @Test
  void resultsOfARun() throws IOException {
    Path out = folder.resolve("run");
    corridor("run", "yardstick", "--set", "months=6", "--paths", "50", "--out", out.toString());
    Path result = out.resolve("result.json");
    Path page = out.resolve("report.html");
    String drawn = Files.readString(page);
    Campaign.of(
        "damages of result.json",
        Campaign.trials(60, 500),
        random -> {
          byte[] whole = damage(result, random);
          try {
            Outcome outcome = corridor("report", out.toString());
            if (outcome.status() != ExitStatus.DONE) {
              requireTold(outcome);
            }
            require(Files.readString(page).equals(drawn), () -> "another page was drawn");
            return outcome.status() == ExitStatus.DONE ? "no difference" : "found";
          } finally {
            Files.write(result, whole);
          }
        });
  }

  @Test
  void pointsOfASweep() throws IOException {
    Path out = folder.resolve("sweep");
    String[] sweep = {
      "sweep",
      "yardstick",
      "--set",
      "months=6",
      "--paths",
      "50",
      "--vary",
      "drivers.price.volatility=0.1,0.2,0.3",
      "--out",
      out.toString()
    };
    require(corridor(sweep).status() == ExitStatus.DONE, () -> "the sweep as it stands");
    String table = Files.readString(out.resolve("sweep.csv"));
    List<Path> points = files(out.resolve("points"), ".json");
    Campaign.of(
        "damages of points",
        Campaign.trials(30, 250),
        random -> {
          Path point = points.get(random.nextInt(points.size()));
          byte[] whole = damage(point, random);
          try {
            Outcome outcome = corridor(sweep);
            if (outcome.status() != ExitStatus.DONE) {
              requireTold(outcome);
            }
            require(
                Files.readString(out.resolve("sweep.csv")).equals(table), () -> "another table");
            return outcome.status() == ExitStatus.DONE ? "no difference" : "found";
          } finally {
            Files.write(point, whole);
          }
        });
  }

  /** A run that goes on leaves out what is damaged, and comes to the same results. */
  @Test
  void checkpoints() throws IOException {
    Path out = folder.resolve("kept");
    List<String> run =
        List.of(
            "run", "yardstick", "--set", "months=6", "--paths", "40000", "--out", out.toString());
    List<String> first = new ArrayList<>(run);
    first.addAll(List.of("--checkpoint"));
    require(corridor(first.toArray(new String[0])).status() == 0, () -> "the run as it stands");
    Path result = out.resolve("result.json");
    String whole = Files.readString(result).replaceAll(TIMING, "");
    List<String> again = new ArrayList<>(run);
    again.add("--resume");
    Campaign.of(
        "damages of checkpoints",
        Campaign.trials(15, 250),
        random -> {
          List<Path> checkpoints = files(out.resolve("checkpoint"), ".checkpoint");
          Path file = checkpoints.get(random.nextInt(checkpoints.size()));
          byte[] before = damage(file, random);
          try {
            boolean same = Arrays.equals(before, Files.readAllBytes(file));
            Outcome outcome = corridor(again.toArray(new String[0]));
            require(outcome.status() == ExitStatus.DONE, () -> "told: " + outcome.err());
            require(
                Files.readString(result, StandardCharsets.UTF_8)
                    .replaceAll(TIMING, "")
                    .equals(whole),
                () -> "other results");
            require(same || outcome.err().contains(" is damaged"), () -> "not told");
            return same ? "no difference" : "left out";
          } finally {
            Files.write(file, before);
          }
        });
  }
}
