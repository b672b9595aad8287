package io.corridor.simulation;

import io.corridor.run.CancelledException;
import io.corridor.run.Progress;
import io.corridor.run.SimulationException;
import java.time.Duration;

/**
 * Other machines that simulate: whoever has some implements this, by moving bytes to and fro
 * ({@link Settings#withCluster}). What the bytes say is up to {@link Job}; results are the same,
 * bit for bit, as those of threads, however paths are shared out and however often some are
 * simulated again.
 *
 * <p>For use by any number of threads.
 */
public interface Cluster {

  /** Makes a job known to the machines, once for all ranges of paths that will be asked for. */
  Deployment deploy(Job job);

  /** Returns how many paths are simulated at a time, about: processors. */
  int cores();

  /**
   * Returns how long a range of paths should take at the least, so that starting it and putting its
   * results together cost little beside: runs that save what is done do so no more often.
   */
  Duration worthwhile();

  /** A job that is known to the machines. */
  interface Deployment extends AutoCloseable {

    /**
     * Simulates a range of paths in all parts of the job, in any order, and gives the results of
     * each part.
     *
     * @param firstPath a multiple of {@link Job#BLOCK}
     * @param paths how many; a multiple of the same but for the last range of a run
     * @param progress told of progress from the calling thread, in paths of all parts together; in
     *     the last calls all of them are done
     * @param results takes them, on the calling thread
     * @throws SimulationException if some path can't be simulated
     * @throws CancelledException if {@code progress} ended it, or this thread was interrupted
     */
    void simulate(long firstPath, long paths, Progress progress, Results results);

    /** Frees what the machines hold of the job. */
    @Override
    void close();
  }

  /** Takes results. */
  @FunctionalInterface
  interface Results {

    /**
     * Takes those of a part.
     *
     * @param part its number
     * @param summary of all paths of the range, {@link Job#merge merged}
     */
    void take(int part, byte[] summary);
  }
}
