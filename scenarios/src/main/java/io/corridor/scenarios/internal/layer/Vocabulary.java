package io.corridor.scenarios.internal.layer;

import static io.corridor.scenarios.internal.yaml.Quotes.quote;

import io.corridor.model.KeyPath;
import io.corridor.model.Nearest;
import io.corridor.scenarios.internal.yaml.Flaw;
import io.corridor.scenarios.internal.yaml.Position;
import java.util.Collection;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The format's own keys, which tell a key that is absent from one that doesn't exist.
 *
 * @param keys every key of the format
 * @param idMaps the keys whose mappings define ids
 * @param freeMaps the keys whose mappings are keyed by regimes, drivers and the like
 */
public record Vocabulary(Set<String> keys, Set<String> idMaps, Set<String> freeMaps) {

  private static boolean endsIn(KeyPath path, Set<String> words) {
    return !path.isRoot() && words.contains(path.words().get(path.words().size() - 1));
  }

  /** Returns whether {@code key} may be made below {@code path} to hold a value that is set. */
  boolean mayMake(KeyPath path, String key) {
    return !endsIn(path, idMaps) && (endsIn(path, freeMaps) || keys.contains(key));
  }

  /** Removing an absent key of the format is harmless; any other is a slip of the pen. */
  void refuseRemoval(
      String key, Collection<String> present, KeyPath path, Position at, Consumer<Flaw> flaws) {
    if (endsIn(path, idMaps) || !keys.contains(key)) {
      flaws.accept(
          new Flaw(
              at,
              path.child(key),
              "there is no " + quote(key) + " to remove" + Nearest.hint(key, present)));
    }
  }
}
