package io.corridor.report.files;

import io.corridor.evidence.forecast.Backtest;
import io.corridor.evidence.forecast.MetricScores;
import io.corridor.evidence.forecast.QuestionScores;
import io.corridor.evidence.score.Band;
import io.corridor.evidence.score.Coverage;
import io.corridor.evidence.score.Probabilities;
import io.corridor.evidence.score.Scores;
import io.corridor.evidence.score.Skill;
import io.corridor.model.Scenario;
import io.corridor.report.data.Source;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/**
 * Writes {@code backtest.json} and {@code score.json}: how good forecasts have been. All of it
 * depends on the forecasts, what happened and the version alone, byte for byte; what can't be is
 * null.
 */
public final class ScoreJson {
  private final JsonGenerator json;
  private final ResultJson results;

  private ScoreJson(JsonGenerator json) {
    this.json = json;
    this.results = new ResultJson(json);
  }

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
    ResultJson.write(
        out,
        json -> {
          ScoreJson writer = new ScoreJson(json);
          json.writeStartObject();
          writer.results.writeVersion();
          writer.results.writeScenario(scenario, source);
          json.writeObjectPropertyStart("run");
          json.writeNumberProperty("paths", paths);
          json.writeNumberProperty("seed", seed);
          json.writeEndObject();
          json.writeObjectPropertyStart("origins");
          result
              .origins()
              .forEach((origin, state) -> json.writeStringProperty(origin.toString(), state));
          json.writeEndObject();
          writer.results.writeTexts("asserted", asserted);
          json.writeStringProperty("verdict", result.verdict());
          writer.writeScores(result.metrics(), result.questions());
          json.writeEndObject();
        });
  }

  /**
   * Writes {@code score.json}, and leaves {@code out} open.
   *
   * @param verdict what the scores say, in words
   * @param metrics scores
   * @param questions scores
   * @param out takes UTF-8
   * @throws IOException if {@code out} does
   */
  public static void writeScore(
      String verdict, List<MetricScores> metrics, List<QuestionScores> questions, OutputStream out)
      throws IOException {
    ResultJson.write(
        out,
        json -> {
          ScoreJson writer = new ScoreJson(json);
          json.writeStartObject();
          writer.results.writeVersion();
          json.writeStringProperty("verdict", verdict);
          writer.writeScores(metrics, questions);
          json.writeEndObject();
        });
  }

  private void writeScores(List<MetricScores> metrics, List<QuestionScores> questions) {
    json.writeObjectPropertyStart("metrics");
    metrics.forEach(this::writeMetric);
    json.writeEndObject();
    json.writeObjectPropertyStart("questions");
    for (QuestionScores question : questions) {
      Probabilities scores = question.scores();
      json.writeObjectPropertyStart(question.question());
      json.writeNumberProperty("n", scores.n());
      json.writeNumberProperty("brier", scores.brier());
      json.writeNumberProperty("log", scores.log());
      json.writeNumberProperty("miscalibration", scores.miscalibration());
      json.writeNumberProperty("discrimination", scores.discrimination());
      json.writeNumberProperty("uncertainty", scores.uncertainty());
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  private void writeMetric(MetricScores metric) {
    json.writeObjectPropertyStart(metric.metric());
    json.writeStringProperty("series", metric.series().isEmpty() ? null : metric.series());
    json.writeStringProperty("unit", metric.unit());
    json.writeObjectPropertyStart("horizons");
    metric
        .horizons()
        .forEach(
            (horizon, scores) -> {
              json.writeObjectPropertyStart(horizon.toString());
              writeMeans(scores);
              writeRivals(scores);
              json.writeEndObject();
            });
    json.writeEndObject();
    json.writeObjectPropertyStart("all");
    writeMeans(metric.all());
    json.writeEndObject();
    json.writeEndObject();
  }

  private void writeMeans(Scores scores) {
    json.writeNumberProperty("n", scores.n());
    json.writeNumberProperty("crps", scores.crps());
    json.writeNumberProperty("bias", scores.bias());
    json.writeObjectPropertyStart("coverage");
    for (Map.Entry<Band, Scores.Covered> entry : scores.coverage().entrySet()) {
      json.writeObjectPropertyStart(Integer.toString(entry.getKey().percent()));
      json.writeNumberProperty("hits", entry.getValue().all().hits());
      json.writeNumberProperty("n", entry.getValue().all().n());
      entry.getValue().apart().ifPresent(apart -> writeApart(apart, entry.getKey()));
      json.writeEndObject();
    }
    json.writeEndObject();
    json.writeArrayPropertyStart("pit");
    scores.pit().forEach(json::writeNumber);
    json.writeEndArray();
  }

  private void writeApart(Coverage apart, Band band) {
    json.writeObjectPropertyStart("apart");
    json.writeNumberProperty("hits", apart.hits());
    json.writeNumberProperty("n", apart.n());
    results.writeInterval("interval95", apart.interval95());
    Optional<Coverage.Test> test = apart.kupiec(band.miss());
    if (test.isEmpty()) {
      json.writeNullProperty("kupiec");
    } else {
      json.writeObjectPropertyStart("kupiec");
      json.writeNumberProperty("lr", test.get().lr());
      json.writeNumberProperty("p", test.get().p());
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  private void writeRivals(Scores scores) {
    json.writeObjectPropertyStart("naive");
    scores.rivals().forEach(json::writeNumberProperty);
    json.writeEndObject();
    Optional<Scores.Against> best = scores.best();
    json.writeStringProperty("best", best.map(Scores.Against::name).orElse(null));
    results.writeNumberOrNull("skill", best.map(Scores.Against::skill).orElse(Double.NaN));
    results.writeInterval("skill90", best.flatMap(Scores.Against::skill90));
    Optional<Skill.Test> test = best.flatMap(Scores.Against::test);
    if (test.isEmpty()) {
      json.writeNullProperty("dm");
      return;
    }
    json.writeObjectPropertyStart("dm");
    json.writeNumberProperty("statistic", test.get().statistic());
    json.writeNumberProperty("p", test.get().p());
    json.writeNumberProperty("n", test.get().n());
    json.writeNumberProperty("b", test.get().block());
    json.writeEndObject();
  }
}
