package io.corridor.cli;

import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How many threads simulate. */
final class ThreadsOption {

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Number of threads; results don't depend on it. Default: all processors.")
  private @Nullable Integer threads;

  /** Returns how many are asked for, at least one; empty if nothing is said. */
  OptionalInt threads() {
    if (threads == null) {
      return OptionalInt.empty();
    }
    if (threads < 1) {
      throw CommandException.wrong("--threads is " + threads + ", must be at least 1");
    }
    return OptionalInt.of(threads);
  }
}
