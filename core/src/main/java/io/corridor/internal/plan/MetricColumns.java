package io.corridor.internal.plan;

import io.corridor.internal.block.Column.Real;
import io.corridor.model.MetricKind;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** The columns of metrics, and of what explains them to replays. */
final class MetricColumns {
  private final Map<String, Real> columns = new LinkedHashMap<>();
  private final Map<String, Supplier<Real>> later = new HashMap<>();

  /** Adds the column of a metric of {@code owners}. */
  void put(MetricKind kind, Real column, String... owners) {
    columns.put(kind.id(owners), column);
  }

  /** Adds a metric of {@code owners} whose column is made if somebody asks for it. */
  void later(MetricKind kind, Supplier<Real> column, String... owners) {
    later.put(kind.id(owners), column);
  }

  /** Returns the column of a metric of {@code owners}. */
  Real get(MetricKind kind, String... owners) {
    return get(kind.id(owners));
  }

  /** Returns the column of a metric; throws an IllegalArgumentException if there is none. */
  Real get(String id) {
    Real column = columns.get(id);
    Supplier<Real> made = later.get(id);
    if (column == null && made != null) {
      column = made.get();
      columns.put(id, column);
    }
    if (column == null) {
      throw new IllegalArgumentException("no metric '" + id + "'; there are " + columns.keySet());
    }
    return column;
  }
}
