package io.corridor.scenarios.internal.format;

import io.corridor.scenarios.internal.yaml.Node;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A shape whose value is something else in the model, or may be absent there.
 *
 * @param shape how it is written
 * @param into takes what was read into the model
 * @param from takes a value of the model to what is written
 * @param nothing makes what stands for a value that can't be read
 */
record Adapted<A, B>(Shape<A> shape, Into<A, B> into, Function<B, A> from, Supplier<B> nothing)
    implements Shape<B> {

  /** Takes what was read into the model. */
  interface Into<A, B> {
    B of(A value, Node node, Place place);
  }

  /** Returns {@code shape} with its values taken {@code into} the model and {@code from} it. */
  static <A, B> Shape<B> of(Shape<A> shape, Function<A, B> into, Function<B, A> from) {
    return new Adapted<>(
        shape,
        (value, node, place) -> into.apply(value),
        from,
        () -> into.apply(shape.placeholder()));
  }

  /** Returns {@code shape} for a key that may be absent. */
  static <A> Shape<Optional<A>> optional(Shape<A> shape) {
    return of(shape, Optional::of, Optional::get);
  }

  @Override
  public String noun() {
    return shape.noun();
  }

  @Override
  public B read(Node node, Place place) {
    return into.of(shape.read(node, place), node, place);
  }

  @Override
  public Node write(B value) {
    return shape.write(from.apply(value));
  }

  @Override
  public Map<String, Object> schema(SchemaDefs defs) {
    return shape.schema(defs);
  }

  @Override
  public Stream<Shape<?>> inner() {
    return Stream.of(shape);
  }

  @Override
  public B placeholder() {
    return nothing.get();
  }
}
