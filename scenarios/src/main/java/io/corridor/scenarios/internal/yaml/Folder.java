package io.corridor.scenarios.internal.yaml;

import static java.util.Objects.requireNonNullElse;

import java.io.IOException;

/** Where the files that a scenario names lie: a folder, the shipped resources, or nowhere. */
public interface Folder {

  /** Where nothing lies: of a text that names no files. */
  Folder NONE =
      path -> {
        throw new IOException("there are no files to name here");
      };

  /**
   * A file as it was found.
   *
   * @param name for messages
   * @param identity the same for two files that are one
   * @param bytes what it holds
   * @param folder where the files that it names lie
   */
  record Found(String name, Object identity, byte[] bytes, Folder folder) {}

  /**
   * Returns the file at {@code path}, which is relative and stays in the folder.
   *
   * @throws IOException whose message says, in a sentence for the author of the scenario, why not
   */
  Found open(String path) throws IOException;

  /** Returns why a file couldn't be opened, as {@code failure} tells it. */
  static String reason(IOException failure) {
    return requireNonNullElse(failure.getMessage(), failure.toString());
  }
}
