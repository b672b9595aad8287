package io.corridor.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Writes files that didn't exist before. */
final class NewFile {

  private NewFile() {}

  /**
   * Writes {@code text} to a new file.
   *
   * @throws CommandException if there is such a file already
   * @throws IOException if it can't be written
   */
  static void write(Path file, String text) throws IOException {
    try {
      Files.writeString(file, text, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    } catch (FileAlreadyExistsException e) {
      throw CommandException.wrong(file + " exists already, and is left as it is");
    } catch (FileSystemException e) {
      throw e;
    } catch (IOException e) { // half written
      Files.deleteIfExists(file);
      throw new IOException(file + ": " + e.getMessage(), e);
    }
  }
}
