package io.corridor.cli;

import io.corridor.model.Limits;
import io.corridor.model.Scenario;
import io.corridor.simulation.Settings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How a scenario is run. */
final class RunOptions {

  @Option(
      names = "--paths",
      paramLabel = "N",
      converter = WholeNumber.class,
      description = "Number of paths: 250000, 250_000, 250k, 1e6. The file's, or else 100k.")
  private @Nullable Long paths;

  @Option(
      names = "--seed",
      paramLabel = "S",
      converter = WholeNumber.class,
      description = "Seed of the random numbers, any whole number. The file's, or else 1.")
  private @Nullable Long seed;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "How many threads simulate; results don't depend on it. All processors.")
  private @Nullable Integer threads;

  /** Returns the scenario's own settings, with what the command line says instead. */
  Settings settings(Scenario scenario) {
    Settings settings = Settings.of(scenario);
    if (paths != null) {
      settings = settings.withPaths(within("--paths", paths, Limits.PATHS));
    }
    if (seed != null) {
      settings = settings.withSeed(seed);
    }
    if (threads != null) {
      settings = settings.withThreads((int) within("--threads", threads, Integer.MAX_VALUE));
    }
    return settings;
  }

  /** Returns whether the command line says how many paths. */
  boolean saysPaths() {
    return paths != null;
  }

  private static long within(String option, long number, long most) {
    if (number < 1) {
      throw CommandException.wrong(option + " is " + number + ", must be at least 1");
    }
    if (number > most) {
      throw CommandException.wrong(option + " is " + number + ", must be at most " + most);
    }
    return number;
  }
}
