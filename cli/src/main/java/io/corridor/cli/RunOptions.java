package io.corridor.cli;

import io.corridor.model.Problem;
import io.corridor.model.RunDefaults;
import io.corridor.model.Scenario;
import io.corridor.model.ScenarioCheck;
import io.corridor.simulation.Settings;
import java.util.List;
import java.util.Optional;
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
      names = "--precision",
      paramLabel = "P",
      converter = Fraction.class,
      description =
          "Instead of a number of paths: go on until half the width of every question's 95 %%"
              + " interval is below P, such as 0.5%%.")
  private @Nullable Double precision;

  @Option(
      names = "--precision-metrics",
      paramLabel = "ID",
      split = ",",
      description = "Metrics whose mean's relative standard error must be below P too.")
  private @Nullable List<String> precisionMetrics;

  @Option(
      names = "--max-paths",
      paramLabel = "N",
      converter = WholeNumber.class,
      description = "Where a run for a precision ends at the latest. The file's, or else 10m.")
  private @Nullable Long maxPaths;

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
    Settings settings = Settings.of(precise(scenario));
    if (paths != null) {
      settings = settings.withPaths(atLeastOne("--paths", paths));
    }
    if (seed != null) {
      settings = settings.withSeed(seed);
    }
    if (threads != null) {
      settings = settings.withThreads((int) atLeastOne("--threads", threads));
    }
    return settings;
  }

  /** Returns the scenario with the precision that is asked for here, if that makes sense. */
  private Scenario precise(Scenario scenario) {
    if (precision == null && precisionMetrics == null && maxPaths == null) {
      return scenario;
    }
    RunDefaults file = scenario.run();
    Optional<Double> target = precision == null ? file.precision() : Optional.of(precision);
    if (target.isEmpty() || paths != null) {
      throw CommandException.wrong(
          target.isEmpty()
              ? "--precision-metrics and --max-paths are of a run for a --precision"
              : "--paths and --precision both say how many paths; say one, or --max-paths");
    }
    Scenario precise =
        scenario.toBuilder()
            .run(
                new RunDefaults(
                    file.paths(),
                    file.seed(),
                    file.sampling(),
                    target,
                    precisionMetrics == null ? file.precisionMetrics() : precisionMetrics,
                    maxPaths == null ? file.maxPaths() : atLeastOne("--max-paths", maxPaths)))
            .buildUnchecked();
    for (Problem problem : ScenarioCheck.check(precise)) {
      throw CommandException.wrong(problem.key() + ": " + problem.message());
    }
    return precise;
  }

  private static long atLeastOne(String option, long number) {
    if (number < 1) {
      throw CommandException.wrong(option + " is " + number + ", must be at least 1");
    }
    return number;
  }
}
