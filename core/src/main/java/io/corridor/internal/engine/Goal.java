package io.corridor.internal.engine;

import io.corridor.projection.Reached;
import java.util.Optional;

/** How many paths a run is to simulate: a number, or as many as a precision takes. */
public interface Goal {

  /** Returns the least number of paths, of those from {@code done} on, at which the run may end. */
  long next(long done);

  /** Returns whether a run may end that has come to {@link #next}. */
  boolean isReached(Summary summary);

  /** Returns how many paths it will take in all, by what {@code summary} says. */
  long expected(Summary summary);

  /** Returns how precise the answers are; empty if the goal is a number of paths. */
  default Optional<Reached> reached(Summary summary) {
    return Optional.empty();
  }

  /** Returns the goal of simulating {@code paths} paths. */
  static Goal of(long paths) {
    return new Goal() {
      @Override
      public long next(long done) {
        return paths;
      }

      @Override
      public boolean isReached(Summary summary) {
        return true;
      }

      @Override
      public long expected(Summary summary) {
        return paths;
      }
    };
  }
}
