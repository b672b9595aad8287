package io.corridor.report.files;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Files of a folder that are written whole or not at all: under other names first, and all of them,
 * before the first takes its own. They are on the disk by then, and their names when all is done:
 * no loss of power leaves half of a file.
 */
public final class WholeFiles {
  private final Path folder;
  private final Map<String, Content> contents = new LinkedHashMap<>();

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
    return with(
        name,
        out -> {
          Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
          text.write(writer);
          writer.flush();
        });
  }

  /**
   * Writes the files, in their order, over those that are there.
   *
   * @return the files
   * @throws IOException if they can't be written; no half of a file is left then
   */
  public List<Path> write() throws IOException {
    List<Path> files = new ArrayList<>();
    try {
      for (Map.Entry<String, Content> entry : contents.entrySet()) {
        try (OutputStream out =
            new BufferedOutputStream(Files.newOutputStream(temporary(entry.getKey())))) {
          entry.getValue().write(out);
        } catch (IOException e) {
          throw Disk.named(folder.resolve(entry.getKey()), e);
        }
      }
      for (String name : contents.keySet()) {
        Path file = folder.resolve(name);
        Disk.move(temporary(name), file);
        files.add(file);
      }
      Disk.sync(folder);
      return files;
    } finally {
      for (String name : contents.keySet()) {
        Files.deleteIfExists(temporary(name));
      }
    }
  }

  private Path temporary(String name) {
    return folder.resolve("." + name + "." + ProcessHandle.current().pid() + ".tmp");
  }
}
