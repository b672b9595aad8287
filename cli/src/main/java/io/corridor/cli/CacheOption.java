package io.corridor.cli;

import io.corridor.evidence.fit.FitCache;
import io.corridor.evidence.fit.FitFolder;
import io.corridor.scenarios.ScenarioReader;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Whether fits are kept for the next command, in the user's folder for what can be made again. */
final class CacheOption {
  /** Bytes that are kept: some thousand fits. */
  private static final long MOST = 256L << 20;

  @Option(
      names = "--no-cache",
      description =
          "Make fits anew, and keep none. Otherwise those made before of the same data are taken"
              + " from the user's cache folder; results are the same.")
  private boolean none;

  /** Returns the reader of files as they stand. */
  ScenarioReader reader() {
    return none ? ScenarioStore.fresh() : ScenarioStore.reader();
  }

  /** Keeps the fits of this process, and takes those of earlier ones, in the user's folder. */
  static void keepFits() {
    ScenarioStore.keepFits(
        own().map(folder -> FitFolder.of(folder.resolve("fits"), MOST)).orElse(FitCache.NONE));
  }

  /** Returns Corridor's own part of the user's folder, which needn't be there yet. */
  static Optional<Path> own() {
    return folder(
            System.getenv(), System.getProperty("os.name", ""), System.getProperty("user.home", ""))
        .map(folder -> folder.resolve("corridor"));
  }

  /**
   * Returns where the system has it that programs keep what can be made again.
   *
   * @param environment variables of the process
   * @param name of the operating system
   * @param home the user's folder
   */
  static Optional<Path> folder(Map<String, String> environment, String name, String home) {
    String system = name.toLowerCase(Locale.ROOT);
    String named =
        system.startsWith("windows")
            ? environment.getOrDefault("LOCALAPPDATA", "")
            : environment.getOrDefault("XDG_CACHE_HOME", "");
    try {
      if (!named.isEmpty() && Path.of(named).isAbsolute()) {
        return Optional.of(Path.of(named));
      }
      if (system.startsWith("windows") || home.isEmpty() || !Path.of(home).isAbsolute()) {
        return Optional.empty();
      }
      return Optional.of(
          Path.of(home).resolve(system.startsWith("mac") ? "Library/Caches" : ".cache"));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }
}
