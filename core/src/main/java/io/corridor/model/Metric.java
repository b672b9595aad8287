package io.corridor.model;

import java.util.List;

/**
 * Something that a path has a value of in every month.
 *
 * @param id as in the scenario file: {@code energy.gas.imports}
 * @param unit of its values: {@code USD/month}, {@code mcm/d}, {@code fraction}, …
 * @param kind what it is, whoever it is of
 * @param owners ids of what it is of: of a flow, of a carrier and one of its sources, …; none of
 *     what a scenario has once
 */
public record Metric(String id, String unit, MetricKind kind, List<String> owners) {

  /** Copies the list. */
  public Metric {
    owners = List.copyOf(owners);
  }

  /** Returns the id of what it is of; empty for what a scenario has once. */
  public String owner() {
    return owners.isEmpty() ? "" : owners.get(0);
  }

  /** Returns what its values are counted in. */
  public MetricUnit counted() {
    return kind == MetricKind.DRIVER ? MetricUnit.of(unit) : kind.unit();
  }

  /**
   * Returns whether its values are whole numbers (a place, a 0 or 1), whose percentiles are exact.
   */
  public boolean whole() {
    return kind.unit() == MetricUnit.PLACE || kind.unit() == MetricUnit.SWITCH;
  }
}
