package io.corridor.scenarios.internal.format;

import io.corridor.model.Dimension;
import io.corridor.model.Range;
import io.corridor.model.Value;
import io.corridor.scenarios.internal.format.Reading.Written;
import io.corridor.scenarios.internal.yaml.Node;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A named parameter: a number or distribution, of whatever its first unit measures. It is kept in
 * the base unit, and where a parameter with a unit is used, that unit's dimension must be meant.
 */
record Parameters() implements Shape<Value> {

  @Override
  public String noun() {
    return "a number, a quantity or a distribution";
  }

  @Override
  public Value read(Node node, Place place) {
    String id = place.key().words().get(1);
    Optional<Written> written = leaves(node).flatMap(Parameters::written).findFirst();
    written.ifPresent(unit -> place.reading().parameter(id, unit));
    return shape(written.map(Written::measure).orElse(Measure.of(Dimension.NUMBER)))
        .read(node, place);
  }

  private static Stream<Written> written(Node.Scalar leaf) {
    return Span.parse(leaf.text())
        .map(Span::high)
        .or(() -> WrittenNumber.parse(leaf.text()))
        .map(WrittenNumber::unit)
        .map(Measure::inDollars)
        .filter(Measure.ANY.units()::containsKey)
        .map(unit -> new Written(Measure.ofUnit(unit), unit))
        .stream();
  }

  private static Stream<Node.Scalar> leaves(Node node) {
    if (node instanceof Node.Scalar scalar) {
      return Stream.of(scalar);
    }
    if (node instanceof Node.Items items) {
      return items.items().stream().flatMap(Parameters::leaves);
    }
    return ((Node.Mapping) node)
        .entries().values().stream().flatMap(entry -> leaves(entry.value()));
  }

  private static Values shape(Measure measure) {
    return new Values(measure, Range.FREE, false, true);
  }

  @Override
  public Node write(Value value) {
    return shape(Measure.ANY).write(value);
  }

  @Override
  public Map<String, Object> schema(SchemaDefs defs) {
    return defs.value(Measure.ANY, Range.FREE);
  }

  @Override
  public Value placeholder() {
    return Value.ONE;
  }
}
