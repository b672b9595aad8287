package io.corridor.cli;

import io.corridor.report.files.OutFolder;
import io.corridor.report.files.OutFolder.Kind;
import io.corridor.report.files.ProcessLock;
import io.corridor.report.files.WholeFiles;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where results go. */
final class OutOptions {

  /** Locked by the command that writes to the folder, and removed when it is done. */
  private static final String LOCK = ".corridor.lock";

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Folder for the files; made if it isn't there.")
  private @Nullable Path out;

  @Option(names = "--overwrite", description = "Let files replace the results of another run.")
  private boolean overwrite;

  @Option(names = "--json", description = "Print the JSON file of the results, and nothing else.")
  private boolean json;

  /** What a command does. */
  @FunctionalInterface
  interface Work {

    /** Does it, and returns the exit status. */
    int run() throws IOException;
  }

  /**
   * Does all that a command does with the folder, if there is to be one, while no other command
   * may. Says at once if nothing can be written there.
   */
  int alone(Work work) throws IOException {
    return out == null ? work.run() : aloneIn(out, work);
  }

  /** Does {@code work} with a folder while no other command may write to it. */
  static int aloneIn(Path folder, Work work) throws IOException {
    OutFolder.make(folder);
    ProcessLock lock =
        lock(folder)
            .orElseThrow(
                () ->
                    CommandException.failed(
                        "another command writes to " + folder + " now; choose another folder"));
    try {
      WholeFiles.removeLeftovers(folder);
      return work.run();
    } finally {
      lock.remove();
      lock.close();
    }
  }

  private static Optional<ProcessLock> lock(Path folder) throws IOException {
    try {
      return ProcessLock.tryLock(folder.resolve(LOCK));
    } catch (AccessDeniedException e) {
      throw new AccessDeniedException(folder.toString());
    } catch (FileSystemException e) {
      throw new FileSystemException(folder.toString(), null, e.getReason());
    }
  }

  /** Opens the folder, if there is to be one, for the files of a command. */
  Ending open(Kind kind, Console console) throws IOException {
    return open(kind, console, overwrite);
  }

  /** Does the same, results replaced if {@code overwrite}. */
  Ending open(Kind kind, Console console, boolean overwrite) throws IOException {
    if (out == null) {
      return new Ending(console, json, Optional.empty());
    }
    try {
      return new Ending(console, json, Optional.of(OutFolder.open(out, kind, overwrite)));
    } catch (FileAlreadyExistsException e) {
      throw taken(Optional.ofNullable(e.getReason()).orElse("holds the results of another run"));
    }
  }

  /** Returns the exception that refuses the folder, and says why. */
  CommandException taken(String why) {
    return CommandException.wrong(out + " " + why + "; choose another folder, or say --overwrite");
  }

  /** Returns the folder that is asked for. */
  Optional<Path> out() {
    return Optional.ofNullable(out);
  }

  /** Whether results of another run may be replaced. */
  boolean overwrite() {
    return overwrite;
  }

  /** Whether only JSON is printed. */
  boolean json() {
    return json;
  }
}
