package io.corridor.scenarios.internal.layer;

import io.corridor.model.KeyPath;
import io.corridor.scenarios.internal.yaml.Node;
import io.corridor.scenarios.internal.yaml.Position;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds what stands at a path of a tree. A key may hold points itself (metrics do, as keys of an
 * index), so that the longest key that fits is taken.
 */
public final class Lookup {

  private Lookup() {}

  /** Returns how many of the words in {@code rest} make a key of {@code mapping}; 0 if none do. */
  static int matching(Node.Mapping mapping, List<String> rest) {
    for (int count = rest.size(); count > 0; count--) {
      if (mapping.entries().containsKey(key(rest, count))) {
        return count;
      }
    }
    return 0;
  }

  /** Returns the key that the first {@code count} words make. */
  static String key(List<String> words, int count) {
    return String.join(".", words.subList(0, count));
  }

  static Optional<Integer> index(Node.Items items, String word) {
    if (!word.matches("\\d{1,6}")) {
      return Optional.empty();
    }
    int index = Integer.parseInt(word);
    return index < items.items().size() ? Optional.of(index) : Optional.empty();
  }

  /** Returns whether something stands at {@code path} below {@code root}. */
  public static boolean has(Node root, KeyPath path) {
    return has(root, path.words());
  }

  private static boolean has(Node node, List<String> rest) {
    if (rest.isEmpty() || node instanceof Node.Scalar) {
      return rest.isEmpty();
    }
    if (node instanceof Node.Items items) {
      return index(items, rest.get(0)).stream()
          .anyMatch(index -> has(items.items().get(index), rest.subList(1, rest.size())));
    }
    Node.Mapping mapping = (Node.Mapping) node;
    int count = matching(mapping, rest);
    return count > 0
        && has(mapping.entry(key(rest, count)).value(), rest.subList(count, rest.size()));
  }

  /**
   * Returns where {@code path} stands below {@code root}, or its nearest parent that exists: the
   * value, if it is a single one, else its key.
   *
   * @param synonyms keys that stand for others, by what they stand for
   */
  public static Position locate(Node root, KeyPath path, Map<String, List<String>> synonyms) {
    return locate(root, root.at(), path.words(), synonyms);
  }

  private static Position locate(
      Node node, Position keyAt, List<String> rest, Map<String, List<String>> synonyms) {
    if (node instanceof Node.Scalar) {
      return node.at();
    }
    if (rest.isEmpty()) {
      return keyAt;
    }
    if (node instanceof Node.Items items) {
      return index(items, rest.get(0))
          .map(items.items()::get)
          .map(item -> locate(item, item.at(), rest.subList(1, rest.size()), synonyms))
          .orElse(keyAt);
    }
    Node.Mapping mapping = (Node.Mapping) node;
    int count = matching(mapping, rest);
    if (count > 0) {
      Node.Entry entry = mapping.entry(key(rest, count));
      return locate(entry.value(), entry.keyAt(), rest.subList(count, rest.size()), synonyms);
    }
    return synonyms.getOrDefault(rest.get(0), List.of()).stream()
        .map(mapping.entries()::get)
        .filter(entry -> entry != null)
        .findFirst()
        .map(entry -> entry.value() instanceof Node.Scalar ? entry.value().at() : entry.keyAt())
        .orElse(keyAt);
  }
}
