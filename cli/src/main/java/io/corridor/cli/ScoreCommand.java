package io.corridor.cli;

import static java.util.Objects.requireNonNull;

import io.corridor.evidence.forecast.ForecastTarget;
import io.corridor.evidence.forecast.MetricScores;
import io.corridor.evidence.forecast.PathFigures;
import io.corridor.evidence.forecast.QuestionScores;
import io.corridor.evidence.score.Crps;
import io.corridor.evidence.score.Naive;
import io.corridor.evidence.score.Probabilities;
import io.corridor.evidence.score.Scored;
import io.corridor.evidence.series.DataSeries;
import io.corridor.evidence.series.Period;
import io.corridor.model.Metric;
import io.corridor.model.Metrics;
import io.corridor.model.Question;
import io.corridor.model.Scenario;
import io.corridor.report.files.Found;
import io.corridor.report.files.OutFolder.Kind;
import io.corridor.scenarios.ForecastTables;
import io.corridor.scenarios.ForecastTables.Actuals;
import io.corridor.scenarios.ForecastTables.Forecast;
import io.corridor.scenarios.LoadedScenario;
import io.corridor.scenarios.ScenarioReader;
import io.corridor.simulation.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
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
  private static final String QUESTION = "question.";
  private static final String AGAINST = "against";

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

  private final Map<String, List<Scored>> scored = new LinkedHashMap<>();
  private final Map<String, String> units = new LinkedHashMap<>();
  private final Map<String, List<QuestionScores.Asked>> asked = new LinkedHashMap<>();
  private Map<Forecast, double[]> rival = Map.of();

  ScoreCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    if (against != null) {
      rival = ForecastTables.readDraws(against);
    }
    boolean draws = file.endsWith(".csv") || isDraws(file);
    return out.alone(() -> draws ? scoreDraws() : scoreScenario());
  }

  private static boolean isDraws(String file) {
    return Files.isRegularFile(Path.of(file)) && ForecastTables.areDraws(Path.of(file));
  }

  private Path happened() {
    if (actuals == null) {
      throw CommandException.wrong("--actuals is missing");
    }
    return actuals;
  }

  // -------------------------------------------------------------------------------- of a scenario

  private int scoreScenario() throws IOException {
    ScenarioReader reader = set.reader();
    LoadedScenario loaded =
        ScenarioStore.read(file, variant == null ? reader : reader.withVariant(variant));
    Scenario scenario = loaded.scenario();
    Map<String, Metric> metrics = Metrics.of(scenario);
    Actuals happened = ForecastTables.readActuals(happened(), metrics);
    Map<ForecastTarget, Double> targets = targets(scenario, metrics, happened);
    List<String> questions = questions(scenario, happened);
    if (targets.isEmpty() && questions.isEmpty()) {
      throw CommandException.wrong(
          happened()
              + " has nothing of the months from "
              + scenario.start()
              + " to "
              + scenario.lastMonth()
              + ", which the scenario is about");
    }
    Settings settings = run.settingsOfPaths(scenario);
    Ending ending = out.open(Kind.SCORE, console);
    return Stages.run(
        console,
        stages -> {
          PathFigures figures =
              stages.show(
                  "",
                  done -> " after " + done + " paths; nothing was written",
                  progress ->
                      PathFigures.of(
                          scenario, settings.sample(), targets.keySet(), questions, progress));
          targets.forEach(
              (target, actual) -> {
                units.put(target.metric(), unit(metrics, target.metric()));
                add(
                    target.metric(),
                    Scored.of(
                        scenario.start(),
                        target.period(),
                        figures.figures().getOrDefault(target, new double[0]),
                        actual,
                        rivals(loaded, target, actual)));
              });
          for (String question : questions) {
            long counted = figures.counted().getOrDefault(question, 0L);
            if (counted > 0) {
              ask(
                  question,
                  scenario.start(),
                  Optional.empty(),
                  new Probabilities.Forecast(
                      figures.hits().getOrDefault(question, 0L),
                      counted,
                      requireNonNull(happened.questions().get(question)).containsValue(true)));
            }
          }
          tell(scenario.name(), Optional.of(scenario), ending);
        });
  }

  private static String unit(Map<String, Metric> metrics, String id) {
    return Optional.ofNullable(metrics.get(id)).map(Metric::unit).orElse("");
  }

  private static Map<ForecastTarget, Double> targets(
      Scenario scenario, Map<String, Metric> metrics, Actuals happened) {
    Map<ForecastTarget, Double> targets = new LinkedHashMap<>();
    happened
        .metrics()
        .forEach(
            (metric, values) ->
                values.forEach(
                    (period, actual) -> {
                      try {
                        ForecastTarget target =
                            ForecastTarget.of(metric, unit(metrics, metric), period);
                        if (PathFigures.isInside(scenario, target)) {
                          targets.put(target, actual);
                        }
                      } catch (IllegalArgumentException e) {
                        throw CommandException.wrong(String.valueOf(e.getMessage()));
                      }
                    }));
    return targets;
  }

  private List<String> questions(Scenario scenario, Actuals happened) {
    List<String> questions = new ArrayList<>();
    for (String id : happened.questions().keySet()) {
      if (requireNonNull(happened.questions().get(id)).size() > 1) {
        throw CommandException.wrong(
            "%s has several answers to question.%s, of which a run asks once"
                .formatted(happened(), id));
      }
      Question question = scenario.questions().get(id);
      if (question == null) {
        throw CommandException.wrong("the scenario has no question '" + id + "'");
      }
      if (question.countsMonths()) {
        throw CommandException.wrong("question '" + id + "' counts months, and comes true or not");
      }
      questions.add(id);
    }
    return questions;
  }

  /** The draws of a rival, or else naive forecasts of the series the file has of the metric. */
  private Map<String, Double> rivals(LoadedScenario loaded, ForecastTarget target, double actual) {
    Scenario scenario = loaded.scenario();
    if (against != null) {
      return rival(new Forecast(target.metric(), scenario.start(), target.period()), actual);
    }
    DataSeries series =
        loaded.evidence().backtest().map(plan -> plan.series().get(target.metric())).orElse(null);
    if (series == null || series.every() != target.period().every()) {
      return Map.of();
    }
    DataSeries.Values known = series.knownBefore(scenario.start());
    Optional<Integer> ahead = known.last().flatMap(last -> last.until(target.period()));
    Map<String, Double> scores = new LinkedHashMap<>();
    if (ahead.isPresent() && ahead.get() >= 1) {
      Naive.forecasts(known.grid(), target.period().every().perYear(), ahead.get())
          .forEach((kind, law) -> scores.put(kind.word(), law.crps(actual)));
    }
    return scores;
  }

  private Map<String, Double> rival(Forecast forecast, double actual) {
    double[] draws = rival.get(forecast);
    return draws == null ? Map.of() : Map.of(AGAINST, Crps.fair(draws, actual));
  }

  // ------------------------------------------------------------------------------------- of draws

  private int scoreDraws() throws IOException {
    Map<Forecast, double[]> draws = ForecastTables.readDraws(Path.of(file));
    Actuals happened = ForecastTables.readActuals(happened(), Map.of());
    Ending ending = out.open(Kind.SCORE, console);
    draws.forEach((forecast, values) -> scoreDraws(forecast, values, happened));
    if (scored.isEmpty() && asked.isEmpty()) {
      throw CommandException.wrong(
          happened() + " has nothing of the metrics and periods that " + file + " forecasts");
    }
    tell(String.valueOf(Path.of(file).getFileName()), Optional.empty(), ending);
    return ExitStatus.DONE;
  }

  private void scoreDraws(Forecast forecast, double[] values, Actuals happened) {
    if (forecast.metric().startsWith(QUESTION)) {
      String id = forecast.metric().substring(QUESTION.length());
      long hits = Arrays.stream(values).filter(value -> value != 0).count();
      happened
          .cameTrue(id, forecast.period())
          .map(cameTrue -> new Probabilities.Forecast(hits, values.length, cameTrue))
          .ifPresent(one -> ask(id, forecast.origin(), Optional.of(forecast.period()), one));
      return;
    }
    Period period = forecast.period();
    Double actual = happened.metrics().getOrDefault(forecast.metric(), Map.of()).get(period);
    if (actual != null) {
      add(
          forecast.metric(),
          Scored.of(forecast.origin(), period, values, actual, rival(forecast, actual)));
    }
  }

  // --------------------------------------------------------------------------------------- of both

  private void add(String metric, Scored row) {
    scored.computeIfAbsent(metric, m -> new ArrayList<>()).add(row);
  }

  private void ask(
      String question, YearMonth origin, Optional<Period> period, Probabilities.Forecast forecast) {
    asked
        .computeIfAbsent(question, q -> new ArrayList<>())
        .add(new QuestionScores.Asked(origin, period, forecast));
  }

  private void tell(String name, Optional<Scenario> scenario, Ending ending) throws IOException {
    List<MetricScores> metrics = new ArrayList<>();
    scored.forEach(
        (metric, rows) ->
            metrics.add(MetricScores.of(metric, "", units.getOrDefault(metric, ""), rows)));
    List<QuestionScores> questions = new ArrayList<>();
    asked.forEach((id, forecasts) -> questions.add(QuestionScores.of(id, forecasts)));
    ending.tell(Found.score(name, scenario, metrics, questions));
  }
}
