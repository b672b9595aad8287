package io.corridor.scenarios.internal.format;

import static io.corridor.scenarios.internal.yaml.Quotes.quote;

import com.google.common.collect.Maps;
import io.corridor.model.Nearest;
import io.corridor.scenarios.internal.yaml.Node;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * One of a few words.
 *
 * @param words what each word means, in the order they are listed
 */
record Word<T>(Map<String, T> words) implements Shape<T> {

  /** Returns the shape of one of {@code values}, each written as its {@code word}. */
  static <T> Word<T> of(T[] values, Function<T, String> word) {
    return new Word<>(Maps.uniqueIndex(List.of(values), word::apply));
  }

  @Override
  public String noun() {
    return words.size() == 1
        ? words.keySet().iterator().next()
        : "one of " + String.join(", ", words.keySet());
  }

  @Override
  public T read(Node node, Place place) {
    if (!(node instanceof Node.Scalar scalar) || scalar.isNull()) {
      return place.mismatch(node, this);
    }
    T value = words.get(scalar.text());
    if (value == null) {
      place.wrong(
          node.at(),
          "must be "
              + noun()
              + "; found "
              + quote(scalar.text())
              + Nearest.hint(scalar.text(), words.keySet()));
      return placeholder();
    }
    return value;
  }

  @Override
  public Node write(T value) {
    return words.entrySet().stream()
        .filter(entry -> entry.getValue().equals(value))
        .map(entry -> Nodes.text(entry.getKey()))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no word of the format says " + value));
  }

  @Override
  public Map<String, Object> schema(SchemaDefs defs) {
    return JsonObjects.object("enum", List.copyOf(words.keySet()));
  }

  @Override
  public T placeholder() {
    return words.values().iterator().next();
  }
}
