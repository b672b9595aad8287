package io.corridor.simulation;

import io.corridor.internal.numeric.SignificantDigits;
import io.corridor.model.KeyPath;
import io.corridor.model.Problem;
import io.corridor.model.Scenario;
import io.corridor.model.Value;
import java.util.List;
import java.util.Map;

/** Rows of the regime whose probabilities are uncertain. */
final class RegimeRows {
  /** What a sum may exceed 1 by. */
  private static final double TOLERANCE = 1e-9;

  private static final int DIGITS = 4;

  private RegimeRows() {}

  /** Returns a problem for each row that is too large on the better half of the paths. */
  static List<Problem> problems(Scenario scenario) {
    return scenario.regime().stream()
        .flatMap(regime -> regime.monthly().entrySet().stream())
        .filter(row -> sum(scenario, row.getValue()) > 1 + TOLERANCE)
        .map(
            row ->
                new Problem(
                    KeyPath.of("regime", "monthly", row.getKey()),
                    "the medians of a row's probabilities must sum to 1 at most, not "
                        + SignificantDigits.plain(sum(scenario, row.getValue()), DIGITS)))
        .toList();
  }

  private static double sum(Scenario scenario, Map<String, Value> row) {
    return row.values().stream().mapToDouble(new Typical(scenario)::of).reduce(0, Double::sum);
  }
}
