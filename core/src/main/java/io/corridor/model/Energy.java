package io.corridor.model;

import io.corridor.internal.withers.Withers;
import java.util.Map;
import java.util.Optional;

/**
 * The importer's energy balances (section 6 of the model).
 *
 * @param annualValue of all carriers together at the start, from A, as traded under the sanctions
 *     then in force. In USD a year
 * @param dependencyOf carrier whose dependency counts; absent: the first of kind electricity, else
 *     the first. Its dependency is D(t)
 * @param unservedOf carrier whose shortage counts; absent: as dependency-of. Its unserved share is
 *     U(t)
 * @param lateTogether how far the delays of all projects and openings are late together. A
 *     correlation ρ in [0, 1]: the normal number of each gives way to √ρ G + √(1 − ρ) times itself,
 *     with one G a path; each keeps its law. What is a parameter or draw stays out
 * @param carriers by id. In order; at least one
 */
@Section("an energy section")
@Withers
public record Energy(
    @Key(unit = Dimension.MONEY_FLOW, range = Range.NOT_NEGATIVE, odd = Key.Odd.ANNUAL_VALUE)
        Value annualValue,
    @Key(refers = Key.Refers.CARRIER) Optional<String> dependencyOf,
    @Key(refers = Key.Refers.CARRIER) Optional<String> unservedOf,
    @Key(range = Range.FRACTION, absent = "0") double lateTogether,
    @Key(defines = Key.Defines.SHARED_IDS, form = "a mapping of carriers")
        Map<String, Carrier> carriers)
    implements EnergyWithers {

  /** Copies the mapping. */
  public Energy {
    carriers = Ordered.copyOf(carriers);
  }

  /** Returns balances without carriers yet, worth {@code annualValue} USD a year at the start. */
  public static Energy of(double annualValue) {
    return Declaration.of(Energy.class).of(annualValue, Map.of());
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
