/**
 * What is kept of the simulated paths: moments and a histogram of each metric in each month, in a
 * size that doesn't grow with the number of paths.
 *
 * <p>{@link io.corridor.internal.summary.Channels} is the summary of a run or of any part of its
 * blocks of paths; a {@link io.corridor.internal.summary.Recorder} fills it from one thread. Counts
 * are integers and moments are folded along a fixed tree over the block numbers, so that the bits
 * of a summary depend on the blocks in it alone: not on who recorded them, nor on the order.
 */
package io.corridor.internal.summary;
