package io.corridor.scenarios;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The keys whose values couldn't be read, so that placeholders stand for them: what the checks say of
 * those is no news.
 *
 * @param keys their paths
 */
record Spoiled(Set<String> keys) {
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

  private static Pattern dates() {
    return Pattern.compile("months|.*\\.(month|by|in|at|window|until|from|planned|expires)(\\..*)?");
  }

  /** Returns whether a problem at {@code key} may come from a placeholder. */
  boolean explains(String key) {
    return keys.stream().anyMatch(spoiled -> isNear(key, spoiled) || dependsOn(key, spoiled));
  }

  private static boolean isNear(String key, String spoiled) {
    return isBelow(key, spoiled) || isBelow(spoiled, key);
  }

  private static boolean isBelow(String key, String parent) {
    return key.equals(parent) || parent.isEmpty() || key.startsWith(parent + ".");
  }

  private static boolean dependsOn(String key, String spoiled) {
    return DEPENDENT.entrySet().stream()
        .anyMatch(
            entry ->
                isBelow(spoiled, entry.getKey()) && entry.getValue().matcher(key).matches());
  }
}
