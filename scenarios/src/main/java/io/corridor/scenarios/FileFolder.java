package io.corridor.scenarios;

import static java.util.Objects.requireNonNull;

import com.google.common.primitives.Bytes;
import io.corridor.scenarios.internal.yaml.Folder;
import io.corridor.scenarios.internal.yaml.Quotes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A folder of the file system, which no path leaves, not by a symbolic link either.
 *
 * @param folder its real path
 * @param shown what to put before a file's name in messages
 */
record FileFolder(Path folder, String shown) implements Folder {
  /** Largest scenario that is read. */
  static final int LARGEST = 1 << 20;

  /** Bytes that are read at a time: what is too large is found before it is put together. */
  private static final int PIECE = 1 << 20;

  /** Largest of the files that a scenario names: tables of data, draws and histories. */
  static final int LARGEST_TABLE = 64 << 20;

  /** Returns the file that a user named, wherever it is. */
  static Found open(Path file) throws IOException {
    String shown = file.toString();
    Path name = file.getFileName();
    byte[] bytes = read(file, LARGEST, "is larger than 1 MiB; that is no scenario");
    String before =
        name == null ? "" : shown.substring(0, shown.length() - name.toString().length());
    return new Found(shown, file.toRealPath(), bytes, of(parent(file.toAbsolutePath()), before));
  }

  /** Returns the folder {@code path}. */
  static FileFolder of(Path path, String shown) throws IOException {
    return new FileFolder(path.toRealPath(), shown);
  }

  @Override
  public Found open(String path) throws IOException {
    Path file = folder.resolve(relative(path)).normalize();
    if (!file.startsWith(folder)) {
      throw leaves(path);
    }
    byte[] bytes =
        read(
            checked(file, path),
            LARGEST_TABLE,
            "is larger than 64 MiB, the most that a table may have");
    Path real = file.toRealPath();
    int end = path.lastIndexOf('/') + 1;
    return new Found(
        shown + path, real, bytes, new FileFolder(parent(real), shown + path.substring(0, end)));
  }

  private static Path parent(Path file) {
    return requireNonNull(file.getParent(), "a file lies in a folder");
  }

  private static Path relative(String path) throws IOException {
    try {
      Path relative = Path.of(path);
      if (relative.isAbsolute()) {
        throw leaves(path);
      }
      return relative;
    } catch (InvalidPathException e) {
      throw new IOException(Quotes.quote(path) + " is no path of a file");
    }
  }

  private Path checked(Path file, String path) throws IOException {
    if (!Files.exists(file)) {
      throw new IOException("there is no file " + Quotes.quote(path) + " in the folder");
    }
    Path real = file.toRealPath();
    if (!real.startsWith(folder)) {
      throw leaves(path);
    }
    if (!Files.isRegularFile(real) && !Files.isDirectory(real)) {
      throw new IOException(Quotes.quote(path) + " is no regular file");
    }
    return real;
  }

  private static IOException leaves(String path) {
    return new IOException(
        Quotes.quote(path) + " leaves the folder; must be a relative path that stays in it");
  }

  /**
   * Returns what a file holds, wherever it ends: a device may have no end.
   *
   * @param most bytes that it may have
   * @param tooLarge what is said of one that has more
   */
  static byte[] read(Path file, int most, String tooLarge) throws IOException {
    if (Files.isDirectory(file)) {
      throw new IOException("is a folder; must be a file");
    }
    try (InputStream in = Files.newInputStream(file)) {
      List<byte[]> pieces = new ArrayList<>();
      long size = 0;
      byte[] piece = in.readNBytes(PIECE);
      while (piece.length > 0) {
        size += piece.length;
        if (size > most) {
          throw new IOException(tooLarge);
        }
        pieces.add(piece);
        piece = in.readNBytes(PIECE);
      }
      return Bytes.concat(pieces.toArray(byte[][]::new));
    } catch (NoSuchFileException e) {
      throw new IOException("there is no such file");
    } catch (AccessDeniedException e) {
      throw new IOException("may not be read: permission denied");
    }
  }
}
