package io.corridor.scenarios.internal.yaml;

/**
 * The text that a node comes from.
 *
 * @param name file, or {@code --set KEY=VALUE}
 * @param note what to add to a problem's message, such as {@code (variant no-waiver)}; may be empty
 * @param lines whether lines and columns say anything; not in an option of one line
 * @param folder where files named by the text lie
 */
public record Origin(String name, String note, boolean lines, Folder folder) {

  /** Returns the origin of a file's nodes. */
  public static Origin file(String name, Folder folder) {
    return new Origin(name, "", true, folder);
  }

  /** Returns the origin of the value of an option. */
  public static Origin option(String name, Folder folder) {
    return new Origin(name, "", false, folder);
  }

  /** Returns this origin with a note. */
  public Origin noted(String note) {
    return new Origin(name, note, lines, folder);
  }
}
