package io.corridor.internal.engine;

import io.corridor.run.Progress;
import java.time.Duration;
import java.util.function.ObjIntConsumer;

/**
 * Machines that know some work and simulate ranges of its paths: threads of this JVM, which are a
 * cluster of one machine, or others.
 *
 * @param <T> what is collected of each part of the work
 */
@FunctionalInterface
public interface Machines<T extends Collected<T>> extends AutoCloseable {

  /**
   * Simulates a range of paths in all parts of the work.
   *
   * @param firstPath a multiple of {@link io.corridor.internal.block.Block#PATHS}
   * @param paths how many; a multiple of the same but for the last range of a run
   * @param progress told of progress, in paths times the weights of the parts
   * @param results takes what comes of each part, and its number, on the calling thread
   * @throws io.corridor.run.SimulationException if some path can't be simulated
   * @throws io.corridor.run.CancelledException if {@code progress} ended it, or this thread was
   *     interrupted
   */
  void simulate(long firstPath, long paths, Progress progress, ObjIntConsumer<T> results);

  /** Returns how long a range should take at the least, so that it pays to start one. */
  default Duration worthwhile() {
    return Duration.ZERO;
  }

  @Override
  default void close() {
    // Threads end with each range.
  }

  /** Returns {@code threads} threads of this JVM, which do one part after the other. */
  static <T extends Collected<T>> Machines<T> threads(Work<T> work, int threads) {
    return (firstPath, paths, progress, results) -> {
      long all = work.weight();
      long before = 0;
      for (int part = 0; part < work.parts(); part++) {
        T collected = work.part(part).anew();
        long done = before;
        int weight = work.weight(part);
        collected.simulate(
            firstPath,
            paths,
            threads,
            (now, of) -> progress.goOn(done * of + now * weight, of * all));
        results.accept(collected, part);
        before += weight;
      }
    };
  }
}
