package io.corridor.cli;

import io.corridor.evidence.forecast.Backtest;
import io.corridor.report.data.Source;
import io.corridor.report.files.Found;
import io.corridor.report.files.OutFolder.Kind;
import io.corridor.scenarios.Evidence;
import io.corridor.scenarios.FileProblem;
import io.corridor.scenarios.LoadedScenario;
import io.corridor.scenarios.ScenarioReader;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The command {@code fit}: tells what data made of a scenario's numbers. */
@Command(
    name = "fit",
    header = "Tells what data make of a scenario's numbers.",
    description = {
      "",
      "Fits numbers of the scenario to its data, as every command does that reads the",
      "file, and shows each number before and with the data, how much narrower it",
      "became, and what is odd about the fit.",
      "With --out it also writes fit.html (data with the fitted line, priors beside",
      "posteriors), fit.json and draws.csv: the joint draws, which a scenario without",
      "data may name as draws."
    },
    footer = {
      "",
      "Examples:",
      "  corridor fit my.yaml",
      "  corridor fit my.yaml --out fit",
      "  corridor fit my.yaml --set drivers.brent.fit.from=2010-01",
      "  corridor fit my.yaml --json | jq .fits",
      "",
      "What can't be fitted is named, with exit status 2; all else is fitted."
    })
final class FitCommand implements Callable<Integer> {
  private final Console console;

  @Mixin private ScenarioOptions scenario;

  @Mixin private OutOptions out;

  FitCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    LoadedScenario loaded = scenario.read(ScenarioReader::evenIfFitsFail);
    List<FileProblem> failed = loaded.evidence().failedFits();
    failed.forEach(console.err()::println);
    if (loaded.evidence().fits().isEmpty()) {
      if (!failed.isEmpty()) {
        return ExitStatus.WRONG;
      }
      throw CommandException.wrong(
          loaded.file()
              + " has nothing to fit: no number in it has a `fit`, which names a series of its"
              + " `data`");
    }
    int status = out.alone(() -> tell(loaded));
    return failed.isEmpty() ? status : ExitStatus.WRONG;
  }

  private int tell(LoadedScenario loaded) throws IOException {
    Evidence evidence = loaded.evidence();
    Source source = ScenarioStore.source(loaded);
    return out.open(Kind.FIT, console)
        .tell(
            Found.fit(
                loaded.scenario(),
                source,
                evidence.fits(),
                evidence.correlations(),
                evidence.backtest().map(Backtest.Plan::horizons).orElse(List.of())));
  }
}
