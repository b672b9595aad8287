package io.corridor.report.data;

import io.corridor.evidence.forecast.Scoring.Actuals;
import io.corridor.evidence.score.Probabilities.Forecast;
import io.corridor.projection.Answer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A scenario beside others.
 *
 * @param name of the folder that holds its results and its page
 * @param results of its run
 * @param happened what came of it; absent: nobody says
 */
public record Corridor(String name, RunResults results, Optional<Actuals> happened) {

  /** Returns the probabilities of the questions of which is known what came, by question. */
  public Map<String, Forecast> settled() {
    Map<String, Forecast> settled = new LinkedHashMap<>();
    results
        .projection()
        .answers()
        .forEach(
            (id, answer) ->
                came(id)
                    .filter(came -> answer.paths() > 0)
                    .ifPresent(
                        came -> {
                          if (answer instanceof Answer.Probability said) {
                            settled.put(id, new Forecast(said.hits(), said.paths(), came));
                          }
                        }));
    return settled;
  }

  /** Returns all such probabilities of several. */
  public static List<Forecast> settled(List<Corridor> corridors) {
    return corridors.stream().flatMap(one -> one.settled().values().stream()).toList();
  }

  private Optional<Boolean> came(String question) {
    return happened
        .map(actuals -> actuals.questions().getOrDefault(question, Map.of()))
        .flatMap(answers -> answers.values().stream().findFirst());
  }
}
