package io.corridor.model;

/**
 * How much of what is prohibited the importer really gives up (section 5 of the model): level · (1
 * − dependency)^dependencyExponent.
 *
 * @param level in [0, 1]
 * @param dependencyExponent {@code >= 0}; 0: dependency doesn't matter
 */
public record Compliance(ByRegime level, Value dependencyExponent) {

  /** Full compliance in every regime. */
  public static final Compliance FULL = new Compliance(ByRegime.everywhere(1), Value.ZERO);
}
