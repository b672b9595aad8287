package io.corridor.cli;

import io.corridor.cli.checkpoint.CheckpointFolder;
import io.corridor.cli.checkpoint.CheckpointFolder.Saving;
import io.corridor.cli.checkpoint.RunIdentity;
import io.corridor.model.Scenario;
import io.corridor.report.files.Version;
import io.corridor.simulation.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Whether a run saves what it has done, and goes on from what another has. */
final class CheckpointOptions {
  private static final String FOLDER = "checkpoint";
  private static final double MEGABYTE = 1e6;

  @Option(
      names = "--checkpoint",
      negatable = true,
      description =
          "Save what is done to DIR while running, or don't. Runs expected to last over a minute"
              + " do.")
  private @Nullable Boolean checkpoint;

  @Option(
      names = "--resume",
      description = "Go on from what a run saved to DIR, also with more paths.")
  private boolean resume;

  /** Returns whether results in {@code out} may be replaced, for they are of the same run. */
  boolean mayReplace(Path out) throws IOException {
    return resume && CheckpointFolder.isUsed(out.resolve(FOLDER));
  }

  /**
   * Returns the folder for the checkpoints of a run; none, if it is to have none.
   *
   * @param results where its results go
   * @param scenario what is run
   * @param settings how
   * @param notes told of damaged files
   */
  Optional<CheckpointFolder> open(
      OutOptions results, Scenario scenario, Settings settings, Consumer<String> notes)
      throws IOException {
    if (results.out().isEmpty()) {
      if (resume || Boolean.TRUE.equals(checkpoint)) {
        throw CommandException.wrong("--checkpoint and --resume need --out, a folder to save to");
      }
      return Optional.empty();
    }
    Path out = results.out().get();
    Path folder = out.resolve(FOLDER);
    RunIdentity identity = RunIdentity.of(Version.current(), scenario, settings.sample());
    if (resume) {
      CheckpointFolder found = CheckpointFolder.resume(folder, identity, saving(), notes);
      requireFewerPaths(found.endPath(), settings.mostPaths());
      return Optional.of(found);
    }
    if (!results.overwrite() && CheckpointFolder.isUsed(folder)) {
      throw CommandException.wrong(
          out + " holds what another run has saved; --resume goes on, --overwrite starts again");
    }
    return Optional.of(CheckpointFolder.start(folder, identity, saving()));
  }

  private Saving saving() {
    if (checkpoint == null) {
      return Saving.LONG_RUNS;
    }
    if (resume && !checkpoint) {
      throw CommandException.wrong("--resume goes on saving; leave out --no-checkpoint");
    }
    return checkpoint ? Saving.ALWAYS : Saving.NEVER;
  }

  private static void requireFewerPaths(long saved, long asked) {
    if (saved > asked) {
      throw CommandException.wrong(
          saved
              + " paths are saved, more than the "
              + asked
              + " asked for; saved paths can't be removed");
    }
  }

  /** Says how much is saved; empty if nothing is. */
  static Optional<String> saved(CheckpointFolder checkpoints) {
    try {
      long paths = checkpoints.savedPaths();
      String size = String.format(Locale.ROOT, "%.1f MB", checkpoints.bytes() / MEGABYTE);
      return paths == 0 ? Optional.empty() : Optional.of(paths + " paths are saved (" + size + ")");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
