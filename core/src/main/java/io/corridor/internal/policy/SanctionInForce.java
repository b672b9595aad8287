package io.corridor.internal.policy;

import io.corridor.internal.block.Column.Real;
import java.util.List;

/**
 * A sanction against one target: what it does there in a month is strength · (1 − w), where
 * strength is its cost or cut times its enforcement in the month's regime.
 *
 * @param strength τ_j · enforcement_j[R] of a cost, κ_j · enforcement_j[R] of a cut
 * @param waivers coverages of the waivers that protect the target from it; w is the largest
 * @param inForce by month, from the month before the start at index 0
 */
public record SanctionInForce(Real strength, List<Real> waivers, boolean[] inForce) {}
