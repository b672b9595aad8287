package io.corridor.model;

import io.corridor.internal.withers.Withers;

/**
 * How much of what is prohibited the importer really gives up (section 5 of the model): level · (1
 * − dependency)^dependencyExponent.
 *
 * @param level in [0, 1]
 * @param dependencyExponent {@code >= 0}; 0: dependency doesn't matter
 */
@Withers
public record Compliance(ByRegime level, Value dependencyExponent) implements ComplianceWithers {

  /** Full compliance in every regime. */
  public static final Compliance FULL = new Compliance(ByRegime.everywhere(1), Value.ZERO);
}
