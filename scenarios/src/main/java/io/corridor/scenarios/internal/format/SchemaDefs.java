package io.corridor.scenarios.internal.format;

import static java.util.Objects.requireNonNull;

import io.corridor.model.Ids;
import io.corridor.model.Range;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The definitions of a JSON Schema as it is made. There are two of each section: the whole one, and
 * the partial one of a file that extends another, where no key is required and null removes.
 */
final class SchemaDefs {
  /** What tells a mapping of numbers from a distribution. */
  static final Map<String, Object> NOT_RESERVED =
      JsonObjects.object("not", JsonObjects.object("enum", List.copyOf(Ids.RESERVED)));

  /** What an id looks like. */
  static final Map<String, Object> ID =
      JsonObjects.object(
          "type",
          "string",
          "pattern",
          "^" + Ids.PATTERN + "$",
          "not",
          JsonObjects.object("enum", List.copyOf(Ids.RESERVED)));

  /** What a key may be to count as not being there. */
  static final List<Object> ABSENT = Arrays.asList(false, null);

  /** What is written where data alone decide. */
  static final Map<String, Object> LEFT = JsonObjects.object("const", Place.FIT);

  private static final Map<String, Object> NOTHING = JsonObjects.object("type", "null");

  private final Map<String, Object> definitions = new LinkedHashMap<>();
  private final SchemaDefs whole;

  /** Makes the definitions of whole sections. */
  SchemaDefs() {
    this.whole = this;
  }

  /** Makes the partial definitions beside {@code whole} ones. */
  SchemaDefs(SchemaDefs whole) {
    this.whole = whole;
  }

  /** Returns whether no key is required and null removes. */
  boolean partial() {
    return whole != this;
  }

  /** Returns the definitions of whole sections. */
  SchemaDefs whole() {
    return whole;
  }

  /** Returns what has been defined so far, by name. */
  Map<String, Object> definitions() {
    return definitions;
  }

  /** Returns a reference to what {@code noun} names, defining it if that hasn't been done. */
  Map<String, Object> define(String noun, Supplier<Map<String, Object>> definition) {
    String words = noun.replaceFirst("^an? ", "").replace(" -", " minus ").toLowerCase(Locale.ROOT);
    String name = (partial() ? "partial-" : "") + words.replaceAll("[^a-z0-9]+", "-");
    if (!definitions.containsKey(name)) {
      definitions.put(name, Map.of());
      definitions.put(name, definition.get());
    }
    return JsonObjects.object("$ref", "#/$defs/" + name);
  }

  /** Returns {@code schema}, or null where null removes. */
  Map<String, Object> removable(Map<String, Object> schema) {
    return partial() ? choice(schema, NOTHING) : schema;
  }

  /** Returns the schema of what is {@code first} or {@code second}. */
  Map<String, Object> choice(Map<String, Object> first, Map<String, Object> second) {
    return JsonObjects.object("anyOf", List.of(first, second));
  }

  /**
   * Returns the schema of a mapping whose {@code tag} says which of several schemas it has.
   *
   * @param required whether the tag must be there
   */
  Map<String, Object> tagged(
      String tag,
      List<String> words,
      boolean required,
      Function<String, Map<String, Object>> schema) {
    List<Object> cases = new ArrayList<>();
    for (String word : words) {
      Map<String, Object> isWord =
          JsonObjects.object(
              "required", List.of(tag),
              "properties", JsonObjects.object(tag, JsonObjects.object("const", word)));
      cases.add(JsonObjects.object("if", isWord, "then", schema.apply(word)));
    }
    Map<String, Object> tagged = new LinkedHashMap<>();
    tagged.put("type", "object");
    if (required) {
      tagged.put("required", List.of(tag));
    }
    tagged.put("properties", JsonObjects.object(tag, JsonObjects.object("enum", words)));
    tagged.put("allOf", cases);
    return tagged;
  }

  /** Returns the schema of a key: its shape's, what it means, and its default. */
  <T, V> Map<String, Object> property(FileKey<T, V> key) {
    return described(key.says(), removable(key.shape().schema(this)));
  }

  /** Returns the schema of a key whose section has a {@code fit}: data may decide it, or parts. */
  <T, V> Map<String, Object> leftProperty(FileKey<T, V> key) {
    Map<String, Object> schema = property(key);
    if (key.left() == FileKey.Leaving.SECTION) {
      SectionShape<?> section = (SectionShape<?>) key.shape().inner().findFirst().orElseThrow();
      schema = described(key.says(), removable(section.leftSchema(this)));
    }
    Map<String, Object> each = hasLeftEntries(key) ? eachOrFit(schema) : schema;
    return isLeft(key) ? orFit(each) : each;
  }

  /** Returns whether data may decide all of a key. */
  static boolean isLeft(FileKey<?, ?> key) {
    return key.left() != FileKey.Leaving.NOTHING && key.left() != FileKey.Leaving.EACH;
  }

  /** Returns whether data may decide entries of a key. */
  static boolean hasLeftEntries(FileKey<?, ?> key) {
    boolean hasEntries = key.shape() instanceof MapOf || key.shape() instanceof ByRegimes;
    return key.left() == FileKey.Leaving.EACH
        || hasEntries && isLeft(key) && key.left() != FileKey.Leaving.SECTION;
  }

  private static Map<String, Object> orFit(Map<String, Object> property) {
    Map<String, Object> plain = new LinkedHashMap<>(property);
    String says = (String) requireNonNull(plain.remove("description"));
    return described(says, JsonObjects.object("anyOf", List.of(plain, LEFT)));
  }

  /** Returns the schema of a mapping, or of what may be one, whose entries may be left to data. */
  @SuppressWarnings("unchecked") // schemas are made of JSON objects
  private static Map<String, Object> eachOrFit(Map<String, Object> mapping) {
    Map<String, Object> changed = new LinkedHashMap<>(mapping);
    changed.computeIfPresent(
        "additionalProperties", (key, value) -> JsonObjects.object("anyOf", List.of(value, LEFT)));
    changed.computeIfPresent(
        "anyOf",
        (key, any) ->
            ((List<Map<String, Object>>) any).stream().map(SchemaDefs::eachOrFit).toList());
    return changed;
  }

  private static Map<String, Object> described(String says, Map<String, Object> schema) {
    Map<String, Object> described = JsonObjects.object("description", says);
    described.putAll(schema);
    return described;
  }

  /** Returns the schema of a mapping that has the key {@code name}. */
  static Map<String, Object> has(String name) {
    return JsonObjects.object("required", List.of(name));
  }

  /** Returns the schema of a fixed number. */
  Map<String, Object> number(Measure measure, Range range) {
    return whole.define(
        "fixed " + measure.words() + " " + range.words(),
        () -> choice(bounded("number", range), quantity(measure, range)));
  }

  /** Returns the schema of a whole number. */
  Map<String, Object> whole(Measure measure, Range range) {
    return choice(bounded("integer", range), quantity(measure, range));
  }

  /** Returns the schema of a number that may be a distribution or name a parameter. */
  Map<String, Object> value(Measure measure, Range range) {
    return whole.define(
        "uncertain " + measure.words() + " " + range.words(),
        () ->
            JsonObjects.object(
                "anyOf",
                List.of(
                    bounded("number", range),
                    quantity(measure, range),
                    interval(measure, range),
                    Laws.schema(this))));
  }

  private static Map<String, Object> bounded(String type, Range range) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", type);
    if (range.low() != Double.NEGATIVE_INFINITY) {
      schema.put(range.lowOpen() ? "exclusiveMinimum" : "minimum", number(range.low()));
    }
    if (range.high() != Double.POSITIVE_INFINITY) {
      schema.put(range.highOpen() ? "exclusiveMaximum" : "maximum", number(range.high()));
    }
    return schema;
  }

  /** Returns {@code value} as it is written: whole numbers without a point. */
  private static Number number(double value) {
    return value == Math.rint(value) ? (Number) (long) value : (Number) value;
  }

  private static Map<String, Object> quantity(Measure measure, Range range) {
    return JsonObjects.object(
        "type", "string", "pattern", "^" + number(range) + unit(measure) + "$");
  }

  /** Returns the schema of an interval, written with its unit. */
  static Map<String, Object> interval(Measure measure, Range range) {
    String to = WrittenNumber.BLANK + "to" + WrittenNumber.BLANK;
    return JsonObjects.object(
        "type",
        "string",
        "pattern",
        "^" + number(range) + to + number(range) + unit(measure) + "$");
  }

  /** Returns the pattern of a number, without a minus where none may stand. */
  private static String number(Range range) {
    return range.low() < 0
        ? WrittenNumber.NUMBER
        : WrittenNumber.NUMBER.replaceFirst("\\[-\\+]", "[+]");
  }

  /** Returns the pattern of what may stand behind a number. */
  private static String unit(Measure measure) {
    String magnitudes = "(?:" + WrittenNumber.BLANK + "(?:k|mn|bn|tn)(?![^ \u00A0\u202F]))?";
    String units =
        measure.units().keySet().stream()
            .map(SchemaDefs::escape)
            .map(unit -> unit.replaceFirst("^USD", "(?:USD|EUR)"))
            .collect(Collectors.joining("|"));
    String unit = units.isEmpty() ? "" : "(?:" + WrittenNumber.BLANK + "(?:" + units + "))?";
    if (measure.equals(Measure.ANY)) {
      unit = "(?:" + WrittenNumber.BLANK + "(?!to\\b|x[0-9a-fA-F]+$)[^- 0-9].*)?";
    }
    return magnitudes + unit;
  }

  /** Escapes what a regular expression of JSON Schema takes for more than itself. */
  private static String escape(String unit) {
    return Pattern.compile("[.*+?^${}()|\\[\\]\\\\/]").matcher(unit).replaceAll("\\\\$0");
  }
}
