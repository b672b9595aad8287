package io.corridor.cli;

import io.corridor.model.Limits;
import io.corridor.model.Sampling;
import io.corridor.model.Scenario;
import io.corridor.simulation.Settings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How a scenario is run. */
final class RunOptions {

  @Option(
      names = "--paths",
      paramLabel = "N",
      converter = WholeNumber.class,
      description = "Number of paths: 250000, 250_000, 250k, 1e6. Default: the file's, or 100k.")
  private @Nullable Long paths;

  @Option(
      names = "--seed",
      paramLabel = "S",
      converter = WholeNumber.class,
      description = "Seed of the random numbers, any whole number. Default: the file's, or 1.")
  private @Nullable Long seed;

  @Option(
      names = "--sampling",
      paramLabel = "S",
      converter = SamplingWord.class,
      completionCandidates = SamplingWord.class,
      description =
          "How the random numbers are chosen: random, antithetic, lhs or sobol, which says more"
              + " with as many paths (best with 2^17, 2^18, ...). Default: the file's, or random.")
  private @Nullable Sampling sampling;

  @Mixin private ThreadsOption threads;

  /** Returns the scenario's own settings, with what the command line says instead. */
  Settings settings(Scenario scenario) {
    Settings settings = Settings.of(scenario);
    if (paths != null) {
      settings = settings.withPaths(within("--paths", paths, Limits.PATHS));
    }
    if (seed != null) {
      settings = settings.withSeed(seed);
    }
    settings = settings.withSampling(sampling(scenario));
    return threads.threads().isPresent()
        ? settings.withThreads(threads.threads().getAsInt())
        : settings;
  }

  /**
   * Returns the settings of a command that takes a number of paths, not a precision, if such a
   * sample can be taken.
   */
  Settings settingsOfPaths(Scenario scenario) {
    Settings settings = settings(scenario);
    return checked(settings.withPaths(settings.paths()));
  }

  /** Returns settings whose sample can be taken. */
  static Settings checked(Settings settings) {
    try {
      settings.sample();
      return settings;
    } catch (IllegalArgumentException e) {
      throw CommandException.wrong(String.valueOf(e.getMessage()));
    }
  }

  /** Returns how the random numbers are chosen. */
  Sampling sampling(Scenario scenario) {
    return sampling == null ? scenario.run().sampling() : sampling;
  }

  /** Returns whether the command line says how random numbers are chosen. */
  boolean saysSampling() {
    return sampling != null;
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
