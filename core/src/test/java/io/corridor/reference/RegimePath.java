package io.corridor.reference;

import io.corridor.internal.random.StreamName;
import io.corridor.model.Regime;
import io.corridor.model.Scenario;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;

/** Section 3: the Markov chain R(t) and the events that set it. */
final class RegimePath {
  private final Scenario scenario;
  private final Draws draws;
  private final Numbers numbers;

  RegimePath(Scenario scenario, Draws draws, Numbers numbers) {
    this.scenario = scenario;
    this.draws = draws;
    this.numbers = numbers;
  }

  /** Returns R(0); the empty name where there are no regimes. */
  String start() {
    return scenario.regime().map(Regime::initial).orElse("");
  }

  /** Returns R(t), for t ≥ 1, after R(t−1). */
  String step(String last, int t) {
    return scenario.regime().map(r -> afterEvents(r, transition(r, last, t), t)).orElse("");
  }

  private String transition(Regime regime, String last, int t) {
    Map<String, Double> row =
        numbers.at("regime.monthly." + last, regime.monthly().getOrDefault(last, Map.of()));
    double whole = 0;
    for (Map.Entry<String, Double> entry : row.entrySet()) {
      whole += entry.getKey().equals(last) ? 0 : entry.getValue();
    }
    double scale = Math.max(1, whole);
    double u = draws.uniform(StreamName.REGIME.of(), t, 0);
    double sum = 0;
    for (String state : regime.states()) {
      if (!state.equals(last)) {
        sum += row.getOrDefault(state, 0.0);
        if (u < sum / scale) {
          return state;
        }
      }
    }
    return last;
  }

  private String afterEvents(Regime regime, String state, int t) {
    YearMonth month = scenario.month(t);
    Map<String, Integer> occurrences = new HashMap<>();
    String now = state;
    for (int i = 0; i < regime.events().size(); i++) {
      Regime.Event event = regime.events().get(i);
      if (event.month().equals(month)) {
        int occurrence = occurrences.merge(event.to(), 1, Integer::sum) - 1;
        String stream = StreamName.EVENT.of(month, event.to(), occurrence);
        if (draws.uniform(stream, t, 0)
            < numbers.at("regime.events." + i + ".probability", event.probability())) {
          now = event.to();
        }
      }
    }
    return now;
  }
}
