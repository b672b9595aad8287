package io.corridor.run;

import java.time.Duration;
import java.util.function.Consumer;

/**
 * Where a run keeps what it has done, so that another can go on from there: files, a database, a
 * bucket. The run hands over bytes; where they go is up to whoever implements this.
 *
 * <p>A run calls it from its own thread, between two stretches of paths. What these methods throw
 * ends the run.
 */
public interface Checkpoints {

  /** Keeps nothing. */
  Checkpoints NONE =
      new Checkpoints() {
        @Override
        public void restore(Consumer<Stretch> run) {
          // There is nothing.
        }

        @Override
        public boolean isDue(Duration elapsed, Duration left) {
          return false;
        }

        @Override
        public void save(Stretch stretch) {
          throw new IllegalStateException("nothing was to be saved");
        }
      };

  /**
   * Gives a run that starts all stretches that were saved before, by the same version of the
   * library for the same scenario, seed and sampling (and number of paths, if the sampling depends
   * on it), in any order. None of them may overlap another.
   *
   * @param run takes them
   */
  void restore(Consumer<Stretch> run);

  /**
   * Whether the run is to save what it has done since it last did. Once it has saved something it
   * goes on doing so.
   *
   * @param elapsed since the run started
   * @param left how much longer it will take, by its present speed
   */
  boolean isDue(Duration elapsed, Duration left);

  /**
   * Saves a stretch. It takes the place of all stretches that it covers, which may be removed as
   * soon as it is safe.
   */
  void save(Stretch stretch);

  /** Returns about how much work may be lost when a run ends all of a sudden: 5 seconds. */
  default Duration interval() {
    return Duration.ofSeconds(5);
  }

  /**
   * What is kept of neighbouring paths.
   *
   * @param firstPath number of the first
   * @param paths how many
   * @param summary for the library alone to read; ends with a checksum of its own
   */
  record Stretch(long firstPath, long paths, byte[] summary) {}
}
