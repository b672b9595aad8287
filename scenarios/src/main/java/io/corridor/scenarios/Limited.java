package io.corridor.scenarios;

import io.corridor.scenarios.internal.yaml.Folder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A folder out of which no more is read than a scenario can need. Keeps what was read, so that a
 * file that is named again is neither read nor counted again.
 *
 * @param folder that is read from
 * @param path of the folder, from that of the scenario: empty, or ending in a slash
 * @param left how many bytes may still be read
 * @param known the files that were opened, by path from the folder of the scenario
 * @param opened their texts
 */
record Limited(
    Folder folder,
    String path,
    AtomicLong left,
    Map<String, Found> known,
    Map<String, String> opened)
    implements Folder {
  private static final long MOST_BYTES = 128L << 20;

  /** Returns a file whose folder, and all that is found there, are limited together. */
  static Found of(Found file, Map<String, String> opened) {
    return new Limited(file.folder(), "", new AtomicLong(MOST_BYTES), new HashMap<>(), opened)
        .in(file, "");
  }

  private Found in(Found file, String where) {
    return new Found(
        file.name(),
        file.identity(),
        file.bytes(),
        new Limited(file.folder(), where, left, known, opened));
  }

  @Override
  public Found open(String name) throws IOException {
    String at = path + name;
    Found earlier = known.get(at);
    if (earlier != null) {
      return earlier;
    }
    if (left.get() < 0) {
      throw new IOException("is not read: this scenario names files of more than 128 MiB in all");
    }
    Found found = folder.open(name);
    left.addAndGet(-found.bytes().length);
    opened.put(at, new String(found.bytes(), StandardCharsets.UTF_8));
    Found kept = in(found, at.substring(0, at.lastIndexOf('/') + 1));
    known.put(at, kept);
    return kept;
  }
}
