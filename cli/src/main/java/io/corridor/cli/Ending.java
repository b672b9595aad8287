package io.corridor.cli;

import io.corridor.report.files.Found;
import io.corridor.report.files.OutFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;

/**
 * How every command with results ends: it writes its files, if there is a folder for them, and
 * prints lines, or JSON as it was written.
 */
final class Ending {
  private final Console console;
  private final boolean json;
  private final Optional<OutFolder> folder;

  /** Makes the ending of a command whose files go to {@code folder}. */
  Ending(Console console, boolean json, Optional<OutFolder> folder) {
    this.console = console;
    this.json = json;
    this.folder = folder;
  }

  /** Something that only files need. */
  @FunctionalInterface
  interface Part<T> {

    /** Returns it; empty if there is none. */
    Optional<T> find() throws IOException;
  }

  /** Whether files are written. */
  boolean writes() {
    return folder.isPresent();
  }

  /** Returns what only files need; empty if none are written. */
  <T> Optional<T> forFiles(Part<T> part) throws IOException {
    return writes() ? part.find() : Optional.empty();
  }

  /** Does what the command does, in one stage, and ends it; returns the exit status. */
  int tell(LongFunction<String> left, Stages.Stage<Found> stage) throws IOException {
    return Stages.run(console, stages -> tell(stages.show("", left, stage)));
  }

  /** Ends the command. */
  void tell(Found found) throws IOException {
    List<Path> written = folder.isPresent() ? folder.get().write(found) : List.of();
    if (!json) {
      console.print(found.lines(written, console.screen()));
    } else if (folder.isPresent()) {
      Files.copy(folder.get().json(), console.out());
    } else {
      found.json().write(console.out());
    }
  }
}
