package io.corridor.scenarios.internal.format;

import static io.corridor.scenarios.internal.yaml.Quotes.quote;

import io.corridor.model.Ids;
import io.corridor.scenarios.internal.yaml.Node;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A mapping whose keys the scenario chooses.
 *
 * @param noun what it is
 * @param defining whether its keys are ids that it defines; else they are looked up elsewhere
 * @param shape gives the shape of a key's value
 * @param special keys whose values have a shape of their own
 */
record MapOf<V>(
    String noun, boolean defining, Function<String, Shape<V>> shape, List<String> special)
    implements Shape<Map<String, V>> {
  private static final String ANY = "";

  /** Returns the shape of a mapping that defines ids. */
  static <V> MapOf<V> ids(String noun, Shape<V> value) {
    return new MapOf<>(noun, true, key -> value, List.of());
  }

  /** Returns the shape of a mapping whose keys are defined elsewhere. */
  static <V> MapOf<V> references(String noun, Shape<V> value) {
    return new MapOf<>(noun, false, key -> value, List.of());
  }

  @Override
  public Map<String, V> read(Node node, Place place) {
    if (!(node instanceof Node.Mapping mapping)) {
      return place.mismatch(node, this);
    }
    Map<String, V> values = new LinkedHashMap<>();
    mapping
        .entries()
        .forEach(
            (key, entry) -> {
              Place below = place.in(key, entry.keyAt());
              if (defining && !Ids.isId(key)) {
                below.wrong(entry.keyAt(), refuse(key));
              }
              if (below.leaves(entry.value())) {
                below.free(shape.apply(key));
                values.put(key, shape.apply(key).placeholder());
              } else {
                values.put(key, shape.apply(key).read(entry.value(), below.judged()));
              }
            });
    return values;
  }

  private static String refuse(String key) {
    return Ids.RESERVED.contains(key)
        ? quote(key) + " can't be an id: it is a word of distributions and parameters"
        : "an id is a letter, then letters, digits, hyphens or underscores; found " + quote(key);
  }

  @Override
  public Node write(Map<String, V> value) {
    Map<String, Node> written = new LinkedHashMap<>();
    value.forEach((key, item) -> written.put(key, shape.apply(key).write(item)));
    return Nodes.mapping(written);
  }

  @Override
  public Map<String, Object> schema(SchemaDefs defs) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", "object");
    schema.put("propertyNames", defining ? SchemaDefs.ID : SchemaDefs.NOT_RESERVED);
    if (!special.isEmpty()) {
      Map<String, Object> properties = new LinkedHashMap<>();
      special.forEach(key -> properties.put(key, value(key, defs)));
      schema.put("properties", properties);
    }
    schema.put("additionalProperties", value(ANY, defs));
    return schema;
  }

  private Map<String, Object> value(String key, SchemaDefs defs) {
    return defs.removable(shape.apply(key).schema(defs));
  }

  @Override
  public Stream<Shape<?>> inner() {
    return Stream.concat(special.stream(), special.isEmpty() ? Stream.of(ANY) : Stream.empty())
        .map(shape);
  }

  @Override
  public Map<String, V> placeholder() {
    return Map.of();
  }
}
