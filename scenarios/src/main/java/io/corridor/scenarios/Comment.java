package io.corridor.scenarios;

import io.corridor.scenarios.internal.yaml.Comments;
import java.util.List;

/**
 * A comment of a scenario's file.
 *
 * @param line that it stands in, counted from 1
 * @param text of it
 * @param about the line that it is about: its own, or the next that has more than a comment
 * @param key path of the key that stands in that line, or else in the last that has one; may be
 *     empty
 */
public record Comment(int line, String text, int about, String key) {

  /**
   * Returns the comments of a file from its key {@code corridor} on; none if no YAML can be made
   * out in it.
   */
  public static List<Comment> of(String text) {
    return Comments.of(text).stream()
        .map(found -> new Comment(found.line(), found.text(), found.about(), found.key()))
        .toList();
  }

  /** Returns whether it stands behind something. */
  public boolean isBehind() {
    return about == line;
  }
}
