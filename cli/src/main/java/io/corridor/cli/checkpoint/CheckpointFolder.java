package io.corridor.cli.checkpoint;

import io.corridor.report.files.ProcessLock;
import io.corridor.report.files.WholeFiles;
import io.corridor.run.Checkpoints;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Checkpoints of one run in a folder: a file for each stretch of paths, named by them. Each file is
 * whole or not there, and says what run it is of; a file that is damaged all the same is left out,
 * and its stretch simulated again.
 *
 * <p>The folder is made when there is something to save. One process at a time may use it.
 */
public final class CheckpointFolder implements Checkpoints, AutoCloseable {
  private static final Pattern NAME = Pattern.compile("paths-(\\d{15})-(\\d{15})\\.checkpoint");
  private static final String LOCK = "lock";

  /** Before, Java is still warming up, and says too little of how long a run will take. */
  private static final Duration WARM = Duration.ofSeconds(2);

  private static final Duration LONG = Duration.ofMinutes(1);

  /** Which runs save what they have done. */
  public enum Saving {
    /** All. */
    ALWAYS,
    /** Those that are expected to last over a minute. */
    LONG_RUNS,
    /** None. */
    NEVER
  }

  private final Path folder;
  private final RunIdentity identity;
  private final Saving saving;
  private final Consumer<String> notes;
  private @Nullable ProcessLock lock;
  private boolean resuming;
  private long restoredPaths;

  /** A file, and the paths that its name says. */
  private record Saved(Path file, long first, long end) {
    boolean covers(Saved other) {
      return first <= other.first && other.end <= end;
    }
  }

  private CheckpointFolder(
      Path folder, RunIdentity identity, Saving saving, Consumer<String> notes) {
    this.folder = folder;
    this.identity = identity;
    this.saving = saving;
    this.notes = notes;
  }

  /**
   * Returns a folder for a run that starts from the beginning.
   *
   * @param folder where the files go; what another run left there is removed
   * @param identity of the run
   * @param saving which runs save
   */
  public static CheckpointFolder start(Path folder, RunIdentity identity, Saving saving) {
    return new CheckpointFolder(folder, identity, saving, note -> {});
  }

  /**
   * Returns a folder for a run that goes on from what is in it.
   *
   * @param folder where the files are; if there are none, the run starts from the beginning
   * @param identity of the run
   * @param saving which runs save, where nothing was saved yet
   * @param notes told of files that are damaged
   */
  public static CheckpointFolder resume(
      Path folder, RunIdentity identity, Saving saving, Consumer<String> notes) {
    CheckpointFolder checkpoints = new CheckpointFolder(folder, identity, saving, notes);
    checkpoints.resuming = true;
    return checkpoints;
  }

  /** Returns whether a run has saved something in {@code folder}. */
  public static boolean isUsed(Path folder) throws IOException {
    return !saved(folder).isEmpty();
  }

  /**
   * Returns the files of {@code folder}, by first path, the longest first where these are the same.
   */
  private static List<Saved> saved(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    List<Saved> saved = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Matcher name = NAME.matcher(file.getFileName().toString());
        if (name.matches()) {
          saved.add(new Saved(file, Long.parseLong(name.group(1)), Long.parseLong(name.group(2))));
        }
      }
    }
    saved.sort(
        Comparator.comparingLong(Saved::first)
            .thenComparing(Comparator.comparingLong(Saved::end).reversed()));
    return saved;
  }

  /**
   * Gives {@code run} all stretches that are whole and not to be removed.
   *
   * @throws CheckpointException if they are of another run, or another process uses the folder
   */
  @Override
  public void restore(Consumer<Stretch> run) {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try {
      open();
      long end = 0;
      for (Saved saved : saved(folder)) {
        if (saved.first() >= end) {
          Optional<Stretch> stretch = read(saved);
          stretch.ifPresent(run);
          end = stretch.isPresent() ? saved.end() : end;
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("can't read " + folder + ": " + reason(e), e);
    }
  }

  private Optional<Stretch> read(Saved saved) throws IOException {
    Optional<CheckpointFile> file;
    try {
      file = CheckpointFile.of(Files.readAllBytes(saved.file()));
    } catch (CheckpointException e) {
      throw new CheckpointException("can't go on from " + saved.file() + ": " + e.getMessage());
    }
    if (file.isEmpty()) {
      notes.accept(saved.file() + " is damaged, and left out: its paths are simulated again");
      return Optional.empty();
    }
    List<String> differences = file.get().identity().differences(identity);
    if (!differences.isEmpty()) {
      throw new CheckpointException(
          folder + " was saved by another run: " + String.join("; ", differences));
    }
    Stretch stretch = file.get().stretch();
    if (stretch.firstPath() != saved.first()
        || stretch.firstPath() + stretch.paths() != saved.end()) {
      throw new CheckpointException(
          saved.file() + " was renamed: it holds paths from " + stretch.firstPath() + " on");
    }
    restoredPaths += stretch.paths();
    return Optional.of(stretch);
  }

  @Override
  public boolean isDue(Duration elapsed, Duration left) {
    return switch (saving) {
      case ALWAYS -> true;
      case LONG_RUNS -> elapsed.compareTo(WARM) >= 0 && left.compareTo(LONG) > 0;
      case NEVER -> false;
    };
  }

  @Override
  public void save(Stretch stretch) {
    Saved saved =
        new Saved(
            folder.resolve(name(stretch)),
            stretch.firstPath(),
            stretch.firstPath() + stretch.paths());
    try {
      open();
      byte[] bytes = new CheckpointFile(identity, stretch).toBytes();
      WholeFiles.in(folder).with(name(stretch), out -> out.write(bytes)).write();
      for (Saved other : saved(folder)) {
        if (saved.covers(other) && !other.equals(saved)) {
          Files.delete(other.file());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(
          "can't save: "
              + e.getMessage()
              + (isLeft() ? "; what was saved before is still there" : ""),
          e);
    }
  }

  /** Whether anything is saved: somebody may have removed it meanwhile. */
  private boolean isLeft() {
    try {
      return isUsed(folder);
    } catch (IOException e) {
      return false;
    }
  }

  private static String name(Stretch stretch) {
    return String.format(
        Locale.ROOT,
        "paths-%015d-%015d.checkpoint",
        stretch.firstPath(),
        stretch.firstPath() + stretch.paths());
  }

  /** Makes the folder ready, once: ours alone, and without what others left half done. */
  private void open() throws IOException {
    if (lock != null) {
      return;
    }
    Files.createDirectories(folder);
    lock =
        ProcessLock.tryLock(folder.resolve(LOCK))
            .orElseThrow(() -> new CheckpointException("another run saves to " + folder + " now"));
    WholeFiles.removeLeftovers(folder);
    if (resuming) {
      return;
    }
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        String name = file.getFileName().toString();
        if (NAME.matcher(name).matches()) {
          Files.delete(file);
        }
      }
    }
  }

  /** Returns the number of paths that the run went on from. */
  public long restoredPaths() {
    return restoredPaths;
  }

  /** Returns the number of paths that are saved. */
  public long savedPaths() throws IOException {
    long paths = 0;
    long end = 0;
    for (Saved saved : saved(folder)) {
      if (saved.first() >= end) {
        paths += saved.end() - saved.first();
        end = saved.end();
      }
    }
    return paths;
  }

  /** Returns the number of the first path after all that are saved. */
  public long endPath() throws IOException {
    return saved(folder).stream().mapToLong(Saved::end).max().orElse(0);
  }

  /** Returns how many bytes the files of saved stretches have. */
  public long bytes() throws IOException {
    long bytes = 0;
    for (Saved saved : saved(folder)) {
      bytes += Files.size(saved.file());
    }
    return bytes;
  }

  /** Lets others use the folder. */
  @Override
  public void close() throws IOException {
    if (lock != null) {
      lock.close();
    }
  }

  private static String reason(IOException e) {
    return e instanceof FileSystemException file && file.getReason() != null
        ? file.getReason()
        : String.valueOf(e.getMessage());
  }
}
