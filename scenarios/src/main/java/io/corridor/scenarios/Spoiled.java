package io.corridor.scenarios;

import io.corridor.scenarios.internal.layer.KeyPath;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The keys whose values couldn't be read, so that placeholders stand for them: what the checks say
 * of those is no news.
 *
 * @param keys their paths
 */
record Spoiled(NavigableSet<String> keys) {
  /** Keys that stand for others in the file, by the name that checks use. */
  static final Map<String, List<String>> SYNONYMS = Map.of("terms", List.of("term-days"));

  /** What depends on a key, wherever it stands. */
  private static final Map<String, Pattern> DEPENDENT =
      Map.of(
          "start", dates(),
          "months", dates(),
          "parties", Pattern.compile("flows\\.[^.]+\\.(from|to)"),
          "regime",
              Pattern.compile(
                  "regime(\\..*)?|.*\\.(by-regime|regime-factor|renew|reinstate|enforcement|level"
                      + "|terms)(\\..*)?|questions\\..*|indices\\..*|output\\..*"));

  /** Keys that are one thing in the model, so that a placeholder of one shows under another. */
  private static final List<Set<String>> TOGETHER =
      List.of(
          Set.of("by", "in", "at"),
          Set.of("at-least", "above", "at-most", "below"),
          Set.of("terms", "term-days"),
          Set.of("given"));

  private static Pattern dates() {
    return Pattern.compile(
        "months|.*\\.(month|by|in|at|window|until|from|planned|expires)(\\..*)?");
  }

  /** Returns whether a problem at {@code key} may come from a placeholder. */
  boolean explains(String key) {
    return keys.contains("") || isAtOrBelow(key) || isAbove(key) || depends(key) || besides(key);
  }

  /** Returns whether a key that is one thing with a key of {@code path} is spoiled. */
  private boolean besides(String path) {
    List<String> words = KeyPath.split(path);
    for (int i = 1; i < words.size(); i++) {
      String parent = String.join(".", words.subList(0, i)) + ".";
      String word = words.get(i);
      if (TOGETHER.stream()
          .filter(group -> group.contains(word))
          .flatMap(Set::stream)
          .anyMatch(other -> keys.contains(parent + other) || isAbove(parent + other))) {
        return true;
      }
    }
    return false;
  }

  private boolean isAtOrBelow(String key) {
    for (int end = key.length(); end > 0; end = key.lastIndexOf('.', end - 1)) {
      if (keys.contains(key.substring(0, end))) {
        return true;
      }
    }
    return false;
  }

  private boolean isAbove(String key) {
    String next = keys.ceiling(key + ".");
    return next != null && next.startsWith(key + ".");
  }

  private boolean depends(String key) {
    return DEPENDENT.entrySet().stream()
        .anyMatch(
            entry ->
                (keys.contains(entry.getKey()) || isAbove(entry.getKey()))
                    && entry.getValue().matcher(key).matches());
  }
}
