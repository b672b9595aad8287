package io.corridor.scenarios.internal.format;

import io.corridor.scenarios.internal.yaml.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A list.
 *
 * @param noun what it is
 * @param item shape of its items
 * @param least fewest items
 * @param most most items
 */
record ListOf<T>(String noun, Shape<T> item, int least, int most) implements Shape<List<T>> {

  /** Returns the shape of a list of any length. */
  static <T> ListOf<T> any(String noun, Shape<T> item) {
    return new ListOf<>(noun, item, 0, Integer.MAX_VALUE);
  }

  /** Returns the shape of a list of one item at least. */
  static <T> ListOf<T> some(String noun, Shape<T> item) {
    return new ListOf<>(noun, item, 1, Integer.MAX_VALUE);
  }

  /** Returns the shape of a list of {@code size} items. */
  static <T> ListOf<T> exactly(int size, String noun, Shape<T> item) {
    return new ListOf<>(noun, item, size, size);
  }

  @Override
  public List<T> read(Node node, Place place) {
    if (!(node instanceof Node.Items list)) {
      return place.mismatch(node, this);
    }
    int size = list.items().size();
    if (size < least || size > most) {
      place.wrong(
          node.at(),
          "must be " + noun + "; found " + (size == 0 ? "an empty list" : "a list of " + size));
      return placeholder();
    }
    List<T> values = new ArrayList<>();
    for (Node child : list.items()) {
      values.add(item.read(child, place.item(values.size(), child)));
    }
    return values;
  }

  @Override
  public Node write(List<T> value) {
    return Nodes.items(value.stream().map(item::write).toList());
  }

  @Override
  public Map<String, Object> schema(SchemaDefs defs) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", "array");
    schema.put("items", item.schema(defs.whole())); // a list is replaced whole
    if (least > 0) {
      schema.put("minItems", least);
    }
    if (most < Integer.MAX_VALUE) {
      schema.put("maxItems", most);
    }
    return schema;
  }

  @Override
  public Stream<Shape<?>> inner() {
    return Stream.of(item);
  }

  @Override
  public List<T> placeholder() {
    List<T> values = new ArrayList<>();
    for (int i = 0; i < least; i++) {
      values.add(item.placeholder());
    }
    return values;
  }
}
