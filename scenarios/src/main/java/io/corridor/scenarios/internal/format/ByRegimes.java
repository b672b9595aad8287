package io.corridor.scenarios.internal.format;

import io.corridor.model.ByRegime;
import io.corridor.model.Value;
import io.corridor.scenarios.internal.yaml.Node;
import java.util.Map;
import java.util.Optional;

/**
 * A number for all regimes, or a mapping of numbers by regime.
 *
 * @param value shape of the numbers
 * @param otherwise the number in regimes that a mapping doesn't name; empty: it must name each
 */
record ByRegimes(Values value, Optional<Value> otherwise) implements Shape<ByRegime> {

  private MapOf<Value> states() {
    return MapOf.references("a mapping by regime", value);
  }

  @Override
  public String noun() {
    return value.noun() + ", or a mapping of these by regime";
  }

  @Override
  public ByRegime read(Node node, Place place) {
    return Values.isValue(node) && !(node instanceof Node.Items)
        ? ByRegime.everywhere(value.read(node, place))
        : new ByRegime(otherwise, states().read(node, place));
  }

  @Override
  public Node write(ByRegime byRegime) {
    return byRegime.states().isEmpty()
        ? byRegime.otherwise().map(value::write).orElse(Nodes.mapping(Map.of()))
        : states().write(byRegime.states());
  }

  @Override
  public Map<String, Object> schema(SchemaDefs defs) {
    Map<String, Object> byRegime = states().schema(defs);
    if (otherwise.isEmpty()) {
      byRegime.put("minProperties", 1);
    }
    return defs.choice(value.schema(defs), byRegime);
  }

  @Override
  public ByRegime placeholder() {
    return ByRegime.everywhere(value.placeholder());
  }
}
