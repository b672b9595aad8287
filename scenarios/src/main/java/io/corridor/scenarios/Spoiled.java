package io.corridor.scenarios;

import io.corridor.model.KeyPath;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The keys whose values couldn't be read, so that placeholders stand for them: what the checks say
 * of those is no news.
 */
final class Spoiled {
  /** Keys that stand for others in the file, by the name that checks use. */
  static final Map<String, List<String>> SYNONYMS =
      Map.of("terms", List.of("term-days"), "noise", List.of("strays"));

  private static final Predicate<KeyPath> DATES =
      path ->
          path.words().get(0).equals("months")
              || mentions(path, "month", "by", "in", "at", "window", "until", "from", "planned")
              || mentions(path, "expires");

  /** What depends on a key, wherever it stands. */
  private static final Map<KeyPath, Predicate<KeyPath>> DEPENDENT =
      Map.of(
          KeyPath.of("start"),
          DATES,
          KeyPath.of("months"),
          DATES,
          KeyPath.of("parties"),
          path -> path.words().get(0).equals("flows") && mentions(path, "from", "to"),
          KeyPath.of("regime"),
          path ->
              Set.of("regime", "questions", "indices", "output").contains(path.words().get(0))
                  || mentions(path, "by-regime", "regime-factor", "renew", "reinstate")
                  || mentions(path, "enforcement", "level", "terms"));

  /** Keys that are one thing in the model, so that a placeholder of one shows under another. */
  private static final List<Set<String>> TOGETHER =
      List.of(
          Set.of("by", "in", "at"),
          Set.of("at-least", "above", "at-most", "below"),
          Set.of("terms", "term-days"),
          Set.of("noise", "strays"),
          Set.of("given"));

  private final Set<KeyPath> keys;

  /** The keys and all that they stand in. */
  private final Set<KeyPath> around = new HashSet<>();

  Spoiled(Set<KeyPath> keys) {
    this.keys = keys;
    for (KeyPath key : keys) {
      for (int size = 0; size <= key.words().size(); size++) {
        around.add(key.first(size));
      }
    }
  }

  /** Returns whether one of {@code words} stands in a path, other than first. */
  private static boolean mentions(KeyPath path, String... words) {
    List<String> below = path.words().subList(1, path.words().size());
    return List.of(words).stream().anyMatch(below::contains);
  }

  /** Returns whether a problem at {@code path} may come from a placeholder. */
  boolean explains(KeyPath path) {
    return around.contains(path) || isBelow(path) || depends(path) || besides(path);
  }

  private boolean isBelow(KeyPath path) {
    for (int size = 0; size < path.words().size(); size++) {
      if (keys.contains(path.first(size))) {
        return true;
      }
    }
    return false;
  }

  private boolean depends(KeyPath path) {
    return DEPENDENT.entrySet().stream()
        .anyMatch(entry -> around.contains(entry.getKey()) && entry.getValue().test(path));
  }

  /** Returns whether a key that is one thing with a key of {@code path} is spoiled. */
  private boolean besides(KeyPath path) {
    for (int i = 1; i < path.words().size(); i++) {
      KeyPath parent = path.first(i);
      String word = path.words().get(i);
      if (TOGETHER.stream()
          .filter(group -> group.contains(word))
          .flatMap(Set::stream)
          .anyMatch(other -> around.contains(parent.child(other)))) {
        return true;
      }
    }
    return false;
  }
}
