package io.corridor.cli;

import io.corridor.run.Progress;
import java.io.PrintStream;
import java.text.DecimalFormat;
import java.time.Duration;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A bar with rate and time left, for runs that take long enough to wonder. */
final class ProgressDisplay implements Progress, AutoCloseable {
  private static final long QUIET_NANOS = Duration.ofMillis(700).toNanos();
  private static final int WIDTH = 78;
  private static final int UPDATE_MILLIS = 200;

  private final PrintStream out;
  private final String task;
  private final long started = System.nanoTime();
  private Bar bar = (done, paths) -> {};
  private boolean shown;

  /** Makes a bar that is shown on {@code out}, a terminal, if the run goes on. */
  ProgressDisplay(PrintStream out) {
    this(out, "");
  }

  /** Makes a bar that says what is being done: {@code writing}. */
  ProgressDisplay(PrintStream out, String task) {
    this.out = out;
    this.task = task;
  }

  @Override
  public synchronized boolean goOn(long done, long paths) {
    if (!shown && System.nanoTime() - started > QUIET_NANOS) {
      bar = new LibraryBar(out, task, done, paths);
      shown = true;
    }
    bar.stepTo(done, paths);
    return true;
  }

  @Override
  public synchronized void close() {
    bar.close();
    bar = (done, paths) -> {};
  }

  /** Keeps the library's classes out of short runs. */
  private interface Bar {
    void stepTo(long done, long paths);

    default void close() {}
  }

  private static final class LibraryBar implements Bar {
    private final ProgressBar bar;

    LibraryBar(PrintStream out, String task, long done, long paths) {
      bar =
          new ProgressBarBuilder()
              .setTaskName(task)
              .setInitialMax(paths)
              .setUnit(" paths", 1)
              .showSpeed(new DecimalFormat("0"))
              .startsFrom(done, Duration.ofNanos(QUIET_NANOS))
              .setStyle(ProgressBarStyle.ASCII)
              .setUpdateIntervalMillis(UPDATE_MILLIS)
              .clearDisplayOnFinish()
              .setConsumer(new ConsoleProgressBarConsumer(out, WIDTH))
              .build();
    }

    @Override
    public void stepTo(long done, long paths) {
      bar.maxHint(paths);
      bar.stepTo(done);
    }

    @Override
    public void close() {
      bar.close();
    }
  }
}
