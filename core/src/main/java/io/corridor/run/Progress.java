package io.corridor.run;

/** Listens to the progress of a run, and may end it. */
@FunctionalInterface
public interface Progress {

  /** Listens to nothing and never ends a run. */
  Progress NONE = (done, paths) -> true;

  /**
   * Called after each block of paths, many times a second, from one thread at a time.
   *
   * @param done paths simulated so far
   * @param paths paths asked for; of a run for a precision, how many it seems to take
   * @return whether to go on; false ends the run with {@link CancelledException}
   */
  boolean goOn(long done, long paths);
}
