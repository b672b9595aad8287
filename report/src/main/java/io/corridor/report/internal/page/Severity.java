package io.corridor.report.internal.page;

import io.corridor.model.Scenario;
import io.corridor.model.Value;
import io.corridor.report.internal.chart.Ink;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How harsh policy regimes are, for the colours and the order in which pages show them. */
final class Severity {
  /** What an enforcement counts as that isn't certain. */
  private static final double UNSURE = 0.5;

  private Severity() {}

  /**
   * Returns the regimes, the harshest first: the one under which measures are enforced most; of
   * those that are alike in that, under which waivers are renewed and granted again least; then,
   * under which flows are smallest; where nothing tells them apart, as they are listed.
   */
  static List<String> fromHarshToMild(Scenario scenario) {
    List<String> states = new ArrayList<>(scenario.regimeStates());
    states.sort(
        Comparator.<String>comparingDouble(state -> -enforced(scenario, state))
            .thenComparingDouble(state -> waived(scenario, state))
            .thenComparingDouble(state -> traded(scenario, state)));
    return states;
  }

  /** Returns a colour for each regime: warm where it is harsh, cool where it is mild. */
  static Map<String, Ink> inks(Scenario scenario) {
    List<String> states = fromHarshToMild(scenario);
    Map<String, Ink> inks = new LinkedHashMap<>();
    for (int i = 0; i < states.size(); i++) {
      inks.put(states.get(i), Ink.severity(states.size() - 1 - i, states.size()));
    }
    return inks;
  }

  private static double enforced(Scenario scenario, String state) {
    return scenario.sanctions().values().stream()
        .mapToDouble(sanction -> certain(sanction.enforcement().in(state), UNSURE))
        .sum();
  }

  private static double waived(Scenario scenario, String state) {
    return scenario.waivers().values().stream()
        .mapToDouble(
            waiver ->
                certain(waiver.renew().in(state), UNSURE)
                    + certain(waiver.reinstate().in(state), UNSURE))
        .sum();
  }

  private static double traded(Scenario scenario, String state) {
    return scenario.flows().values().stream()
        .mapToDouble(flow -> certain(flow.regimeFactor().getOrDefault(state, Value.ONE), 1))
        .sum();
  }

  private static double certain(@Nullable Value value, double otherwise) {
    return value instanceof Value.Constant constant ? constant.number() : otherwise;
  }
}
