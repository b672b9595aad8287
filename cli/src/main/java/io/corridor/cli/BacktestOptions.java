package io.corridor.cli;

import io.corridor.evidence.forecast.Backtest;
import io.corridor.report.data.Grounds;
import io.corridor.scenarios.LoadedScenario;
import java.io.IOException;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Whether a page says how forecasts of its scenario's past would have done. */
final class BacktestOptions {
  @Option(
      names = "--no-backtest",
      description =
          "Leave out of the page how forecasts of the scenario's past would have done, which takes"
              + " a while. With --json it is always left out.")
  private boolean none;

  /**
   * Holds a scenario against its past, if the file has a backtest and that is wanted, and says so.
   *
   * @param of the scenario
   * @param seed of the run, which the backtest has, too
   * @param json whether only JSON is printed
   */
  Optional<Grounds.Past> past(LoadedScenario of, long seed, boolean json, Stages stages)
      throws IOException {
    Optional<Backtest.Plan> plan = of.evidence().backtest();
    if (plan.isEmpty() || none || json) {
      return Optional.empty();
    }
    int origins = plan.get().origins().size();
    stages.note(
        ("the page also tells how forecasts of the scenario's past would have done: %d %s of %d"
                + " paths each; --no-backtest leaves that out")
            .formatted(origins, origins == 1 ? "origin" : "origins", Grounds.PATHS_OF_PAST));
    return stages.show("backtest", progress -> Grounds.past(of.evidence(), seed, progress));
  }
}
