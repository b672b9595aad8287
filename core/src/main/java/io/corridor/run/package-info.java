/**
 * What a run and whoever started it say to each other meanwhile: how far it has come and whether to
 * go on ({@link io.corridor.run.Progress}), what to keep ({@link io.corridor.run.Checkpoints}), and
 * why it ended early.
 *
 * <p>{@link io.corridor.simulation.Simulator} starts runs.
 */
package io.corridor.run;
