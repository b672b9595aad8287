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
