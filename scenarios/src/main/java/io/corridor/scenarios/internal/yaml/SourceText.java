package io.corridor.scenarios.internal.yaml;

/**
 * The text that a node comes from.
 *
 * @param name file, or {@code --set KEY=VALUE}
 * @param note what to add to a problem's message, such as {@code (variant no-waiver)}; may be empty
 * @param lines whether lines and columns say anything; not in an option of one line
 * @param folder where files named by the text lie
 */
public record SourceText(String name, String note, boolean lines, Folder folder) {

  /** Returns the origin of a file's nodes. */
  public static SourceText file(String name, Folder folder) {
    return new SourceText(name, "", true, folder);
  }

  /** Returns the origin of the value of an option. */
  public static SourceText option(String name, Folder folder) {
    return new SourceText(name, "", false, folder);
  }

  /** Returns this origin with a note. */
  public SourceText noted(String note) {
    return new SourceText(name, note, lines, folder);
  }
}
