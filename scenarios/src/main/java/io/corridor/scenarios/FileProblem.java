package io.corridor.scenarios;

/**
 * One thing that is wrong with a scenario file.
 *
 * @param file the file, or the option, {@code --set KEY=VALUE}, that it stands in
 * @param line counted from 1; 0 where there is none, as in an option
 * @param column counted from 1, in characters; 0 where there is none
 * @param key path of the key: {@code flows.goods.growth}; list items by number from 0; empty where
 *     the whole file is meant
 * @param message what is wrong, what was found and what is right
 */
public record FileProblem(String file, int line, int column, String key, String message) {

  /** Returns {@code file:line:column: key: message}, without what there is none of. */
  @Override
  public String toString() {
    String place = line > 0 ? file + ":" + line + ":" + column : file;
    return place + ": " + (key.isEmpty() ? "" : key + ": ") + message;
  }
}
