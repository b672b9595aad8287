/**
 * The working set of a block of paths, and the steps that act on it.
 *
 * <p>A {@link io.corridor.internal.block.Block} is a set of columns, one entry a path. A {@link
 * io.corridor.internal.block.Step} reads some columns and writes others, for all paths of the block
 * and one month. The packages {@code process}, {@code policy}, {@code energy} and {@code trade}
 * hold the steps of the model's equations; {@code plan} puts them in order.
 */
package io.corridor.internal.block;
