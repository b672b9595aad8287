package io.corridor.scenarios;

import io.corridor.scenarios.internal.yaml.Folder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * A folder out of which no more is read than a scenario can need. Keeps what was read, so that a
 * file that is named again is neither read nor counted again.
 */
final class Limited implements Folder {
  private static final long MOST_BYTES = 128L << 20;

  private final Folder folder;

  /** Path of the folder from that of the scenario: empty, or ending in a slash. */
  private final String path;

  private final Read read;

  /** The files that were read from all folders, and their texts, by path; and what is left. */
  private static final class Read {
    private final Map<String, Found> files = new HashMap<>();
    private final Map<String, String> texts;
    private long left = MOST_BYTES;

    Read(Map<String, String> texts) {
      this.texts = texts;
    }
  }

  private Limited(Folder folder, String path, Read read) {
    this.folder = folder;
    this.path = path;
    this.read = read;
  }

  /**
   * Returns a file whose folder, and all that is found there, are limited together.
   *
   * @param texts takes the texts of the files that are opened, by path from the file's folder
   */
  static Found of(Found file, Map<String, String> texts) {
    return in(file, "", new Read(texts));
  }

  private static Found in(Found file, String path, Read read) {
    return new Found(
        file.name(), file.identity(), file.bytes(), new Limited(file.folder(), path, read));
  }

  @Override
  public Found open(String name) throws IOException {
    String at = path + name;
    Found earlier = read.files.get(at);
    if (earlier != null) {
      return earlier;
    }
    if (read.left < 0) {
      throw new IOException("is not read: this scenario names files of more than 128 MiB in all");
    }
    Found found = folder.open(name);
    read.left -= found.bytes().length;
    read.texts.put(at, new String(found.bytes(), StandardCharsets.UTF_8));
    Found kept = in(found, at.substring(0, at.lastIndexOf('/') + 1), read);
    read.files.put(at, kept);
    return kept;
  }
}
