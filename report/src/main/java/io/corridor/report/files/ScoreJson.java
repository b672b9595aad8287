package io.corridor.report.files;

import static io.corridor.report.internal.json.Json.finite;
import static io.corridor.report.internal.json.Json.object;

import io.corridor.evidence.forecast.Backtest;
import io.corridor.evidence.forecast.MetricScores;
import io.corridor.evidence.forecast.QuestionScores;
import io.corridor.evidence.forecast.Scoring;
import io.corridor.evidence.score.Band;
import io.corridor.evidence.score.Coverage;
import io.corridor.evidence.score.Joint;
import io.corridor.evidence.score.PathScores;
import io.corridor.evidence.score.Probabilities;
import io.corridor.evidence.score.Scores;
import io.corridor.model.Scenario;
import io.corridor.report.data.Source;
import io.corridor.report.internal.json.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes {@code backtest.json} and {@code score.json}: how good forecasts have been. All of it
 * depends on the forecasts, what happened and the version alone, byte for byte; what can't be is
 * null.
 */
public final class ScoreJson {

  private ScoreJson() {}

  /**
   * Writes {@code backtest.json}, and leaves {@code out} open.
   *
   * @param scenario what was put back to its past
   * @param source where it came from
   * @param paths by origin
   * @param seed of the random numbers
   * @param asserted keys of what stayed as it is
   * @param result what came out
   * @param out takes UTF-8
   * @throws IOException if {@code out} does
   */
  public static void writeBacktest(
      Scenario scenario,
      Source source,
      long paths,
      long seed,
      List<String> asserted,
      Backtest.Result result,
      OutputStream out)
      throws IOException {
    Map<String, Object> document =
        object(
            "corridor", ResultJson.version(),
            "scenario", ResultJson.scenario(scenario, source),
            "run", object("paths", paths, "seed", seed),
            "origins", origins(result.origins()),
            "asserted", asserted,
            "verdict", result.verdict());
    document.putAll(scores(result.metrics(), result.questions()));
    Map<String, Object> widen = new LinkedHashMap<>();
    result
        .widen()
        .forEach(
            (key, widening) ->
                widen.put(
                    key,
                    object(
                        "metric", widening.metric(),
                        "windows", widening.windows(),
                        "effective", widening.effective(),
                        "rms", widening.rms(),
                        "factor", widening.factor(),
                        "stated", Optional.ofNullable(result.stated().get(key)))));
    document.put("widen", widen);
    document.put(
        "tables",
        object(
            result.tables(),
            table ->
                object(
                    "n", table.n(),
                    "brier", table.brier(),
                    "base", table.base(),
                    "skill", finite(table.skill()))));
    Json.write(document, out);
  }

  private static Map<String, Object> origins(Map<YearMonth, Backtest.Left> origins) {
    Map<String, Object> found = new LinkedHashMap<>();
    origins.forEach(
        (origin, left) ->
            found.put(
                origin.toString(),
                left.all().isPresent() || left.some().isEmpty()
                    ? left.all().orElse("ok")
                    : left.some()));
    return found;
  }

  /**
   * Writes {@code score.json}, and leaves {@code out} open.
   *
   * @param scores what came out
   * @param out takes UTF-8
   * @throws IOException if {@code out} does
   */
  public static void writeScore(Scoring.Result scores, OutputStream out) throws IOException {
    Map<String, Object> joint = new LinkedHashMap<>();
    scores.joint().forEach((origin, whole) -> joint.put(origin.toString(), joint(whole)));
    Map<String, Object> document =
        object("corridor", ResultJson.version(), "verdict", scores.verdict(), "joint", joint);
    document.putAll(scores(scores.metrics(), scores.questions()));
    Json.write(document, out);
  }

  private static Map<String, Object> joint(Joint whole) {
    return object(
        "values",
            whole
                .values()
                .map(
                    values ->
                        object(
                            "n", values.n(),
                            "inside90", values.inside90(),
                            "expected90", List.of(values.low90(), values.high90()),
                            "statistic", values.statistic(),
                            "share", values.share(),
                            "power", values.power())),
        "questions",
            whole
                .questions()
                .map(
                    questions ->
                        object(
                            "n", questions.n(),
                            "brier", questions.brier(),
                            "share", questions.share(),
                            "power", Optional.empty())));
  }

  private static Map<String, Object> scores(
      List<MetricScores> metrics, List<QuestionScores> questions) {
    Map<String, Object> ofMetrics = new LinkedHashMap<>();
    metrics.forEach(metric -> ofMetrics.put(metric.metric(), metric(metric)));
    Map<String, Object> ofQuestions = new LinkedHashMap<>();
    questions.forEach(
        question -> ofQuestions.put(question.question(), probabilities(question.scores())));
    return object("metrics", ofMetrics, "questions", ofQuestions);
  }

  static Map<String, Object> probabilities(Probabilities scores) {
    return object(
        "n", scores.n(),
        "brier", scores.brier(),
        "log", scores.log(),
        "miscalibration", scores.miscalibration(),
        "discrimination", scores.discrimination(),
        "uncertainty", scores.uncertainty());
  }

  private static Map<String, Object> metric(MetricScores metric) {
    return object(
        "series", Optional.of(metric.series()).filter(series -> !series.isEmpty()),
        "unit", metric.unit(),
        "horizons", object(metric.horizons(), ScoreJson::againstRivals),
        "all", means(metric.all()),
        "paths", metric.paths().map(ScoreJson::paths),
        "knowing", metric.knowing());
  }

  private static Map<String, Object> paths(PathScores scores) {
    Map<String, Object> found =
        object("n", scores.n(), "energy", scores.energy(), "variogram", scores.variogram());
    scores.against().ifPresent(rival -> found.put("against", paths(rival)));
    return found;
  }

  private static Map<String, Object> means(Scores scores) {
    Map<String, Object> coverage = new LinkedHashMap<>();
    scores
        .coverage()
        .forEach((band, covered) -> coverage.put("" + band.percent(), covered(covered, band)));
    return object(
        "n", scores.n(),
        "crps", scores.crps(),
        "bias", scores.bias(),
        "coverage", coverage,
        "pit", scores.pit());
  }

  private static Map<String, Object> covered(Scores.Covered covered, Band band) {
    Map<String, Object> found = hits(covered.all());
    covered
        .apart()
        .ifPresent(
            apart -> {
              Map<String, Object> of = hits(apart);
              of.put("interval90", ResultJson.interval(apart.interval90()));
              of.put(
                  "kupiec",
                  apart.kupiec(band.miss()).map(test -> object("lr", test.lr(), "p", test.p())));
              of.put("tells", apart.tells(band));
              of.put("power", apart.power(band));
              found.put("apart", of);
            });
    return found;
  }

  private static Map<String, Object> hits(Coverage coverage) {
    return object("hits", coverage.hits(), "n", coverage.n());
  }

  private static Map<String, Object> againstRivals(Scores scores) {
    Optional<Scores.Against> best = scores.best();
    Map<String, Object> found = means(scores);
    found.putAll(
        object(
            "naive", scores.rivals(),
            "best", best.map(Scores.Against::name),
            "skill", finite(best.map(Scores.Against::skill).orElse(Double.NaN)),
            "skill90", ResultJson.interval(best.flatMap(Scores.Against::skill90)),
            "dm",
                best.flatMap(Scores.Against::test)
                    .map(
                        test ->
                            object(
                                "statistic", test.statistic(),
                                "p", test.p(),
                                "n", test.n(),
                                "b", test.block()))));
    return found;
  }
}
