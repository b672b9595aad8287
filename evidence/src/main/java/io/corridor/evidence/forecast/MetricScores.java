package io.corridor.evidence.forecast;

import io.corridor.evidence.score.PathScores;
import io.corridor.evidence.score.Scored;
import io.corridor.evidence.score.Scores;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How good the forecasts of one metric have been.
 *
 * @param metric its id
 * @param series what it was held against; empty: figures without a name
 * @param unit of its figures
 * @param horizons scores by months from the origin to the end of what was forecast
 * @param all scores of all of them together
 * @param paths scores of all horizons as one path; empty where there is one, or no origin has all
 * @param knowing keys of levels that it rests on and no data decide, so that they may know of what
 *     came later
 * @param forecasts what was scored, by origin and horizon
 */
public record MetricScores(
    String metric,
    String series,
    String unit,
    Map<Integer, Scores> horizons,
    Scores all,
    Optional<PathScores> paths,
    List<String> knowing,
    List<Scored> forecasts) {
  /** Copies the collections, keeping their order. */
  public MetricScores {
    horizons = Collections.unmodifiableMap(new TreeMap<>(horizons));
    knowing = List.copyOf(knowing);
    forecasts = List.copyOf(forecasts);
  }

  /** Returns the scores of {@code forecasts}, at least one, without those of paths. */
  public static MetricScores of(String metric, String series, String unit, List<Scored> forecasts) {
    return of(metric, series, unit, forecasts, Optional.empty(), List.of());
  }

  /** Returns the scores of {@code forecasts}, at least one. */
  static MetricScores of(
      String metric,
      String series,
      String unit,
      List<Scored> forecasts,
      Optional<PathScores> paths,
      List<String> knowing) {
    Map<Integer, List<Scored>> byHorizon = new TreeMap<>();
    forecasts.forEach(
        forecast ->
            byHorizon.computeIfAbsent(forecast.horizon(), h -> new ArrayList<>()).add(forecast));
    Map<Integer, Scores> horizons = new TreeMap<>();
    byHorizon.forEach((horizon, rows) -> horizons.put(horizon, Scores.ofHorizon(rows, horizon)));
    return new MetricScores(
        metric, series, unit, horizons, Scores.pooled(forecasts), paths, knowing, forecasts);
  }

  /**
   * Returns what the scores say, as {@link ScoreVerdict} says it: facts with full stops between
   * them.
   */
  public String verdict() {
    return String.join(". ", ScoreVerdict.of(this).facts());
  }
}
