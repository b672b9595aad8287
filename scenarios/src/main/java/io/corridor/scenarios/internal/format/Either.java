package io.corridor.scenarios.internal.format;

import io.corridor.scenarios.internal.yaml.Node;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * One of two shapes of the same value, told apart by the tree.
 *
 * @param first the one
 * @param isFirst whether a tree is meant to be the first
 * @param second the other
 * @param writeFirst whether a value is written as the first
 */
record Either<T>(Shape<T> first, Predicate<Node> isFirst, Shape<T> second, Predicate<T> writeFirst)
    implements Shape<T> {

  @Override
  public String noun() {
    return first.noun() + ", or " + second.noun();
  }

  private Shape<T> of(Node node) {
    return isFirst.test(node) ? first : second;
  }

  @Override
  public T read(Node node, Place place) {
    return node.isNull() ? place.mismatch(node, this) : of(node).read(node, place);
  }

  @Override
  public Node write(T value) {
    return (writeFirst.test(value) ? first : second).write(value);
  }

  @Override
  public Map<String, Object> schema(SchemaDefs defs) {
    return defs.choice(first.schema(defs), second.schema(defs));
  }

  @Override
  public Stream<Shape<?>> inner() {
    return Stream.of(first, second);
  }

  @Override
  public T placeholder() {
    return first.placeholder();
  }
}
