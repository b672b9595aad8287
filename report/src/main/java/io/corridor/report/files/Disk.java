package io.corridor.report.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Sees to it that files outlive a machine that loses power. */
final class Disk {

  private Disk() {}

  /** Brings the names in {@code folder} to the disk, where folders can be opened for that. */
  static void sync(Path folder) throws IOException {
    if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }

  /** Returns a failure that names the file, as failures to write mostly don't. */
  static IOException named(Path file, IOException failure) {
    return failure instanceof FileSystemException
        ? failure
        : new IOException(file + ": " + failure.getMessage(), failure);
  }
}
