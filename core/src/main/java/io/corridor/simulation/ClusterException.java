package io.corridor.simulation;

/** Thrown by a run whose cluster failed: too many machines were lost, or it can't be reached. */
public final class ClusterException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Makes the exception of what went wrong, in the cluster's own words. */
  public ClusterException(String message, Throwable cause) {
    super(message, cause);
  }
}
