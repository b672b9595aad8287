package io.corridor.model;

import java.util.List;
import java.util.Map;

/**
 * A base value that grows, has a season and listens to drivers: base · (1 + growth)^years ·
 * season[month] · Π (X(t)/X(0))^elasticity.
 *
 * @param base at the start, {@code >= 0}, in the unit of where it stands
 * @param growth per year, {@code > −1}
 * @param season twelve factors, January first; empty: all 1
 * @param elasticities by driver
 */
public record Quantity(
    Value base, Value growth, List<Double> season, Map<String, Value> elasticities) {

  /** Copies the collections. */
  public Quantity {
    season = List.copyOf(season);
    elasticities = Ordered.copyOf(elasticities);
  }

  /** Returns a copy that grows by {@code growth} a year (0.03 means 3 %). */
  public Quantity withGrowth(Value growth) {
    return new Quantity(base, growth, season, elasticities);
  }

  /** Returns a copy that grows by {@code growth} a year (0.03 means 3 %). */
  public Quantity withGrowth(double growth) {
    return withGrowth(Value.of(growth));
  }

  /** Returns a copy with twelve factors by calendar month, January first. */
  public Quantity withSeason(List<Double> season) {
    return new Quantity(base, growth, season, elasticities);
  }

  /** Returns a copy that listens to one more driver, with elasticity {@code value}. */
  public Quantity withElasticity(String driver, Value value) {
    return new Quantity(base, growth, season, Ordered.with(elasticities, driver, value));
  }

  /** Returns a copy that listens to one more driver, with elasticity {@code value}. */
  public Quantity withElasticity(String driver, double value) {
    return withElasticity(driver, Value.of(value));
  }

  /** Returns the quantity that is always {@code base}, in the unit of where it stands. */
  public static Quantity of(Value base) {
    return new Quantity(base, Value.ZERO, List.of(), Map.of());
  }

  /** Returns the quantity that is always {@code base}, in the unit of where it stands. */
  public static Quantity of(double base) {
    return of(Value.of(base));
  }
}
