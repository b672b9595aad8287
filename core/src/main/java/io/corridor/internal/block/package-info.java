/**
 * The working set of a block of paths, and the steps that act on it.
 *
 * <p>A {@link io.corridor.internal.block.Block} is a set of columns, one entry a path. A {@link
 * io.corridor.internal.block.Step} reads some columns and writes others, for all paths of the block
 * and one month. The packages {@code process}, {@code policy}, {@code energy} and {@code trade}
 * hold the steps of the model's equations; {@code plan} puts them in order.
 *
 * <p>A step connects its columns by {@link io.corridor.internal.block.Ports} when it is made, and a
 * block opens columns to what was connected alone: what a step reads and writes is never stated
 * beside the code that does it. Most steps are one {@link io.corridor.internal.block.Loop}, made by
 * a method that reads as the equation does:
 *
 * <pre>{@code
 * /** u(t) = unserved/demand; 0 if demand is 0. *&#47;
 * public static Step unservedShare(Real unserved, Real demand, Real share) {
 *   return Loop.of(
 *       "UnservedShare",
 *       in(unserved),
 *       in(demand),
 *       out(share),
 *       (missing, d, u, n, month) -> {
 *         for (int p = 0; p < n; p++) {
 *           u[p] = missing[p] / Math.max(d[p], Double.MIN_NORMAL);
 *         }
 *       });
 * }
 * }</pre>
 *
 * <p>Steps that draw random numbers or keep more than columns between months are classes.
 */
package io.corridor.internal.block;
