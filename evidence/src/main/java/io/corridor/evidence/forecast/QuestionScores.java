package io.corridor.evidence.forecast;

import io.corridor.evidence.score.Probabilities;
import io.corridor.evidence.score.Probabilities.Forecast;
import java.time.YearMonth;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How good the probabilities of one question have been.
 *
 * @param question its id
 * @param forecasts by origin
 * @param scores of all of them
 */
public record QuestionScores(
    String question, Map<YearMonth, Forecast> forecasts, Probabilities scores) {

  /** Copies the map, keeping its order. */
  public QuestionScores {
    forecasts = Collections.unmodifiableMap(new LinkedHashMap<>(forecasts));
  }

  /** Returns the scores of {@code forecasts}, at least one. */
  public static QuestionScores of(String question, Map<YearMonth, Forecast> forecasts) {
    return new QuestionScores(
        question, forecasts, Probabilities.of(List.copyOf(forecasts.values())));
  }
}
