package io.corridor.cli;

import io.corridor.evidence.forecast.Backtest;
import io.corridor.evidence.forecast.Scoring;
import io.corridor.evidence.forecast.Scoring.Actuals;
import io.corridor.evidence.forecast.Scoring.Forecast;
import io.corridor.evidence.series.DataSeries;
import io.corridor.model.Metric;
import io.corridor.model.Metrics;
import io.corridor.model.Sample;
import io.corridor.model.Scenario;
import io.corridor.report.files.Found;
import io.corridor.report.files.OutFolder.Kind;
import io.corridor.scenarios.ForecastTables;
import io.corridor.scenarios.LoadedScenario;
import io.corridor.scenarios.ScenarioReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command {@code score}: scores a forecast against what happened. */
@Command(
    name = "score",
    header = "Scores a forecast against what happened.",
    description = {
      "",
      "FILE is a scenario, which is run as it stands, or a CSV of anybody's draws with",
      "the columns metric,origin,period,draw,value (a question as question.ID, 0 or 1).",
      "What happened is a CSV with the columns metric,period,value and maybe unit;",
      "periods are months, quarters or years. Prints whether the bands held,",
      "then a table. With --out it also writes score.html, score.csv (a row for each",
      "number) and score.json."
    },
    footer = {
      "",
      "Examples:",
      "  corridor score iran-iraq-2019 --actuals happened.csv",
      "  corridor score my.yaml --variant no-waiver --actuals happened.csv --out score",
      "  corridor score draws.csv --actuals happened.csv --against theirs.csv"
    })
final class ScoreCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(
      paramLabel = "FILE",
      completionCandidates = ShippedNames.class,
      description = "A scenario file, the name of a shipped scenario, or a CSV of draws.")
  private String file = "";

  @Option(
      names = "--actuals",
      paramLabel = "CSV",
      required = true,
      description = "What happened: metric,period,value and maybe unit.")
  private @Nullable Path actuals;

  @Option(
      names = "--against",
      paramLabel = "CSV",
      description = "The draws of a rival, in the place of naive forecasts.")
  private @Nullable Path against;

  @Option(
      names = "--variant",
      paramLabel = "V",
      description = "Apply a variant that the file defines.")
  private @Nullable String variant;

  @Mixin private SetOptions set;

  @Mixin private RunOptions run;

  @Mixin private OutOptions out;

  ScoreCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    Optional<Map<Forecast, double[]>> rival =
        Optional.ofNullable(against).map(ForecastTables::readDraws);
    boolean draws = file.endsWith(".csv") || isDraws(file);
    return out.alone(() -> draws ? scoreDraws(rival) : scoreScenario(rival));
  }

  private static boolean isDraws(String file) {
    return Files.isRegularFile(Path.of(file)) && ForecastTables.areDraws(Path.of(file));
  }

  private Actuals happened(Map<String, Metric> known) {
    if (actuals == null) {
      throw CommandException.wrong("--actuals is missing");
    }
    Actuals happened = ForecastTables.readActuals(actuals, known);
    Notes.tellOfBlanks(happened, console);
    return happened;
  }

  private int scoreScenario(Optional<Map<Forecast, double[]>> rival) throws IOException {
    ScenarioReader reader = set.reader();
    LoadedScenario loaded =
        ScenarioStore.read(file, variant == null ? reader : reader.withVariant(variant));
    Scenario scenario = loaded.scenario();
    Actuals happened = happened(Metrics.of(scenario));
    Scoring scoring = ScenarioStore.scoring(scenario, happened);
    Sample sample = run.settingsOfPaths(scenario).sample();
    Map<String, DataSeries> series =
        loaded.evidence().backtest().map(Backtest.Plan::series).orElse(Map.of());
    return out.open(Kind.SCORE, console)
        .tell(
            done -> " after " + done + " paths; nothing was written",
            progress ->
                Found.score(
                    scenario.name(),
                    Optional.of(scenario),
                    scoring.run(sample, rival, series, progress)));
  }

  private int scoreDraws(Optional<Map<Forecast, double[]>> rival) throws IOException {
    Map<Forecast, double[]> draws = ForecastTables.readDraws(Path.of(file));
    Actuals happened = happened(Map.of());
    Ending ending = out.open(Kind.SCORE, console);
    Scoring.Result scores = Scoring.ofDraws(draws, happened, rival.orElse(Map.of()));
    if (scores.isEmpty()) {
      throw CommandException.wrong(
          happened.file()
              + " has no values for the metrics and periods that "
              + file
              + " forecasts");
    }
    String name = String.valueOf(Path.of(file).getFileName());
    return ending.tell(Found.score(name, Optional.empty(), scores));
  }
}
