/**
 * What a run says: series of every metric with their errors, and answers to the questions.
 *
 * <p>Made by {@code io.corridor.simulation.Simulator}; start at {@link
 * io.corridor.projection.Projection}.
 */
package io.corridor.projection;
