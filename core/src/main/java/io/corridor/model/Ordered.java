package io.corridor.model;

import com.google.common.collect.ImmutableMap;
import java.util.Map;

/** Copies of maps that keep their order and refuse null, for the records of this package. */
final class Ordered {

  private Ordered() {}

  static <K, V> Map<K, V> copyOf(Map<K, V> map) {
    return ImmutableMap.copyOf(map);
  }
}
