package io.corridor.run;

/**
 * Thrown by the run of a scenario that is valid as far as can be told without simulating it, but
 * has a path that can't be simulated: what was traded at the start is wholly prohibited on the day
 * before, or a metric grows beyond all numbers. The message names the part of the scenario and the
 * path.
 */
public final class SimulationException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Makes the exception of what was noticed while simulating. */
  public SimulationException(String message) {
    super(message);
  }
}
