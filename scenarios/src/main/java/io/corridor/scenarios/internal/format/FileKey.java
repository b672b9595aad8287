package io.corridor.scenarios.internal.format;

import java.util.Optional;
import java.util.function.Function;

/**
 * One key of a section.
 *
 * @param name as written
 * @param shape of its value
 * @param getter takes its value from the model
 * @param fallback its value where it is absent; empty: it is required
 * @param says what it means, for the schema
 * @param left what of it may be left to the data that its section is fitted to
 * @param <T> what the section is in the model
 * @param <V> what the value is in the model
 */
record FileKey<T, V>(
    String name,
    Shape<V> shape,
    Function<T, V> getter,
    Optional<V> fallback,
    String says,
    Leaving left) {

  /** What of a key may be left to data. */
  enum Leaving {
    /** Nothing. */
    NOTHING,
    /** The key, if it has no default by being left out, and what stands in its mapping. */
    WHOLE,
    /** The key, also where it is left out though it has a default. */
    ALWAYS,
    /** What stands in its mapping. */
    EACH,
    /** The keys of its section, all where the section is left out. */
    SECTION
  }

  /** Returns a key that must be there. */
  static <T, V> FileKey<T, V> required(
      String name, Shape<V> shape, Function<T, V> getter, String says) {
    return new FileKey<>(name, shape, getter, Optional.empty(), says, Leaving.NOTHING);
  }

  /** Returns a key that means {@code fallback} where it is absent. */
  static <T, V> FileKey<T, V> optional(
      String name, Shape<V> shape, Function<T, V> getter, V fallback, String says) {
    return new FileKey<>(name, shape, getter, Optional.of(fallback), says, Leaving.NOTHING);
  }

  /** Returns a key that may be absent, in the model too. */
  static <T, V> FileKey<T, Optional<V>> maybe(
      String name, Shape<V> shape, Function<T, Optional<V>> getter, String says) {
    return new FileKey<>(
        name,
        Adapted.optional(shape),
        getter,
        Optional.of(Optional.empty()),
        says,
        Leaving.NOTHING);
  }

  /** Returns the same key, of which {@code left} may be left to data. */
  FileKey<T, V> leaving(Leaving left) {
    return new FileKey<>(name, shape, getter, fallback, says, left);
  }

  /** Returns the same key of a section that holds this one's, which {@code inner} takes from it. */
  <S> FileKey<S, V> within(Function<S, T> inner) {
    return new FileKey<>(name, shape, getter.compose(inner), fallback, says, left);
  }
}
