package io.corridor.scenarios.internal.format;

import java.util.List;
import java.util.function.BiFunction;

/**
 * How one component of a record is read: from a key of its own, as a rule.
 *
 * @param keys what it is read from
 * @param value makes it of the section's values and of the components before it
 */
record Part<T>(
    List<FileKey<T, ?>> keys, BiFunction<SectionShape.Fields<T>, List<Object>, ?> value) {

  /** Returns the component that is {@code key}. */
  static <T, V> Part<T> of(FileKey<T, V> key) {
    return new Part<>(List.of(key), (in, before) -> in.get(key));
  }
}
