package io.corridor.model;

import java.util.Map;
import java.util.Optional;

/**
 * Another partner of the exporter, with which the importer is compared (section 10 of the model).
 *
 * @param annualValue at the start, USD a year
 * @param growth per year, {@code > −1}
 * @param elasticities by driver
 * @param noise the partner's own mean-reverting noise
 * @param regimeFactor by regime; 1 where absent
 */
public record Partner(
    Value annualValue,
    Value growth,
    Map<String, Value> elasticities,
    Optional<Noise> noise,
    Map<String, Value> regimeFactor) {

  /** Copies the mappings. */
  public Partner {
    elasticities = Ordered.copyOf(elasticities);
    regimeFactor = Ordered.copyOf(regimeFactor);
  }

  /** Returns a partner that nothing moves; {@code annualValue} at the start is in USD a year. */
  public static Partner of(Value annualValue) {
    return new Partner(annualValue, Value.ZERO, Map.of(), Optional.empty(), Map.of());
  }

  /** Returns a partner that nothing moves; {@code annualValue} at the start is in USD a year. */
  public static Partner of(double annualValue) {
    return of(Value.of(annualValue));
  }

  /** Returns a copy that grows by {@code growth} a year (0.03 means 3 %). */
  public Partner withGrowth(Value growth) {
    return new Partner(annualValue, growth, elasticities, noise, regimeFactor);
  }

  /** Returns a copy that grows by {@code growth} a year (0.03 means 3 %). */
  public Partner withGrowth(double growth) {
    return withGrowth(Value.of(growth));
  }

  /** Returns a copy that listens to one more driver, with elasticity {@code value}. */
  public Partner withElasticity(String driver, Value value) {
    return new Partner(
        annualValue, growth, Ordered.with(elasticities, driver, value), noise, regimeFactor);
  }

  /** Returns a copy that listens to one more driver, with elasticity {@code value}. */
  public Partner withElasticity(String driver, double value) {
    return withElasticity(driver, Value.of(value));
  }

  /** Returns a copy with a noise of its own. */
  public Partner withNoise(Noise noise) {
    return new Partner(annualValue, growth, elasticities, Optional.of(noise), regimeFactor);
  }

  /** Returns a copy multiplied by {@code value} in one more regime. */
  public Partner withRegimeFactor(String regime, Value value) {
    return new Partner(
        annualValue, growth, elasticities, noise, Ordered.with(regimeFactor, regime, value));
  }

  /** Returns a copy multiplied by {@code value} in one more regime. */
  public Partner withRegimeFactor(String regime, double value) {
    return withRegimeFactor(regime, Value.of(value));
  }
}
