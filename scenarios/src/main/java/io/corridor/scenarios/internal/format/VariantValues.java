package io.corridor.scenarios.internal.format;

import io.corridor.scenarios.internal.yaml.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a variant sets: values by the path of their key, which mean something once they are set. */
final class VariantValues implements Shape<Node> {
  private static final String ID = "[^.]+";

  @Override
  public String noun() {
    return "a mapping of keys' paths to values";
  }

  @Override
  public Node read(Node node, Place place) {
    return node instanceof Node.Mapping ? node : place.mismatch(node, this);
  }

  @Override
  public Node write(Node value) {
    return value;
  }

  @Override
  public Node placeholder() {
    return Nodes.mapping(Map.of());
  }

  /** A value is what the key's is, or null, whole: nothing is merged. */
  @Override
  public Map<String, Object> schema(SchemaDefs defs) {
    return defs.whole().define("what a variant sets", () -> definition(defs));
  }

  private static Map<String, Object> definition(SchemaDefs defs) {
    Map<String, List<Object>> values = new LinkedHashMap<>();
    collect(ScenarioFormat.section(), "", defs.whole(), values);
    Map<String, Object> patterns = new LinkedHashMap<>();
    values.forEach(
        (path, schemas) -> {
          schemas.add(JsonObjects.object("type", "null"));
          patterns.put("^" + path + "$", JsonObjects.object("anyOf", schemas));
        });
    return JsonObjects.object("type", "object", "patternProperties", patterns);
  }

  private static void collect(
      Shape<?> shape, String path, SchemaDefs defs, Map<String, List<Object>> values) {
    if (shape instanceof SectionShape<?> section) {
      for (FileKey<?, ?> key : section.keys()) {
        add(key.shape(), path + key.name(), defs, values);
        if (SchemaDefs.isLeft(key)) {
          schemas(path + key.name(), values).add(SchemaDefs.LEFT);
        }
        if (SchemaDefs.hasLeftEntries(key)) {
          schemas(path + key.name() + "\\." + ID, values).add(SchemaDefs.LEFT);
        }
      }
    } else if (shape instanceof MapOf<?> map) {
      map.special().forEach(id -> add(map.shape().apply(id), path + id, defs, values));
      if (map.special().isEmpty()) {
        add(map.shape().apply(""), path + ID, defs, values);
      }
    } else if (shape instanceof ByRegimes byRegime) {
      add(byRegime.value(), path + ID, defs, values);
    } else if (!(shape instanceof ListOf)) {
      shape.inner().forEach(inner -> collect(inner, path, defs, values));
    }
  }

  private static void add(
      Shape<?> shape, String path, SchemaDefs defs, Map<String, List<Object>> values) {
    if (path.startsWith(ScenarioFormat.VARIANTS_KEY)) {
      return;
    }
    List<Object> schemas = schemas(path, values);
    Map<String, Object> schema = shape.schema(defs);
    if (!schemas.contains(schema)) {
      schemas.add(schema);
    }
    collect(shape, path + "\\.", defs, values);
  }

  private static List<Object> schemas(String path, Map<String, List<Object>> values) {
    return values.computeIfAbsent(path, any -> new ArrayList<>());
  }
}
