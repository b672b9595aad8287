package io.corridor.model;

import io.corridor.internal.withers.Withers;

/**
 * How much of what is prohibited the importer really gives up (section 5 of the model): level · (1
 * − dependency)^dependencyExponent.
 *
 * @param level how much of what is prohibited is given up, by regime. In [0, 1]
 * @param dependencyExponent how much dependency lowers it; 0: not at all. At least 0
 */
@Section("a compliance")
@Withers
public record Compliance(
    @Key(
            label = "share of what is prohibited that is given up",
            unit = Dimension.FRACTION,
            range = Range.FRACTION,
            absent = "1")
        ByRegime level,
    @Key(label = "how much dependency lowers it", range = Range.NOT_NEGATIVE, absent = "0")
        Value dependencyExponent)
    implements ComplianceWithers {

  /** Full compliance in every regime. */
  public static final Compliance FULL = Declaration.of(Compliance.class).of();
}
