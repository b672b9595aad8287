package io.corridor.scenarios.internal.layer;

import io.corridor.scenarios.internal.yaml.Node;
import io.corridor.scenarios.internal.yaml.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Paths of keys: words joined by points, list items by number from 0. A key may hold points itself
 * (metrics do, as keys of an index), so that the longest key that fits is taken.
 */
public final class KeyPath {

  private KeyPath() {}

  /** Returns the words of {@code path}. */
  public static List<String> split(String path) {
    return List.of(path.split("\\.", -1));
  }

  static String join(List<String> path) {
    return String.join(".", path);
  }

  static List<String> child(List<String> path, String key) {
    List<String> child = new ArrayList<>(path.size() + 1);
    child.addAll(path);
    child.add(key);
    return child;
  }

  /** Returns how many of the words in {@code rest} make a key of {@code mapping}; 0 if none do. */
  static int matching(Node.Mapping mapping, List<String> rest) {
    for (int count = rest.size(); count > 0; count--) {
      if (mapping.entries().containsKey(join(rest.subList(0, count)))) {
        return count;
      }
    }
    return 0;
  }

  static Optional<Integer> index(Node.Items items, String word) {
    if (!word.matches("\\d{1,6}")) {
      return Optional.empty();
    }
    int index = Integer.parseInt(word);
    return index < items.items().size() ? Optional.of(index) : Optional.empty();
  }

  /**
   * Returns where {@code path} stands below {@code root}, or its nearest parent that exists: the
   * value, if it is a single one, else its key.
   *
   * @param synonyms keys that stand for others, by what they stand for
   */
  public static Position locate(Node root, String path, Map<String, List<String>> synonyms) {
    return locate(root, root.at(), path.isEmpty() ? List.of() : split(path), synonyms);
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
      Node.Entry entry = mapping.entry(join(rest.subList(0, count)));
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
