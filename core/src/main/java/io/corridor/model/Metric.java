package io.corridor.model;

/**
 * Something that a path has a value of in every month.
 *
 * @param id as in the scenario file: {@code energy.gas.imports}
 * @param unit of its values: {@code USD/month}, {@code mcm/d}, {@code fraction}, …
 * @param whole whether its values are whole numbers (a place, a 0 or 1), whose percentiles are
 *     exact
 */
public record Metric(String id, String unit, boolean whole) {

  Metric(String id, String unit) {
    this(id, unit, false);
  }
}
