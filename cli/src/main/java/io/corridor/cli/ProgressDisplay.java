package io.corridor.cli;

import io.corridor.run.Progress;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.text.DecimalFormat;
import java.time.Duration;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A bar with rate and time left, for runs that take long enough to wonder. */
final class ProgressDisplay implements Progress, AutoCloseable {
  private static final long QUIET_NANOS = Duration.ofMillis(700).toNanos();
  private static final int UPDATE_MILLIS = 200;

  /** A line that is full would go on in the next. */
  private static final int MARGIN = 2;

  private final PrintStream out;
  private final int width;
  private final String task;
  private final long started = System.nanoTime();
  private Bar bar = (done, paths) -> {};
  private boolean shown;

  /**
   * Makes a bar that is shown if the run goes on.
   *
   * @param out a terminal
   * @param width how many columns it has
   * @param task what is being done, such as {@code writing}; empty if that is clear
   */
  ProgressDisplay(PrintStream out, int width, String task) {
    // As bytes: the bar moves the cursor, which is kept from texts.
    this.out = new PrintStream((OutputStream) out, true, StandardCharsets.UTF_8);
    this.width = width;
    this.task = task;
  }

  @Override
  public synchronized boolean goOn(long done, long paths) {
    if (!shown && System.nanoTime() - started > QUIET_NANOS) {
      bar = new LibraryBar(this, done, paths);
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

    LibraryBar(ProgressDisplay display, long done, long paths) {
      bar =
          new ProgressBarBuilder()
              .setTaskName(display.task)
              .setInitialMax(paths)
              .setUnit(" paths", 1)
              .showSpeed(new DecimalFormat("0"))
              .startsFrom(done, Duration.ofNanos(QUIET_NANOS))
              .setStyle(ProgressBarStyle.ASCII)
              .setUpdateIntervalMillis(UPDATE_MILLIS)
              .clearDisplayOnFinish()
              .setConsumer(new ConsoleProgressBarConsumer(display.out, display.width - MARGIN))
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
