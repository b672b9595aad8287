package io.corridor.cli;

import io.corridor.model.Metrics;
import io.corridor.model.Nearest;
import io.corridor.model.Scenario;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Ids of a scenario's metrics and questions as a command line names them. */
final class MetricIds {

  /** Stands for every metric of the scenario. */
  private static final String ALL = "all";

  /** How to find out what metrics there are. */
  static final String LISTING = "corridor metrics FILE lists the metrics";

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
      ids.addAll(id.equals(ALL) ? known : List.of(known(known, option, "metric", id)));
    }
    return List.copyOf(ids);
  }

  /** Returns {@code id}, if the scenario has such a metric. */
  static String metric(Scenario scenario, String option, String id) {
    return known(Metrics.of(scenario).keySet(), option, "metric", id);
  }

  /** Returns {@code id}, if the scenario has such a question. */
  static String question(Scenario scenario, String option, String id) {
    return known(scenario.questions().keySet(), option, "question", id);
  }

  private static String known(Collection<String> known, String option, String what, String id) {
    if (known.contains(id)) {
      return id;
    }
    String all =
        what.equals("metric")
            ? "; " + LISTING
            : known.isEmpty() ? "; it has none" : "; it has " + String.join(", ", known);
    throw CommandException.wrong(
        option + ": the scenario has no " + what + " '" + id + "'" + Nearest.hint(id, known) + all);
  }
}
