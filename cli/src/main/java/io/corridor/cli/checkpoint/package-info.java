/**
 * Checkpoints in files: what a run has done outlives power cuts, full disks and {@code kill -9}.
 * {@link io.corridor.cli.checkpoint.CheckpointFolder} is what a run is given to save to; a {@link
 * io.corridor.cli.checkpoint.RunIdentity} tells whether another run may go on from there. Knows
 * nothing of the command line.
 */
package io.corridor.cli.checkpoint;
