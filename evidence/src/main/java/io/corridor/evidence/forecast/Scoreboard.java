package io.corridor.evidence.forecast;

import io.corridor.evidence.score.Naive;
import io.corridor.evidence.score.PathScores;
import io.corridor.evidence.score.Probabilities;
import io.corridor.evidence.score.Scored;
import io.corridor.evidence.series.DataSeries;
import io.corridor.evidence.series.Period;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Collects what was forecast of metrics and questions, scored. */
final class Scoreboard {
  private final Map<String, List<Drawn>> drawn = new LinkedHashMap<>();
  private final Map<String, String> units = new LinkedHashMap<>();
  private final Map<String, List<QuestionScores.Asked>> asked = new LinkedHashMap<>();

  /** The paths of a forecast, and those of a rival where there is one. */
  private record Drawn(Scored scored, double[] paths, Optional<double[]> rival) {}

  /**
   * Adds a forecast of a metric.
   *
   * @param paths by path; of one metric and origin in the same order
   * @param rival the same of a rival; empty without one
   */
  void add(String metric, String unit, Scored forecast, double[] paths, Optional<double[]> rival) {
    units.putIfAbsent(metric, unit);
    drawn.computeIfAbsent(metric, m -> new ArrayList<>()).add(new Drawn(forecast, paths, rival));
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
   * @param knowing keys of levels that each rests on and no data decide
   */
  List<MetricScores> metrics(UnaryOperator<String> series, Function<String, List<String>> knowing) {
    List<MetricScores> metrics = new ArrayList<>();
    drawn.forEach(
        (metric, forecasts) ->
            metrics.add(
                MetricScores.of(
                    metric,
                    series.apply(metric),
                    units.getOrDefault(metric, ""),
                    forecasts.stream().map(Drawn::scored).toList(),
                    paths(forecasts),
                    knowing.apply(metric))));
    return metrics;
  }

  /** Returns the scores of paths, at origins that have all horizons, of which there are several. */
  private static Optional<PathScores> paths(List<Drawn> forecasts) {
    Map<YearMonth, NavigableMap<Integer, Drawn>> byOrigin = new TreeMap<>();
    Set<Integer> horizons = new HashSet<>();
    for (Drawn one : forecasts) {
      horizons.add(one.scored().horizon());
      byOrigin
          .computeIfAbsent(one.scored().origin(), origin -> new TreeMap<>())
          .put(one.scored().horizon(), one);
    }
    List<List<Drawn>> whole =
        byOrigin.values().stream()
            .filter(at -> at.size() == horizons.size() && at.size() > 1)
            .map(at -> List.copyOf(at.values()))
            .toList();
    boolean rivals = whole.stream().flatMap(List::stream).allMatch(one -> one.rival().isPresent());
    return PathScores.of(
        cases(whole, Drawn::paths),
        rivals
            ? PathScores.of(cases(whole, one -> one.rival().orElseThrow()), Optional.empty())
            : Optional.empty());
  }

  private static List<PathScores.Case> cases(
      List<List<Drawn>> whole, Function<Drawn, double[]> paths) {
    return whole.stream()
        .map(
            at ->
                new PathScores.Case(
                    at.stream().map(paths).toArray(double[][]::new),
                    at.stream().mapToDouble(one -> one.scored().actual()).toArray()))
        .toList();
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
