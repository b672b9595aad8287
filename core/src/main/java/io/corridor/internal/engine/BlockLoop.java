package io.corridor.internal.engine;

import com.google.common.base.Throwables;
import io.corridor.internal.block.Block;
import io.corridor.run.CancelledException;
import io.corridor.run.Progress;
import io.corridor.run.SimulationException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** Threads that take blocks of paths, one after the other, until none is left. */
public final class BlockLoop {
  private final long firstBlock;
  private final long endPath;
  private final long endBlock;
  private final long paths;
  private final Progress progress;
  private final Supplier<? extends Worker> workers;
  private final AtomicLong nextBlock;
  private final AtomicBoolean stopped = new AtomicBoolean();
  private final AtomicReference<Throwable> failure = new AtomicReference<>();
  private long done;

  /** Simulates blocks, on one thread. */
  public interface Worker extends AutoCloseable {

    /**
     * Simulates a block.
     *
     * @param number of the block, from 0
     * @param firstPath number of its first path
     * @param paths how many it has
     */
    void simulate(long number, long firstPath, int paths);

    /** Gives to the summary what it has kept to itself. */
    @Override
    void close();
  }

  private BlockLoop(
      long firstPath, long paths, Progress progress, Supplier<? extends Worker> workers) {
    this.firstBlock = firstPath / Block.PATHS;
    this.endPath = firstPath + paths;
    this.endBlock = (endPath + Block.PATHS - 1) / Block.PATHS;
    this.nextBlock = new AtomicLong(firstBlock);
    this.paths = paths;
    this.progress = progress;
    this.workers = workers;
  }

  /**
   * Simulates {@code paths} paths from {@code firstPath} on.
   *
   * @param firstPath a multiple of {@link Block#PATHS}
   * @param paths how many
   * @param threads how many work; the calling thread is one of them
   * @param progress told of progress
   * @param workers makes one for each thread, on that thread
   * @throws SimulationException if some path can't be simulated
   * @throws CancelledException if {@code progress} ended the run, or this thread was interrupted
   */
  public static void run(
      long firstPath,
      long paths,
      int threads,
      Progress progress,
      Supplier<? extends Worker> workers) {
    if (firstPath % Block.PATHS != 0) {
      throw new IllegalArgumentException(
          "first path " + firstPath + ", must be a multiple of " + Block.PATHS);
    }
    BlockLoop loop = new BlockLoop(firstPath, paths, progress, workers);
    loop.run((int) Math.min(threads, loop.endBlock - loop.firstBlock));
  }

  private void run(int threads) {
    List<Thread> others = new ArrayList<>();
    orFail(
        () -> {
          for (int i = 1; i < threads; i++) {
            others.add(start());
          }
          work();
        });
    join(others);
    Throwable failed = failure.get();
    if (failed != null) {
      Throwables.throwIfUnchecked(failed);
    }
    if (done < paths) {
      throw new CancelledException(done, paths);
    }
  }

  private Thread start() {
    Thread thread = new Thread(() -> orFail(this::work), "corridor");
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  private void orFail(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException | Error e) {
      failure.compareAndSet(null, e);
      stopped.set(true);
    }
  }

  /** Waits for others, who end their block first if this thread is interrupted. */
  private void join(List<Thread> others) {
    boolean interrupted = false;
    for (Thread other : others) {
      while (other.isAlive()) {
        try {
          other.join();
        } catch (InterruptedException e) {
          interrupted = true;
          stopped.set(true);
        }
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Takes blocks until none is left or the run is stopped. */
  private void work() {
    try (Worker worker = workers.get()) {
      for (long number = nextBlock.getAndIncrement();
          number < endBlock && !stopped.get();
          number = nextBlock.getAndIncrement()) {
        long first = number * Block.PATHS;
        int count = (int) Math.min(Block.PATHS, endPath - first);
        worker.simulate(number, first, count);
        report(count);
      }
    }
  }

  private synchronized void report(int count) {
    done += count;
    if (!progress.goOn(done, paths) || Thread.currentThread().isInterrupted()) {
      stopped.set(true);
    }
  }
}
