package io.corridor.evidence.forecast;

import io.corridor.evidence.score.Band;
import io.corridor.evidence.score.Coverage;
import io.corridor.evidence.score.Scored;
import io.corridor.evidence.score.Scores;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
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
 * @param forecasts what was scored, by origin and horizon
 */
public record MetricScores(
    String metric,
    String series,
    String unit,
    Map<Integer, Scores> horizons,
    Scores all,
    List<Scored> forecasts) {
  private static final int FEWEST_TO_JUDGE = 5;
  private static final double ODD = 0.05;

  /** Of fewer, bands half as wide as they should be would often go unnoticed. */
  private static final int FEWEST_TO_TRUST = 20;

  /** Copies the collections, keeping their order. */
  public MetricScores {
    horizons = Collections.unmodifiableMap(new TreeMap<>(horizons));
    forecasts = List.copyOf(forecasts);
  }

  /** Returns the scores of {@code forecasts}, at least one. */
  public static MetricScores of(String metric, String series, String unit, List<Scored> forecasts) {
    Map<Integer, List<Scored>> byHorizon = new TreeMap<>();
    forecasts.forEach(
        forecast ->
            byHorizon.computeIfAbsent(forecast.horizon(), h -> new ArrayList<>()).add(forecast));
    Map<Integer, Scores> horizons = new TreeMap<>();
    byHorizon.forEach((horizon, rows) -> horizons.put(horizon, Scores.ofHorizon(rows, horizon)));
    return new MetricScores(metric, series, unit, horizons, Scores.pooled(forecasts), forecasts);
  }

  /**
   * Returns what the 90 % bands were like, in a sentence. Where several horizons were scored it is
   * about the one that misses most clearly; forecasts of periods that don't overlap decide.
   */
  public String verdict() {
    Optional<Judged> worst =
        horizons.entrySet().stream()
            .map(entry -> Judged.of(entry.getKey(), entry.getValue()))
            .filter(judged -> judged.apart().n() >= FEWEST_TO_JUDGE)
            .min(Comparator.comparingDouble(Judged::p));
    if (worst.isEmpty()) {
      Coverage coverage = all.covered(Band.NINETY).all();
      return "%s: %d of %d in the 90 %% band; too few that don't overlap to judge the bands by"
          .formatted(metric, coverage.hits(), coverage.n());
    }
    Judged judged = worst.get();
    String counted =
        "%d of %d in the 90 %% band".formatted(judged.apart().hits(), judged.apart().n());
    String ahead = judged.horizon() == 1 ? "1 month" : judged.horizon() + " months";
    if (judged.p() >= ODD) {
      String few = judged.apart().n() < FEWEST_TO_TRUST ? ", too few to judge" : "";
      return "Nothing speaks against the bands for %s: at worst %s, %s ahead%s"
          .formatted(metric, counted, ahead, few);
    }
    boolean narrow = judged.apart().hits() < 0.9 * judged.apart().n();
    return "Bands for %s are too %s: %s, %s ahead"
        .formatted(metric, narrow ? "narrow" : "wide", counted, ahead);
  }

  private record Judged(int horizon, Coverage apart, double p) {
    static Judged of(int horizon, Scores scores) {
      Coverage apart = scores.covered(Band.NINETY).apart().orElseThrow();
      return new Judged(
          horizon, apart, apart.kupiec(Band.NINETY.miss()).map(Coverage.Test::p).orElse(1.0));
    }
  }
}
