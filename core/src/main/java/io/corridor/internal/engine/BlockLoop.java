package io.corridor.internal.engine;

import io.corridor.internal.block.Block;
import io.corridor.simulation.CancelledException;
import io.corridor.simulation.Progress;
import io.corridor.simulation.SimulationException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** Threads that take blocks of paths, one after the other, until none is left. */
final class BlockLoop {
  private final long firstBlock;
  private final long endPath;
  private final long endBlock;
  private final long paths;
  private final Progress progress;
  private final Supplier<? extends Worker> workers;
  private final AtomicLong nextBlock;
  private final AtomicBoolean stopped = new AtomicBoolean();
  private long done;

  /** Simulates blocks, on one thread. */
  interface Worker extends AutoCloseable {

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
   * @throws SimulationException if a path makes no sense
   * @throws CancelledException if {@code progress} ended the run, or this thread was interrupted
   */
  static void run(
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
    ExecutorService others =
        threads > 1 ? Executors.newFixedThreadPool(threads - 1, BlockLoop::daemon) : null;
    try {
      List<Future<?>> running = new ArrayList<>();
      for (int i = 1; i < threads; i++) {
        running.add(others.submit(this::work));
      }
      work();
      for (Future<?> other : running) {
        await(other);
      }
    } finally {
      stopped.set(true);
      if (others != null) {
        others.shutdownNow();
      }
    }
    if (done < paths) {
      throw new CancelledException(done, paths);
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "corridor");
    thread.setDaemon(true);
    return thread;
  }

  private void await(Future<?> other) {
    try {
      other.get();
    } catch (InterruptedException interruption) {
      Thread.currentThread().interrupt();
      throw new CancelledException(done, paths);
    } catch (ExecutionException failure) {
      if (failure.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      if (failure.getCause() instanceof Error cause) {
        throw cause;
      }
      throw new IllegalStateException(failure.getCause());
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
        simulate(worker, number, first, count);
        report(count);
      }
    } catch (RuntimeException | Error failure) {
      stopped.set(true);
      throw failure;
    }
  }

  private static void simulate(Worker worker, long number, long firstPath, int paths) {
    try {
      worker.simulate(number, firstPath, paths);
    } catch (ArithmeticException e) {
      throw new SimulationException(e);
    }
  }

  private synchronized void report(int count) {
    done += count;
    if (!progress.goOn(done, paths) || Thread.currentThread().isInterrupted()) {
      stopped.set(true);
    }
  }
}
