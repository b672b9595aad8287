package io.corridor.web.internal.engine;

import io.corridor.model.Metrics;
import io.corridor.model.Sample;
import io.corridor.model.Scenario;
import io.corridor.projection.Condition;
import io.corridor.scenarios.LoadedScenario;
import io.corridor.simulation.Simulation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Simulates no more than a page shows: what nothing depends on is left out by the compiler. */
final class ShownRun {

  /** Name of what is held against the page's own scenario. */
  static final String CHANGED = "changed";

  private ShownRun() {}

  /**
   * Returns the simulation of a scenario.
   *
   * @param base what it is held against; empty: nothing
   * @param scenario the scenario
   * @param ids of the metrics that are reported; null: those that the scenario reports
   * @param sample which paths
   */
  static Simulation simulation(
      Optional<LoadedScenario> base,
      LoadedScenario scenario,
      String @Nullable [] ids,
      Sample sample) {
    Scenario reporting = reporting(scenario, ids);
    return base.map(own -> Simulation.of(reporting(own, ids), Map.of(CHANGED, reporting), sample))
        .orElseGet(() -> Simulation.of(reporting, Map.of(), sample));
  }

  /** Returns the ids of metrics with those that conditions are about. */
  static String @Nullable [] with(String @Nullable [] ids, List<Condition> conditions) {
    return ids == null
        ? null
        : Stream.concat(
                Stream.of(ids),
                conditions.stream().filter(each -> each.month().isPresent()).map(Condition::of))
            .distinct()
            .toArray(String[]::new);
  }

  static Scenario reporting(LoadedScenario loaded, String @Nullable [] ids) {
    Scenario scenario = loaded.scenario();
    if (ids == null) {
      return scenario;
    }
    // A variant may lack what the page's own scenario has.
    Set<String> known = Metrics.of(scenario).keySet();
    List<String> reported = Stream.of(ids).filter(known::contains).toList();
    return scenario.toBuilder().output(scenario.output().withMetrics(reported)).buildUnchecked();
  }
}
