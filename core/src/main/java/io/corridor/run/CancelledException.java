package io.corridor.run;

/** Thrown by a run that its listener ended, or whose thread was interrupted. */
public final class CancelledException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final long done;

  /** Makes the exception of a run that had simulated {@code done} of {@code paths} paths. */
  public CancelledException(long done, long paths) {
    super("cancelled after " + done + " of " + paths + " paths");
    this.done = done;
  }

  /** Returns how many paths had been simulated. */
  public long done() {
    return done;
  }
}
