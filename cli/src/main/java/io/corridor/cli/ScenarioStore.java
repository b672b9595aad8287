package io.corridor.cli;

import io.corridor.evidence.fit.FitCache;
import io.corridor.evidence.forecast.Scoring;
import io.corridor.evidence.forecast.Scoring.Actuals;
import io.corridor.model.Metric;
import io.corridor.model.Metrics;
import io.corridor.model.Nearest;
import io.corridor.model.Scenario;
import io.corridor.report.data.Source;
import io.corridor.scenarios.ForecastTables;
import io.corridor.scenarios.LoadedScenario;
import io.corridor.scenarios.ScenarioReader;
import io.corridor.scenarios.ShippedScenarios;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Scenarios as the command line names them: by file, or by the name of a shipped one. */
final class ScenarioStore {
  /** Fewer letters are in too many names to say which is meant. */
  private static final int SHORTEST = 3;

  /** What standard input is called. */
  private static final String INPUT = "-";

  private static final int LARGEST = 1 << 20;

  /** What can be read only once: standard input, and files such as {@code <(...)} of a shell. */
  private static final Map<Object, byte[]> ONCE = new ConcurrentHashMap<>();

  /** A command reads a scenario in many variants, whose fits are mostly the same. */
  private static final ScenarioReader FRESH = asking(FitCache.NONE);

  private static volatile ScenarioReader reader = FRESH;

  private ScenarioStore() {}

  /** Returns a reader that takes no fits of other processes. */
  static ScenarioReader fresh() {
    return FRESH;
  }

  /** Returns the reader of files as they stand, and of what a command makes of them. */
  static ScenarioReader reader() {
    return reader;
  }

  /** Lets fits that this process hasn't made be asked of {@code kept}. */
  static void keepFits(FitCache kept) {
    reader = asking(kept);
  }

  private static ScenarioReader asking(FitCache kept) {
    return ScenarioReader.create().keepingFits(kept).wideningBy(new BacktestedWidener(kept));
  }

  /**
   * Reads a scenario.
   *
   * @param named a file, {@code -} for standard input, or else a shipped scenario
   * @param reader knows the variant and what is set
   * @throws io.corridor.scenarios.ScenarioFileException naming every problem, if it is wrong
   * @throws CommandException if there is no such file and no such name
   */
  static LoadedScenario read(String named, ScenarioReader reader) {
    if (isFile(named)) {
      Path file = Path.of(named);
      return Files.isRegularFile(file)
          ? reader.read(file)
          : reader.read(once(file, () -> Files.newInputStream(file)), named, Path.of(""));
    }
    if (named.equals(INPUT)) {
      InputStream input = System.in;
      return reader.read(once(input, () -> input), "standard input", Path.of(""));
    }
    return reader.readShipped(shipped(named));
  }

  /** Opens what can be read only once. */
  @FunctionalInterface
  private interface Opening {
    InputStream open() throws IOException;
  }

  /** Returns all bytes, or as many as are more than a scenario may have. */
  private static byte[] once(Object what, Opening opening) {
    return ONCE.computeIfAbsent(
        what,
        key -> {
          try (InputStream in = opening.open()) {
            return in.readNBytes(LARGEST + 1);
          } catch (IOException e) {
            throw new UncheckedIOException("can't read " + key + ": " + e.getMessage(), e);
          }
        });
  }

  /** Returns what the results say of where a scenario came from. */
  static Source source(LoadedScenario loaded) {
    String file =
        ShippedScenarios.names().contains(loaded.file()) && !isFile(loaded.file())
            ? loaded.file() + ".yaml"
            : String.valueOf(Path.of(loaded.file()).getFileName());
    return Source.of(file, loaded);
  }

  /**
   * Returns what came of a scenario, if a file beside it says so; of a shipped one, if that is
   * shipped.
   *
   * @throws io.corridor.scenarios.ScenarioFileException naming every problem of the file
   * @throws CommandException if the file is about something else
   */
  static Optional<Actuals> happened(String named, Scenario scenario) {
    Map<String, Metric> metrics = Metrics.of(scenario);
    if (!isFile(named)) {
      return ForecastTables.readShippedActuals(named, metrics);
    }
    String name = String.valueOf(Path.of(named).getFileName()).replaceFirst("\\.ya?ml$", "");
    Path beside = Path.of(named).resolveSibling(name + ForecastTables.ACTUALS);
    if (!Files.exists(beside)) {
      return Optional.empty();
    }
    Actuals happened = ForecastTables.readActuals(beside, metrics);
    scoring(scenario, happened);
    return Optional.of(happened);
  }

  /** Returns what can be scored of a scenario, if that is anything. */
  static Scoring scoring(Scenario scenario, Actuals happened) {
    try {
      return Scoring.of(scenario, happened);
    } catch (IllegalArgumentException e) {
      throw CommandException.wrong(String.valueOf(e.getMessage()));
    }
  }

  /**
   * Returns {@code name}, if a scenario of that name is shipped.
   *
   * @throws CommandException with the nearest name, if there is none
   */
  static String shipped(String name) {
    List<String> names = ShippedScenarios.names();
    if (names.contains(name)) {
      return name;
    }
    if (isFolder(name)) {
      throw CommandException.wrong("'" + name + "' is a folder; name a scenario file in it");
    }
    throw CommandException.wrong(
        "'" + name + "' is neither a file nor a shipped scenario" + shippedHint(name));
  }

  /** Returns which shipped scenario may be meant, or how to list them. */
  private static String shippedHint(String name) {
    String stem =
        name.toLowerCase(Locale.ROOT).replaceFirst("\\.ya?ml$", "").replaceAll("[ _]", "-");
    return ShippedScenarios.names().stream()
        .filter(shipped -> stem.length() >= SHORTEST && shipped.contains(stem))
        .findFirst()
        .or(() -> Nearest.to(stem, ShippedScenarios.names()))
        .map(shipped -> "; did you mean " + "'" + shipped + "'" + "?")
        .orElse("; corridor scenarios lists what is shipped");
  }

  /** Returns whether {@code named} is a file, or the name of a shipped scenario. */
  static boolean isThere(String named) {
    return isFile(named) || named.equals(INPUT) || ShippedScenarios.names().contains(named);
  }

  private static boolean isFolder(String named) {
    try {
      return Files.isDirectory(Path.of(named));
    } catch (InvalidPathException e) {
      return false;
    }
  }

  private static boolean isFile(String named) {
    try {
      Path path = Path.of(named);
      return Files.exists(path) && !Files.isDirectory(path);
    } catch (InvalidPathException e) {
      return false;
    }
  }
}
