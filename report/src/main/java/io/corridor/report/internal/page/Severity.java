package io.corridor.report.internal.page;

import io.corridor.model.Sanction;
import io.corridor.model.Scenario;
import io.corridor.model.Value;
import io.corridor.report.internal.chart.Ink;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How harsh policy regimes are: by how much of the scenario's measures they enforce. */
final class Severity {
  /** What an enforcement counts as that isn't certain. */
  private static final double UNSURE = 0.5;

  private Severity() {}

  /**
   * Returns the regimes, the harshest first; where nothing tells them apart, as they are listed.
   */
  static List<String> fromHarshToMild(Scenario scenario) {
    List<String> states = new ArrayList<>(scenario.regimeStates());
    states.sort(Comparator.comparingDouble(state -> -enforced(scenario, state)));
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
    double sum = 0;
    for (Sanction sanction : scenario.sanctions().values()) {
      sum +=
          sanction.enforcement().in(state) instanceof Value.Constant constant
              ? constant.number()
              : UNSURE;
    }
    return sum;
  }
}
