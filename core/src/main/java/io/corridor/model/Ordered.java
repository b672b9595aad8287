package io.corridor.model;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Maps and lists in order, for the records of this package. */
final class Ordered {

  private Ordered() {}

  /** Returns a copy of {@code map} that keeps its order; null is refused. */
  static <K, V> Map<K, V> copyOf(Map<K, V> map) {
    return ImmutableMap.copyOf(map);
  }

  /** Returns {@code map} with one entry more, at the end, or another in its place. */
  static <K, V> Map<K, V> with(Map<K, V> map, K key, V value) {
    Map<K, V> more = new LinkedHashMap<>(map);
    more.put(key, value);
    return more;
  }

  /** Returns the items of an argument; null, or one that is null, is refused by its name. */
  static List<String> list(String argument, String... items) {
    for (String item : requireNonNull(items, argument)) {
      requireNonNull(item, argument);
    }
    return List.of(items);
  }

  /** Returns {@code list} with one item more. */
  static <T> List<T> with(List<T> list, T item) {
    List<T> more = new ArrayList<>(list);
    more.add(item);
    return more;
  }
}
