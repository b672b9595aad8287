package io.corridor.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The metrics that a scenario has: one exists if the section that makes it does. */
public final class Metrics {

  private Metrics() {}

  /** So many countries' metrics are reported where the scenario doesn't say which. */
  private static final int COUNTRIES = 12;

  /** The same of the metrics of pairs that follow from what else is known. */
  private static final int FEW = 6;

  /**
   * Returns the metrics that are reported where the scenario doesn't say which: all, but of a large
   * world the welfare of all and the parties' exports to each other.
   */
  public static Map<String, Metric> reported(Scenario scenario) {
    int countries = scenario.countries().size();
    Map<String, Metric> metrics = new LinkedHashMap<>(of(scenario));
    metrics
        .values()
        .removeIf(
            metric ->
                switch (metric.kind().owner()) {
                  case COUNTRY ->
                      countries > COUNTRIES && metric.kind() != MetricKind.WORLD_WELFARE;
                  case PAIR -> !isReported(metric, countries, scenario.parties());
                  default -> false;
                });
    return Collections.unmodifiableMap(metrics);
  }

  private static boolean isReported(Metric pair, int countries, Parties parties) {
    return switch (pair.kind()) {
      case PAIR_EXPORTS ->
          countries <= COUNTRIES
              || pair.owners().containsAll(List.of(parties.exporter(), parties.importer()));
      case PAIR_SHARE -> countries <= COUNTRIES;
      default -> countries <= FEW;
    };
  }

  /** Returns every metric of {@code scenario} by id, in the order of the format's documentation. */
  public static Map<String, Metric> of(Scenario scenario) {
    Map<String, Metric> metrics = new LinkedHashMap<>();
    for (MetricKind.Owner owner : MetricKind.Owner.values()) {
      for (String id : owner.ids(scenario)) {
        for (MetricKind kind : MetricKind.values()) {
          if (kind.owner() == owner) {
            kind.metrics(scenario, id).forEach(metric -> metrics.put(metric.id(), metric));
          }
        }
      }
    }
    return Collections.unmodifiableMap(metrics);
  }
}
