package io.corridor.report.files;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A file that one holder has for itself, in this process or in others. The lock ends with the
 * process, however that ends, so that what a killed one left behind is known by its being free.
 */
public final class ProcessLock implements Closeable {

  /**
   * Those of this process. They are known here, and not by trying: on POSIX systems a process loses
   * its lock of a file when it closes any channel to it.
   */
  private static final Set<Path> OURS = ConcurrentHashMap.newKeySet();

  private static final int LONGEST = 1 << 20;

  private final Path file;
  private final FileChannel channel;

  private ProcessLock(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /**
   * Locks a file, which is made if there is none; not through a link, which may lead to anything.
   *
   * @return the lock; empty if another holder has it
   * @throws IOException if the file can't be made, or its file system has no locks
   */
  public static Optional<ProcessLock> tryLock(Path file) throws IOException {
    while (true) {
      Optional<ProcessLock> lock =
          tryLock(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, NOFOLLOW_LINKS);
      if (lock.isEmpty() || lock.get().isOf(file)) {
        return lock;
      }
      lock.get().close();
    }
  }

  /**
   * Returns whether what is locked is still the file of that name: its last holder may have removed
   * it after it was opened, and the next made another. The length, drawn anew by each holder,
   * tells.
   */
  private boolean isOf(Path name) throws IOException {
    int length = ThreadLocalRandom.current().nextInt(1, LONGEST);
    try {
      channel.truncate(0).write(ByteBuffer.wrap(new byte[] {0}), length - 1);
    } catch (IOException e) { // as of a full disk, which names no file
      close();
      throw new FileSystemException(name.toString(), null, e.getMessage());
    }
    try {
      return Files.size(name) == length;
    } catch (NoSuchFileException e) {
      return false;
    }
  }

  /** Locks a file that is there; empty if another holder has it. */
  static Optional<ProcessLock> tryLockExisting(Path file) throws IOException {
    return tryLock(file, StandardOpenOption.WRITE, NOFOLLOW_LINKS);
  }

  /**
   * Makes a file that wasn't there, and locks it.
   *
   * @return the lock; empty if another was quicker and removed the file
   * @throws java.nio.file.FileAlreadyExistsException if there is such a file
   */
  static Optional<ProcessLock> create(Path file) throws IOException {
    Optional<ProcessLock> lock =
        tryLock(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    if (lock.isPresent() && !Files.exists(file)) {
      lock.get().close();
      return Optional.empty();
    }
    return lock;
  }

  /** Opens a file, with its name in all that may go wrong. */
  private static FileChannel open(Path file, OpenOption... options) throws IOException {
    try {
      return FileChannel.open(file, options);
    } catch (FileSystemException e) {
      throw e;
    } catch (IOException e) { // as of a link
      throw new FileSystemException(file.toString(), null, e.getMessage());
    }
  }

  private static Optional<ProcessLock> tryLock(Path file, OpenOption... options)
      throws IOException {
    Path path = real(file);
    if (!OURS.add(path)) {
      return Optional.empty();
    }
    Optional<ProcessLock> held = Optional.empty();
    try {
      FileChannel channel = open(path, options);
      try {
        FileLock lock = channel.tryLock();
        held = lock == null ? held : Optional.of(new ProcessLock(path, channel));
      } finally {
        if (held.isEmpty()) {
          channel.close();
        }
      }
    } finally {
      if (held.isEmpty()) {
        OURS.remove(path);
      }
    }
    return held;
  }

  private static Path real(Path file) throws IOException {
    Path absolute = file.toAbsolutePath();
    return Objects.requireNonNull(absolute.getParent())
        .toRealPath()
        .resolve(Objects.requireNonNull(absolute.getFileName()));
  }

  /** Returns the channel to the file, which writes to it. */
  FileChannel channel() {
    return channel;
  }

  /** Removes the file, while it is locked. */
  public void remove() throws IOException {
    Files.deleteIfExists(file);
  }

  @Override
  public void close() throws IOException {
    try {
      channel.close();
    } finally {
      OURS.remove(file);
    }
  }
}
