package io.corridor.evidence.forecast;

import io.corridor.evidence.score.Probabilities;
import io.corridor.evidence.score.Probabilities.Forecast;
import io.corridor.evidence.series.Period;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/**
 * How good the probabilities of one question have been.
 *
 * @param question its id
 * @param forecasts of it, in order
 * @param scores of all of them
 */
public record QuestionScores(String question, List<Asked> forecasts, Probabilities scores) {

  /** Copies the list. */
  public QuestionScores {
    forecasts = List.copyOf(forecasts);
  }

  /**
   * A forecast of the question.
   *
   * @param origin month at which it was forecast
   * @param period of which it was asked, where one is named
   * @param forecast its probability, and whether it came true
   */
  public record Asked(YearMonth origin, Optional<Period> period, Forecast forecast) {}

  /** Returns the scores of {@code forecasts}, at least one. */
  public static QuestionScores of(String question, List<Asked> forecasts) {
    return new QuestionScores(
        question, forecasts, Probabilities.of(forecasts.stream().map(Asked::forecast).toList()));
  }
}
