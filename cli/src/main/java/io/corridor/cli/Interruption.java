package io.corridor.cli;

import io.corridor.run.Progress;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ends a run when the process is asked to end (Ctrl-C), and gives it a moment to say what is done.
 * The process ends then with the status that the JVM gives the signal: 130 for Ctrl-C.
 */
final class Interruption implements Progress, AutoCloseable {
  /** Longer in tests alone, which must not depend on how busy the machine is. */
  private static final long PATIENCE_MILLIS = Long.getLong("corridor.patience", 900);

  private final Progress next;
  private final CountDownLatch ended = new CountDownLatch(1);
  private final Thread hook = new Thread(this::endRun, "corridor-interruption");
  private volatile boolean asked;

  private Interruption(Progress next) {
    this.next = next;
  }

  /** Starts to listen; progress is passed on to {@code next}. */
  static Interruption listen(Progress next) {
    Interruption interruption = new Interruption(next);
    Runtime.getRuntime().addShutdownHook(interruption.hook);
    return interruption;
  }

  /** Returns a listener that this one comes before. */
  Progress before(Progress other) {
    return (done, paths) -> goOn(done, paths) && other.goOn(done, paths);
  }

  @Override
  public boolean goOn(long done, long paths) {
    return !asked && next.goOn(done, paths);
  }

  /** Asks the run to end, and waits until it has, or for a moment. */
  void endRun() {
    asked = true;
    try {
      ended.await(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Says that everything that had to be written or said is. */
  @Override
  public void close() {
    ended.countDown();
    if (!asked) {
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException alreadyEnding) {
        // The hook finds the latch open.
      }
    }
  }
}
