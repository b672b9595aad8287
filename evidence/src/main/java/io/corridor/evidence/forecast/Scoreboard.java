package io.corridor.evidence.forecast;

import io.corridor.evidence.score.Naive;
import io.corridor.evidence.score.Probabilities;
import io.corridor.evidence.score.Scored;
import io.corridor.evidence.series.DataSeries;
import io.corridor.evidence.series.Period;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Collects what was forecast of metrics and questions, scored. */
final class Scoreboard {
  private final Map<String, List<Scored>> scored = new LinkedHashMap<>();
  private final Map<String, String> units = new LinkedHashMap<>();
  private final Map<String, List<QuestionScores.Asked>> asked = new LinkedHashMap<>();

  /** Adds a forecast of a metric. */
  void add(String metric, String unit, Scored forecast) {
    units.putIfAbsent(metric, unit);
    scored.computeIfAbsent(metric, m -> new ArrayList<>()).add(forecast);
  }

  /**
   * Adds a forecast of a question, unless none of its paths counts.
   *
   * @param period what was asked of; absent: of all months
   * @param outcomes by path, 1 or 0, NaN where it doesn't count
   */
  void ask(
      String question,
      YearMonth origin,
      Optional<Period> period,
      double[] outcomes,
      boolean cameTrue) {
    long hits = Arrays.stream(outcomes).filter(outcome -> outcome > 0).count();
    long counted = Arrays.stream(outcomes).filter(outcome -> !Double.isNaN(outcome)).count();
    if (counted > 0) {
      asked
          .computeIfAbsent(question, q -> new ArrayList<>())
          .add(
              new QuestionScores.Asked(
                  origin, period, new Probabilities.Forecast(hits, counted, cameTrue)));
    }
  }

  /**
   * Returns the scores of metrics, in the order in which they came.
   *
   * @param series what each was held against
   */
  List<MetricScores> metrics(UnaryOperator<String> series) {
    List<MetricScores> metrics = new ArrayList<>();
    scored.forEach(
        (metric, forecasts) ->
            metrics.add(
                MetricScores.of(
                    metric, series.apply(metric), units.getOrDefault(metric, ""), forecasts)));
    return metrics;
  }

  /** Returns the scores of questions. */
  List<QuestionScores> questions() {
    List<QuestionScores> questions = new ArrayList<>();
    asked.forEach((question, forecasts) -> questions.add(QuestionScores.of(question, forecasts)));
    return questions;
  }

  /** Returns the scores of naive forecasts of a period, by what was known; empty without any. */
  static Map<String, Double> naive(DataSeries.Values known, Period period, double actual) {
    Map<String, Double> scores = new LinkedHashMap<>();
    int ahead = known.last().flatMap(last -> last.until(period)).orElse(0);
    if (ahead >= 1) {
      Naive.forecasts(known.grid(), period.every().perYear(), ahead)
          .forEach((kind, law) -> scores.put(kind.word(), law.crps(actual)));
    }
    return scores;
  }
}
