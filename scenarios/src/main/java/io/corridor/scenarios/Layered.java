package io.corridor.scenarios;

import io.corridor.model.KeyPath;
import io.corridor.scenarios.internal.yaml.Flaw;
import io.corridor.scenarios.internal.yaml.Node;
import io.corridor.scenarios.internal.yaml.Position;
import io.corridor.scenarios.internal.yaml.Quotes;
import io.corridor.scenarios.internal.yaml.SourceText;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The tree of a file, or of one over which a variant or options were laid.
 *
 * @param tree the whole
 * @param below what the variant or the options were laid over; absent: the tree is a file's
 * @param what which variant it is; empty: options
 * @param keys where it says what, by key
 * @param at where it begins; of options, all of them
 */
record Layered(
    Node tree, Optional<Layered> below, String what, Map<KeyPath, Position> keys, Position at) {

  /** Returns the tree of a file. */
  static Layered file(Node root) {
    return new Layered(root, Optional.empty(), "", Map.of(), root.at());
  }

  /** Returns whether something wrong stands in what was laid over. */
  boolean isPlaceOf(Flaw flaw) {
    SourceText origin = flaw.at().origin();
    return what.isEmpty() ? !origin.lines() : origin.note().equals("(" + what + ")");
  }

  /**
   * Returns what is wrong elsewhere, and only with this laid over, as told at the key that has most
   * to do with it.
   */
  Flaw blamed(Flaw flaw) {
    Position cause =
        keys.keySet().stream()
            .filter(key -> keys.size() == 1 || closeness(key, flaw) > 0)
            .max(Comparator.comparingInt(key -> closeness(key, flaw)))
            .map(keys::get)
            .orElse(at);
    String line = "line " + flaw.at().line();
    String file = flaw.at().origin().name();
    String see = "see " + (file.equals(cause.origin().name()) ? line : file + ", " + line);
    String note = "(" + (what.isEmpty() ? see : what + "; " + see) + ")";
    return new Flaw(cause.noted(note), flaw.key(), flaw.message());
  }

  /**
   * Returns how many words a key and that of a flaw begin with together, and whether it is named.
   */
  private static int closeness(KeyPath key, Flaw flaw) {
    List<String> words = key.words();
    List<String> wrong = flaw.key().words();
    int shared = 0;
    while (shared < Math.min(words.size(), wrong.size())
        && words.get(shared).equals(wrong.get(shared))) {
      shared++;
    }
    boolean isNamed = flaw.message().contains(Quotes.quote(words.get(words.size() - 1)));
    return shared + (isNamed ? 1 : 0);
  }
}
