package io.corridor.model;

import java.util.Map;
import java.util.Optional;

/**
 * The importer's energy balances (section 6 of the model).
 *
 * @param annualValue what all carriers together are worth a year at the start, USD a year
 * @param dependencyOf carrier whose dependency is D(t); absent: the first of kind electricity, else
 *     the first
 * @param unservedOf carrier whose unserved share is U(t); absent: as {@code dependencyOf}
 * @param carriers by id, in order; at least one
 */
public record Energy(
    Value annualValue,
    Optional<String> dependencyOf,
    Optional<String> unservedOf,
    Map<String, Carrier> carriers) {

  /** Copies the mapping. */
  public Energy {
    carriers = Ordered.copyOf(carriers);
  }

  /** Returns balances without carriers yet, worth {@code annualValue} USD a year at the start. */
  public static Energy of(double annualValue) {
    return new Energy(Value.of(annualValue), Optional.empty(), Optional.empty(), Map.of());
  }

  /** Returns a copy with one more carrier, or another in its place. */
  public Energy withCarrier(String id, Carrier carrier) {
    return new Energy(annualValue, dependencyOf, unservedOf, Ordered.with(carriers, id, carrier));
  }

  /** Returns a copy worth this much at the start, USD a year. */
  public Energy withAnnualValue(Value annualValue) {
    return new Energy(annualValue, dependencyOf, unservedOf, carriers);
  }

  /** Returns a copy worth this much at the start, USD a year. */
  public Energy withAnnualValue(double annualValue) {
    return withAnnualValue(Value.of(annualValue));
  }

  /** Returns a copy whose dependency is that of {@code carrier}. */
  public Energy withDependencyOf(String carrier) {
    return new Energy(annualValue, Optional.of(carrier), unservedOf, carriers);
  }

  /** Returns a copy whose unserved share is that of {@code carrier}. */
  public Energy withUnservedOf(String carrier) {
    return new Energy(annualValue, dependencyOf, Optional.of(carrier), carriers);
  }

  /** Returns the id of the carrier whose dependency is D(t). */
  public String dependencyCarrier() {
    return dependencyOf.orElseGet(this::leadingCarrier);
  }

  /** Returns the id of the carrier whose unserved share is U(t). */
  public String unservedCarrier() {
    return unservedOf.orElseGet(this::leadingCarrier);
  }

  private String leadingCarrier() {
    return carriers.entrySet().stream()
        .filter(entry -> entry.getValue().kind() == Carrier.Kind.ELECTRICITY)
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseGet(() -> carriers.keySet().iterator().next());
  }
}
