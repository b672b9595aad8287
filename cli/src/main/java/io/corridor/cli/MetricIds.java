package io.corridor.cli;

import io.corridor.model.Metrics;
import io.corridor.model.Nearest;
import io.corridor.model.Scenario;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Metrics as a command line names them. */
final class MetricIds {

  /** Stands for every metric of the scenario. */
  private static final String ALL = "all";

  private MetricIds() {}

  /**
   * Returns the metrics that are named, in that order.
   *
   * @throws CommandException with the nearest id, if the scenario doesn't have one of them
   */
  static List<String> of(Scenario scenario, String option, List<String> named) {
    Collection<String> known = Metrics.of(scenario).keySet();
    Set<String> ids = new LinkedHashSet<>();
    for (String id : named) {
      if (id.equals(ALL)) {
        ids.addAll(known);
      } else if (known.contains(id)) {
        ids.add(id);
      } else {
        throw CommandException.wrong(
            option + ": the scenario has no metric '" + id + "'" + Nearest.hint(id, known));
      }
    }
    return List.copyOf(ids);
  }
}
