package io.corridor.scenarios.internal.format;

import io.corridor.scenarios.internal.layer.Vocabulary;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The keys of the format, gathered from its schema, which takes a while: where they are needed. */
public final class FormatWords {
  private static final Vocabulary WORDS = gather();

  private final Set<String> keys = new HashSet<>();
  private final Set<String> idMaps = new HashSet<>();
  private final Set<String> freeMaps = new HashSet<>();

  private FormatWords() {}

  /** Returns them. */
  public static Vocabulary words() {
    return WORDS;
  }

  private static Vocabulary gather() {
    FormatWords words = new FormatWords();
    words.visit("", ScenarioFormat.schema());
    return new Vocabulary(
        Set.copyOf(words.keys), Set.copyOf(words.idMaps), Set.copyOf(words.freeMaps));
  }

  private void visit(String key, Object schema) {
    if (schema instanceof List<?> list) {
      list.forEach(item -> visit(key, item));
    } else if (schema instanceof Map<?, ?> object) {
      note(key, object);
      object.forEach((name, value) -> visitPart(key, name, value));
    }
  }

  private void visitPart(String key, Object name, Object value) {
    if (name.equals("properties")) {
      ((Map<?, ?>) value).forEach((child, schema) -> visit((String) child, schema));
    } else if (!name.equals("patternProperties")) {
      visit(name.equals("additionalProperties") ? "" : key, value);
    }
  }

  private void note(String key, Map<?, ?> object) {
    if (object.get("properties") instanceof Map<?, ?> properties) {
      properties.keySet().forEach(child -> keys.add((String) child));
    }
    if (object.get("additionalProperties") instanceof Map) {
      (SchemaDefs.ID.equals(object.get("propertyNames")) ? idMaps : freeMaps).add(key);
    }
  }
}
