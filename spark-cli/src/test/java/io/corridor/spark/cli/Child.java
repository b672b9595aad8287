package io.corridor.spark.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A process of a test, of which all lines are kept, whether of its output or of its errors. */
final class Child implements AutoCloseable {
  /** Never what a test depends on: only so that a process which hangs is told of. */
  private static final long PATIENCE_MINUTES = 20;

  private final Process process;
  private final Thread reader = new Thread(this::read, "reader");
  private final Lock lock = new ReentrantLock();
  private final Condition more = lock.newCondition();
  private final List<String> lines = new ArrayList<>();
  private boolean ended;

  Child(ProcessBuilder builder) throws IOException {
    process = builder.redirectErrorStream(true).start();
    reader.setDaemon(true);
    reader.start();
  }

  private void read() {
    try (BufferedReader in = process.inputReader(UTF_8)) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        add(line);
      }
    } catch (IOException e) {
      add(e.toString());
    }
    add(null);
  }

  private void add(String line) {
    lock.lock();
    try {
      if (line == null) {
        ended = true;
      } else {
        lines.add(line);
      }
      more.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** What was found where. */
  record Found(int line, Matcher matcher) {}

  /** Waits for a line that holds {@code pattern}, from line number {@code from} on. */
  Found await(String pattern, int from) throws InterruptedException {
    Pattern compiled = Pattern.compile(pattern);
    long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(PATIENCE_MINUTES);
    lock.lock();
    try {
      for (int i = from; ; i++) {
        while (i >= lines.size()) {
          long left = end - System.nanoTime();
          if (ended || left <= 0) {
            throw new AssertionError(
                "no line with '" + pattern + "' in " + text() + (ended ? "" : doing()));
          }
          more.awaitNanos(left);
        }
        Matcher matcher = compiled.matcher(lines.get(i));
        if (matcher.find()) {
          return new Found(i, matcher);
        }
      }
    } finally {
      lock.unlock();
    }
  }

  /** Returns all that was printed. */
  String text() {
    lock.lock();
    try {
      return String.join("\n", lines);
    } finally {
      lock.unlock();
    }
  }

  /** Waits for the end, and returns the status. */
  int status() throws InterruptedException {
    if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
      throw new AssertionError("still running: " + text() + doing());
    }
    reader.join();
    return process.exitValue();
  }

  /** Returns what its threads are doing. */
  private String doing() {
    String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    try {
      Process asked =
          new ProcessBuilder(jcmd, Long.toString(process.pid()), "Thread.print")
              .redirectErrorStream(true)
              .start();
      return "\nwhile it did\n" + new String(asked.getInputStream().readAllBytes(), UTF_8);
    } catch (IOException e) {
      return "\nand jcmd can't tell what it did: " + e;
    }
  }

  ProcessHandle handle() {
    return process.toHandle();
  }

  /** Ends the process, and those that it started. */
  @Override
  public void close() {
    List<ProcessHandle> family = new ArrayList<>(process.descendants().toList());
    family.add(process.toHandle());
    family.forEach(ProcessHandle::destroyForcibly);
    family.forEach(member -> member.onExit().join());
  }
}
