package io.corridor.internal.plan;

import io.corridor.internal.block.Column.Real;

/**
 * What policy hears of energy: the columns that hold the present month's numbers once energy has
 * been computed and last month's before that, and those of the day before.
 *
 * @param dependency D
 * @param startDependency D(−1)
 * @param unserved U
 * @param startUnserved U(−1)
 */
record Feedback(Real dependency, Real startDependency, Real unserved, Real startUnserved) {}
