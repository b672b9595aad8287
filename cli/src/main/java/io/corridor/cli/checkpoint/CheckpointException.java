package io.corridor.cli.checkpoint;

/** Thrown where a run can't go on from what another has saved; the message says why. */
public final class CheckpointException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  CheckpointException(String message) {
    super(message);
  }
}
