package io.corridor.internal.engine;

import io.corridor.run.Progress;

/**
 * What is collected of paths, some of which are simulated here and others elsewhere. What comes of
 * it depends on the paths alone, not on who simulated which.
 *
 * @param <T> itself
 */
public interface Collected<T extends Collected<T>> {

  /** Returns the same of no paths. */
  T anew();

  /** Returns about how long a path takes, in seconds of one processor. */
  double secondsPerPath();

  /**
   * Simulates {@code paths} more paths from {@code firstPath} on.
   *
   * @param firstPath a multiple of {@link io.corridor.internal.block.Block#PATHS}
   * @param paths how many; a multiple of the same but for the last range of a run
   * @param threads how many work; the calling thread is one of them
   * @param progress told of progress within the range
   * @throws IllegalArgumentException if some of the paths are here already
   * @throws io.corridor.run.SimulationException if some path can't be simulated
   * @throws io.corridor.run.CancelledException if {@code progress} ended it, or this thread was
   *     interrupted
   */
  void simulate(long firstPath, long paths, int threads, Progress progress);

  /**
   * Adds what was collected of other paths.
   *
   * @throws IllegalArgumentException if some of the paths are here already, or it is of other plans
   */
  void merge(T other);

  /** Returns what was collected as bytes, with a checksum. */
  byte[] toBytes();

  /**
   * Returns what {@link #toBytes} of the same plans wrote.
   *
   * @throws IllegalArgumentException if the bytes are damaged, of another version or of other plans
   */
  T fromBytes(byte[] bytes);
}
