package io.corridor.report.files;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Files of a folder that are written whole or not at all: under other names first, and all of them,
 * before the first takes its own. They are on the disk by then, and their names when all is done:
 * no loss of power leaves half of a file.
 *
 * <p>Of several files the last says that the others are there: it goes first when it is replaced,
 * and comes last. So it never stands beside files of another time, whenever the process is ended.
 *
 * <p>The other names are made up at random, and nobody has used them before. Their files are locked
 * ({@link ProcessLock}), by which the next that writes to the folder knows those that a killed
 * process left behind, and removes them.
 */
public final class WholeFiles {
  private static final Pattern LEFT = Pattern.compile("\\..+\\.[0-9a-f]{32}\\.part");

  private final Path folder;
  private final Map<String, Content> contents = new LinkedHashMap<>();
  private final Set<String> replaced = new LinkedHashSet<>();
  private boolean isNew;

  /** A file under its other name. */
  private record Part(Path file, ProcessLock lock) {}

  /** Writes what a file holds. */
  @FunctionalInterface
  public interface Content {

    /** Writes all of it to {@code out}, and leaves that open. */
    void write(OutputStream out) throws IOException;
  }

  /** Writes the text that a file holds. */
  @FunctionalInterface
  public interface Text {

    /** Writes all of it to {@code out}, and leaves that open. */
    void write(Writer out) throws IOException;
  }

  private WholeFiles(Path folder) {
    this.folder = folder;
  }

  /** Returns no files of {@code folder} yet. */
  public static WholeFiles in(Path folder) {
    return new WholeFiles(folder);
  }

  /** Adds a file. */
  public WholeFiles with(String name, Content content) {
    contents.put(name, content);
    return this;
  }

  /** Adds a file of text, in UTF-8. */
  public WholeFiles withText(String name, Text text) {
    return with(name, text(text));
  }

  /** Returns text as the bytes of a file, in UTF-8. */
  static Content text(Text text) {
    return out -> {
      Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
      text.write(writer);
      writer.flush();
    };
  }

  /**
   * Adds files that belong to what these replace: where they are there, they are removed before the
   * first of these takes its name.
   *
   * @param names of files, those first that say of others that they are there
   */
  public WholeFiles replacing(Collection<String> names) {
    replaced.addAll(names);
    return this;
  }

  /** Lets none of these take the place of a file that is there, or comes meanwhile. */
  public WholeFiles overNone() {
    isNew = true;
    return this;
  }

  /**
   * Writes the files, in their order, over those that are there. The folder is made if it is gone.
   *
   * @return the files
   * @throws FileAlreadyExistsException if one is there that may not be replaced
   * @throws IOException if they can't be written; no half of a file is left then
   */
  public List<Path> write() throws IOException {
    Files.createDirectories(folder);
    removeLeftovers(folder);
    Map<String, Part> parts = new LinkedHashMap<>();
    try {
      for (Map.Entry<String, Content> entry : contents.entrySet()) {
        write(entry.getKey(), entry.getValue(), parts);
      }
      requireFiles();
      removeOld();
      List<Path> files = new ArrayList<>();
      for (Map.Entry<String, Part> part : parts.entrySet()) {
        Path file = folder.resolve(part.getKey());
        name(part.getValue().file(), file);
        files.add(file);
      }
      Disk.sync(folder);
      return files;
    } finally {
      for (Part part : parts.values()) {
        part.lock().close();
        Files.deleteIfExists(part.file());
      }
    }
  }

  /** Gives what is written its name. */
  private void name(Path part, Path file) throws IOException {
    if (isNew) {
      try {
        Files.createLink(file, part);
        return;
      } catch (FileAlreadyExistsException e) {
        throw e;
      } catch (UnsupportedOperationException | FileSystemException e) { // no links here
        Files.createFile(file);
      }
    }
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
  }

  private void write(String name, Content content, Map<String, Part> parts) throws IOException {
    try {
      Part part = create(name);
      ProcessLock lock = part.lock();
      parts.put(name, part);
      OutputStream out = new BufferedOutputStream(Channels.newOutputStream(lock.channel()));
      content.write(out);
      out.flush();
      lock.channel().force(true);
    } catch (IOException e) {
      throw Disk.named(folder.resolve(name), e);
    }
  }

  /** Whoever cleans may take a file that isn't locked yet for one that is left; the next isn't. */
  private Part create(String name) throws IOException {
    while (true) {
      String random = UUID.randomUUID().toString().replace("-", "");
      Path file = folder.resolve("." + name + "." + random + ".part");
      Optional<ProcessLock> lock = ProcessLock.create(file);
      if (lock.isPresent()) {
        return new Part(file, lock.get());
      }
    }
  }

  /** A folder in the way is found before anything is removed. */
  private void requireFiles() throws IOException {
    for (String name : contents.keySet()) {
      Path file = folder.resolve(name);
      if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
        throw new FileSystemException(file.toString(), null, "is a folder, where a file must go");
      }
    }
  }

  private void removeOld() throws IOException {
    Set<String> old = new LinkedHashSet<>(replaced);
    if (contents.size() > 1) {
      old.add(List.copyOf(contents.keySet()).get(contents.size() - 1));
    }
    boolean removed = false;
    for (String name : old) {
      Path file = folder.resolve(name);
      removed |= !Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS) && Files.deleteIfExists(file);
    }
    if (removed) {
      Disk.sync(folder);
    }
  }

  /**
   * Removes what processes that were killed left half done in a folder.
   *
   * @throws IOException if the folder can't be read, or the files not removed
   */
  public static void removeLeftovers(Path folder) throws IOException {
    List<Path> left = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, ".*.part")) {
      for (Path file : files) {
        if (LEFT.matcher(String.valueOf(file.getFileName())).matches()
            && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
          left.add(file);
        }
      }
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    for (Path file : left) {
      removeIfFree(file);
    }
  }

  private static void removeIfFree(Path file) throws IOException {
    try {
      Optional<ProcessLock> lock = ProcessLock.tryLockExisting(file);
      if (lock.isPresent()) {
        try (ProcessLock held = lock.get()) {
          held.remove();
        }
      }
    } catch (NoSuchFileException | AccessDeniedException e) {
      // Another has removed it, or it is another's.
    }
  }
}
