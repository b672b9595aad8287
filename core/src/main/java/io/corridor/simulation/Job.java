package io.corridor.simulation;

import io.corridor.internal.block.Block;
import io.corridor.internal.engine.Collected;
import io.corridor.internal.engine.Machines;
import io.corridor.internal.engine.Work;
import io.corridor.run.CancelledException;
import io.corridor.run.Progress;
import io.corridor.run.SimulationException;
import java.io.Serializable;
import java.time.Duration;
import java.util.Iterator;
import java.util.function.ObjIntConsumer;

/**
 * What a {@link Cluster} simulates: a scenario, alone or with variants. It is serializable, and
 * small: some ten kilobytes for a scenario, little more for each variant. It compiles what it needs
 * where it is needed.
 *
 * <p>The parts of a job can be simulated apart, and ranges of paths within a part. Each range comes
 * to some bytes; those of a part are merged, some at a time and in any order, and say the same in
 * the end.
 *
 * <p>Immutable; for use by any number of threads.
 */
public final class Job implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Ranges of paths start at multiples of this number. */
  public static final int BLOCK = Block.PATHS;

  private final transient Work<?> work;

  Job(Work<?> work) {
    this.work = work;
  }

  /** Returns the machines that simulate as {@code settings} say, once they know {@code work}. */
  static <T extends Collected<T>> Machines<T> machines(Work<T> work, Settings settings) {
    return settings
        .cluster()
        .<Machines<T>>map(cluster -> new OnCluster<>(work, cluster, cluster.deploy(new Job(work))))
        .orElseGet(() -> Machines.threads(work, settings.threads()));
  }

  /** The machines of a cluster. */
  private record OnCluster<T extends Collected<T>>(
      Work<T> work, Cluster cluster, Cluster.Deployment deployment) implements Machines<T> {

    @Override
    public void simulate(long firstPath, long paths, Progress progress, ObjIntConsumer<T> results) {
      long weight = work.weight();
      deployment.simulate(
          firstPath,
          paths,
          (done, of) -> progress.goOn(done * weight, of * weight),
          (part, bytes) -> results.accept(work.part(part).fromBytes(bytes), part));
    }

    @Override
    public Duration worthwhile() {
      return cluster.worthwhile();
    }

    @Override
    public void close() {
      deployment.close();
    }
  }

  /** Returns how many parts there are, {@code >= 1}. */
  public int parts() {
    return work.parts();
  }

  /**
   * Returns about how long a part takes for a path, in seconds of one processor: right within a
   * factor of three on machines of 2020 to 2026. It depends on the scenarios alone, so that a job
   * is cut the same way everywhere.
   *
   * @param part from 0 to {@link #parts()} − 1
   */
  public double secondsPerPath(int part) {
    return work.part(part).secondsPerPath();
  }

  /**
   * Simulates a range of paths on this thread.
   *
   * @param part from 0 to {@link #parts()} − 1
   * @param firstPath a multiple of {@link #BLOCK}
   * @param paths how many; a multiple of the same but for the last range of a run
   * @param progress told of progress, a thousand times a second
   * @return what is to be merged
   * @throws SimulationException if some path can't be simulated
   * @throws CancelledException if {@code progress} ended it, or this thread was interrupted
   */
  public byte[] simulate(int part, long firstPath, long paths, Progress progress) {
    return work.simulate(part, firstPath, paths, progress);
  }

  /**
   * Merges what came of some ranges, each of which is let go once it is merged.
   *
   * @param part the part they are of
   * @param summaries what {@link #simulate} returned, or what was merged of it; in any order, best
   *     of neighbouring ranges
   * @return what may be merged with others
   * @throws IllegalArgumentException if they are damaged or share paths
   */
  public byte[] merge(int part, Iterator<byte[]> summaries) {
    return work.merge(part, summaries);
  }

  /** Stands for a job on its way to another machine. */
  private Object writeReplace() {
    return new Sent(Records.toBytes((Record) work.recipe()));
  }

  /**
   * A job as bytes.
   *
   * @param recipe of its work
   */
  private record Sent(byte[] recipe) implements Serializable {

    private Object readResolve() {
      return new Job(new Work<>((Work.Recipe<?>) Records.fromBytes(Record.class, recipe)));
    }
  }
}
