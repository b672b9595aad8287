package io.corridor.scenarios.internal.format;

import io.corridor.scenarios.internal.yaml.Node;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One sort of value of the format: how it is read, written and described.
 *
 * @param <T> what it is in the model
 */
interface Shape<T> {

  /** Returns what it is, to follow "must be": {@code a month such as 2019-03}. */
  String noun();

  /**
   * Returns the value of {@code node}. Where it has another shape, tells {@code place} and returns
   * a placeholder, so that one mistake doesn't hide the next.
   */
  T read(Node node, Place place);

  /** Returns the tree that reads as {@code value}. */
  Node write(T value);

  /** Returns the JSON Schema of the shape. */
  Map<String, Object> schema(SchemaDefs defs);

  /** Returns the shapes of what stands in it. */
  default Stream<Shape<?>> inner() {
    return Stream.empty();
  }

  /** Returns what stands for a value that can't be read. */
  T placeholder();
}
