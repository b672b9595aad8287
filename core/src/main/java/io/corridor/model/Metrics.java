package io.corridor.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The metrics that a scenario has: one exists if the section that makes it does. */
public final class Metrics {

  private Metrics() {}

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
