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

/** How precise a run is to be, instead of a number of paths. */
final class PrecisionOptions {

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
  private @Nullable List<String> metrics;

  @Option(
      names = "--max-paths",
      paramLabel = "N",
      converter = WholeNumber.class,
      description = "Most paths of a run for a precision. Default: the file's, or 10m.")
  private @Nullable Long maxPaths;

  /** Returns the scenario's own settings, with what the command line says instead. */
  Settings settings(Scenario scenario, RunOptions run) {
    if (precision == null && metrics == null && maxPaths == null) {
      return RunOptions.checked(run.settings(scenario));
    }
    if (run.saysPaths()) {
      throw CommandException.wrong(
          "--paths and --precision both say how many paths; say one, or --max-paths");
    }
    return RunOptions.checked(run.settings(precise(scenario, run)));
  }

  /** Returns the scenario with the precision that is asked for here, if that makes sense. */
  private Scenario precise(Scenario scenario, RunOptions run) {
    RunDefaults file = scenario.run();
    Optional<Double> target = precision == null ? file.precision() : Optional.of(precision);
    if (target.isEmpty()) {
      throw CommandException.wrong("--precision-metrics and --max-paths need a --precision");
    }
    RunDefaults asked =
        new RunDefaults(
            file.paths(),
            file.seed(),
            run.sampling(scenario),
            target,
            metrics == null ? file.precisionMetrics() : metrics,
            maxPaths == null ? file.maxPaths() : maxPaths);
    Scenario precise = scenario.toBuilder().run(asked).buildUnchecked();
    for (Problem problem : ScenarioCheck.check(precise)) {
      throw CommandException.wrong(problem.key() + ": " + problem.message());
    }
    return precise;
  }
}
