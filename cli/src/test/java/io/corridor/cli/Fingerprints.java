package io.corridor.cli;

import static io.corridor.cli.CommandLines.corridor;

import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import io.corridor.model.Output;
import io.corridor.model.RandomScenarios;
import io.corridor.model.Scenario;
import io.corridor.projection.Projection;
import io.corridor.projection.Series;
import io.corridor.simulation.Settings;
import io.corridor.simulation.Simulator;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Hashes of results, to be compared from one JVM to another: of result.json of the shipped
 * scenarios, of the bits of every number of random ones, and of why.json of the yardstick.
 */
final class Fingerprints {

  private Fingerprints() {}

  /** Prints the lines of {@link #of}: the number of paths, of random scenarios, and the names. */
  public static void main(String[] args) {
    List<String> shipped = List.of(args).subList(2, args.length);
    of(Integer.parseInt(args[0]), Integer.parseInt(args[1]), shipped).forEach(System.out::println);
  }

  /** Returns a line for each scenario: its name, and the hash of its results. */
  static List<String> of(int paths, int random, List<String> shipped) {
    List<String> lines = new ArrayList<>();
    for (String name : shipped) {
      lines.add(name + " " + hash(resultJson(name, paths)));
    }
    for (long seed = 0; seed < random; seed++) {
      lines.add("random scenario " + seed + " " + hash(numbers(seed, paths)));
    }
    lines.add("why yardstick " + hash(whyJson(paths)));
    return lines;
  }

  private static String hash(String text) {
    return Hashing.sha256().hashString(text, StandardCharsets.UTF_8).toString();
  }

  private static String resultJson(String name, int paths) {
    String json =
        corridor("run", name, "--paths", "" + paths, "--threads", "2", "--seed", "7", "--json")
            .out();
    return json.replaceAll("(?s)\"timing\": \\{[^}]*}", "");
  }

  private static String whyJson(int paths) {
    return corridor("why", "yardstick", "--paths", "" + paths, "--threads", "2", "--json").out();
  }

  private static String numbers(long seed, int paths) {
    Scenario scenario = RandomScenarios.of(seed).toBuilder().output(Output.ALL).buildUnchecked();
    Settings settings = Settings.of(scenario).withPaths(paths).withSeed(seed).withThreads(2);
    Projection projection = Simulator.run(scenario, settings);
    Hasher hasher = Hashing.sha256().newHasher();
    projection.series().values().forEach(series -> put(hasher, series));
    // Answers are whole numbers and quotients of them.
    hasher.putString(projection.answers().toString(), StandardCharsets.UTF_8);
    return hasher.hash().toString();
  }

  private static void put(Hasher hasher, Series series) {
    for (int t = 0; t < series.months(); t++) {
      hasher.putDouble(series.mean(t)).putDouble(series.sd(t)).putDouble(series.standardError(t));
      for (double percentile : series.percentiles()) {
        hasher.putDouble(series.percentile(percentile, t));
      }
    }
  }
}
