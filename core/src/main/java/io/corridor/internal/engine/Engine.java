package io.corridor.internal.engine;

import io.corridor.internal.block.Block;
import io.corridor.internal.plan.Plan;
import io.corridor.internal.question.Tally;
import io.corridor.internal.summary.MetricRecorder;
import io.corridor.simulation.CancelledException;
import io.corridor.simulation.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Runs a plan: threads take blocks of paths, one after the other, until none is left.
 *
 * <p>What a block comes to depends on its number alone, and the summary folds blocks in the order of
 * their numbers; so the number of threads changes nothing in the results.
 */
public final class Engine {
  private final Plan plan;
  private final long firstBlock;
  private final long endBlock;
  private final long paths;
  private final Progress progress;
  private final RunSummary summary;
  private final AtomicLong nextBlock;
  private final AtomicBoolean stopped = new AtomicBoolean();
  private long done;

  private Engine(Plan plan, long firstPath, long paths, Progress progress) {
    this.plan = plan;
    this.firstBlock = firstPath / Block.PATHS;
    this.endBlock = (firstPath + paths + Block.PATHS - 1) / Block.PATHS;
    this.nextBlock = new AtomicLong(firstBlock);
    this.paths = paths;
    this.progress = progress;
    this.summary = RunSummary.of(plan);
  }

  /**
   * Simulates paths 0 to {@code paths} − 1.
   *
   * @param plan what is run
   * @param paths how many
   * @param threads how many work; the calling thread is one of them
   * @param progress told of progress
   * @throws CancelledException if {@code progress} ended the run, or this thread was interrupted
   */
  public static RunSummary run(Plan plan, long paths, int threads, Progress progress) {
    return run(plan, 0, paths, threads, progress);
  }

  /**
   * Simulates {@code paths} paths from {@code firstPath} on. Summaries of neighbouring stretches merge
   * to the summary of both, bit for bit.
   *
   * @param plan what is run
   * @param firstPath a multiple of {@link Block#PATHS}
   * @param paths how many; a multiple of {@link Block#PATHS} but for the last stretch of a run
   * @param threads how many work; the calling thread is one of them
   * @param progress told of progress within the stretch
   * @throws CancelledException if {@code progress} ended the run, or this thread was interrupted
   */
  public static RunSummary run(
      Plan plan, long firstPath, long paths, int threads, Progress progress) {
    if (firstPath % Block.PATHS != 0) {
      throw new IllegalArgumentException(
          "first path " + firstPath + ", must be a multiple of " + Block.PATHS);
    }
    Engine engine = new Engine(plan, firstPath, paths, progress);
    engine.run((int) Math.min(threads, engine.endBlock - engine.firstBlock));
    return engine.summary;
  }

  private void run(int threads) {
    ExecutorService others = threads > 1 ? Executors.newFixedThreadPool(threads - 1, Engine::daemon) : null;
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
    Block block = plan.newBlock();
    Tally tally = Tally.of(plan.inquiries(), plan.months());
    try (MetricRecorder recorder = summary.metrics().recorder()) {
      long end = firstBlock * Block.PATHS + paths;
      for (long number = nextBlock.getAndIncrement();
          number < endBlock && !stopped.get();
          number = nextBlock.getAndIncrement()) {
        long first = number * Block.PATHS;
        block.start(first, (int) Math.min(Block.PATHS, end - first));
        simulate(block, number, recorder);
        tally.add(block);
        report(block.paths());
      }
    } catch (RuntimeException | Error failure) {
      stopped.set(true);
      throw failure;
    }
    synchronized (this) {
      summary.tally().merge(tally);
    }
  }

  /** Opens the paths, then advances and records them month by month. */
  private void simulate(Block block, long number, MetricRecorder recorder) {
    int metrics = plan.metrics().size();
    recorder.begin(number, block.paths());
    plan.open(block);
    for (int month = 0; month < plan.months(); month++) {
      plan.advance(block, month);
      for (int metric = 0; metric < metrics; metric++) {
        recorder.record(metric, month, plan.values(block, metric));
      }
    }
    recorder.end();
  }

  private synchronized void report(int count) {
    done += count;
    if (!progress.goOn(done, paths) || Thread.currentThread().isInterrupted()) {
      stopped.set(true);
    }
  }
}
