package io.corridor.cli;

import io.corridor.evidence.forecast.Backtest;
import io.corridor.evidence.forecast.Widener;
import io.corridor.report.data.Source;
import io.corridor.report.files.Found;
import io.corridor.report.files.OutFolder.Kind;
import io.corridor.scenarios.LoadedScenario;
import io.corridor.simulation.Settings;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The command {@code backtest}: holds a scenario against its past. */
@Command(
    name = "backtest",
    header = "Holds a scenario against the past: its bands, its skill, its questions.",
    description = {
      "",
      "Moves the scenario to each origin of its backtest, fits it to what was known",
      "there, and scores what it says of the months after against what happened, and",
      "against forecasts that need no model. Prints whether the bands held,",
      "then a table. With --out it also writes backtest.html (bands of past origins",
      "with what came), backtest.csv (a row for each number) and backtest.json.",
      "",
      "What isn't fitted stays as the file has it, at every origin, and may know what",
      "came later: backtest.json lists it under asserted."
    },
    footer = {
      "",
      "Examples:",
      "  corridor backtest my.yaml",
      "  corridor backtest my.yaml --paths 20k --out backtest",
      "  corridor backtest my.yaml --json | jq .verdict"
    })
final class BacktestCommand implements Callable<Integer> {
  private final Console console;

  @Mixin private ScenarioOptions scenario;

  @Mixin private RunOptions run;

  @Mixin private OutOptions out;

  BacktestCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    LoadedScenario loaded = scenario.read(reader -> reader.wideningBy(Widener.NONE));
    Backtest.Plan plan =
        loaded
            .evidence()
            .backtest()
            .orElseThrow(
                () ->
                    CommandException.wrong(
                        loaded.file()
                            + " has no `backtest`, which names the months to forecast from and the"
                            + " series to compare with"));
    Settings settings = run.settings(loaded.scenario());
    long paths =
        run.saysPaths() ? settings.paths() : Math.min(settings.paths(), Backtest.USUAL_PATHS);
    if (paths < 2) {
      throw CommandException.wrong("--paths is " + paths + ", must be at least 2 to make bands");
    }
    return out.alone(() -> backtest(loaded, plan, paths, settings.seed()));
  }

  private int backtest(LoadedScenario loaded, Backtest.Plan plan, long paths, long seed)
      throws IOException {
    Source source = ScenarioStore.source(loaded);
    List<String> asserted = loaded.evidence().asserted();
    return out.open(Kind.BACKTEST, console)
        .tell(
            done -> "; nothing was written",
            progress ->
                Found.backtest(
                    loaded.scenario(),
                    source,
                    paths,
                    seed,
                    asserted,
                    new Backtest(plan, loaded.evidence(), paths, seed).run(progress)));
  }
}
