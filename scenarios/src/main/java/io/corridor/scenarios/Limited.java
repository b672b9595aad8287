package io.corridor.scenarios;

import io.corridor.scenarios.internal.yaml.Folder;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A folder out of which no more is read than a scenario can need: a small file can name the same
 * large one very often.
 *
 * @param folder that is read from
 * @param left how many bytes may still be read
 */
record Limited(Folder folder, AtomicLong left) implements Folder {
  private static final long MOST_BYTES = 16L << 20;

  /** Returns a file whose folder, and all that is found there, are limited together. */
  static Found of(Found file) {
    return in(file, new AtomicLong(MOST_BYTES));
  }

  private static Found in(Found file, AtomicLong left) {
    return new Found(file.name(), file.identity(), file.bytes(), new Limited(file.folder(), left));
  }

  @Override
  public Found open(String path) throws IOException {
    if (left.get() < 0) {
      throw new IOException("is not read: this scenario names files of more than 16 MiB in all");
    }
    Found found = folder.open(path);
    left.addAndGet(-found.bytes().length);
    return in(found, left);
  }
}
