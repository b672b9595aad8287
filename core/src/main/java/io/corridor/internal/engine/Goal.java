package io.corridor.internal.engine;

/** How many paths a run is to simulate: a number, or as many as a precision takes. */
public interface Goal {

  /** Returns the least number of paths, of those from {@code done} on, at which the run may end. */
  long next(long done);

  /** Returns whether a run may end that has come to {@link #next}. */
  boolean isReached(RunSummary summary);

  /** Returns how many paths it will take in all, by what {@code summary} says. */
  long expected(RunSummary summary);

  /** Returns the goal of simulating {@code paths} paths. */
  static Goal of(long paths) {
    return new Goal() {
      @Override
      public long next(long done) {
        return paths;
      }

      @Override
      public boolean isReached(RunSummary summary) {
        return true;
      }

      @Override
      public long expected(RunSummary summary) {
        return paths;
      }
    };
  }
}
