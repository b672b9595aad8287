package io.corridor.scenarios.internal.format;

import static java.util.Objects.requireNonNull;

import io.corridor.scenarios.internal.yaml.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The keys of what a file says of data: series, fits and backtests. They are taken out of the tree
 * before a scenario is read, so that no section knows of them; here they come back into the schema
 * and the page of the format.
 */
final class EvidenceKeys {
  private static final String FIT = "fit";

  /** Numbers that data may decide. */
  private static final Set<String> FITTED =
      Set.of(
          "start",
          "drift",
          "volatility",
          "level",
          "reversion",
          "jump-rate",
          "jump-mean",
          "jump-sd",
          "annual-value",
          "base",
          "capacity",
          "growth",
          "season",
          "renew",
          "terms",
          "delay",
          "cancel",
          "monthly");

  /** Those that are mappings of numbers, each of which they may decide. */
  private static final Set<String> FITTED_EACH = Set.of("elasticities", "renew", "monthly");

  private static final Map<String, Object> STRING = Json.object("type", "string");

  private static final Shape<String> SERIES_ID =
      Scalars.text("the id of a series of `data`", STRING);

  private static final SectionShape<Object> SERIES =
      section(
          "a series or table",
          required("file", Scalars.TEXT, "a CSV file in the scenario's folder"),
          maybe(
              "date",
              Scalars.TEXT,
              "the column of the periods; left out where each period has a column of its own"),
          maybe("value", Scalars.TEXT, "the column of the values"),
          maybe(
              "unit", Scalars.TEXT, "of the values: `USD/bbl`, `mn USD`, `TWh`, `%`, or any other"),
          maybe(
              "every",
              words("month", "quarter", "year"),
              "the length of the periods whose last month or day `date` names"),
          maybe(
              "of",
              words("sum", "mean", "end"),
              "what a longer period's value is of its months; if it isn't told, of money the sum,"
                  + " else the mean"),
          maybe(
              "where",
              MapOf.references("a mapping of columns to texts", Scalars.TEXT),
              "keeps the rows whose cells have this text, by column"),
          maybe(
              "lag",
              count(0),
              "how many months after its end a period is out; if it isn't told, 0"),
          maybe("published", Scalars.TEXT, "the column of the days on which a value was out"),
          maybe(
              "shows", Scalars.TEXT, "the metric that it is of: charts show it before the start"));

  private static final SectionShape<Object> ORIGINS =
      section(
          "a range of origins",
          required("from", Scalars.MONTH_OF_YEAR, "the first"),
          required("to", Scalars.MONTH_OF_YEAR, "the last, if one falls on it"),
          required("every", count(1), "months from one to the next"));

  private static final SectionShape<Object> BACKTEST =
      section(
          "a backtest",
          required(
              "origins",
              either(ListOf.some("a list of months", Scalars.MONTH_OF_YEAR), ORIGINS),
              "the months at which the scenario is put back to its past"),
          required(
              "horizons",
              ListOf.some("a list of months ahead, such as [3, 6, 12]", count(1)),
              "months from an origin to the end of what is forecast"),
          required(
              "series",
              MapOf.references("a mapping of metrics to series of `data`", SERIES_ID),
              "what happened, by metric"),
          maybe(
              "questions",
              Scalars.TRUTH,
              "whether questions are scored whose truth the series show; if it isn't told, false"),
          maybe("variant", Scalars.TEXT, "a variant that says what must differ in the past"));

  private static final SectionShape<Object> FITTED_TO =
      section(
          "a fit",
          required("to", SERIES_ID, "the series or table of `data`"),
          maybe("from", Scalars.MONTH_OF_YEAR, "first month of the data that are used"),
          maybe("until", Scalars.MONTH_OF_YEAR, "last month that is used"));

  private EvidenceKeys() {}

  /**
   * What has been taken out when the scenario is read.
   *
   * @param whole what it is
   */
  private record Taken(Shape<?> whole) implements Shape<Map<String, Node>> {
    @Override
    public String noun() {
      return whole.noun();
    }

    @Override
    public Map<String, Node> read(Node node, Place place) {
      return Map.of();
    }

    @Override
    public Node write(Map<String, Node> value) {
      return Nodes.mapping(value);
    }

    @Override
    public Map<String, Object> schema(SchemaDefs defs) {
      return whole.schema(defs);
    }

    @Override
    public Stream<Shape<?>> inner() {
      return Stream.of(whole);
    }

    @Override
    public Map<String, Node> placeholder() {
      return Map.of();
    }
  }

  @SafeVarargs
  @SuppressWarnings("varargs") // the keys are only read
  private static SectionShape<Object> section(String noun, FileKey<Object, ?>... keys) {
    return SectionShape.of(noun, List.of(keys), in -> noun);
  }

  private static <V> FileKey<Object, V> required(String name, Shape<V> shape, String says) {
    return FileKey.required(name, shape, any -> shape.placeholder(), says);
  }

  private static <V> FileKey<Object, Optional<V>> maybe(String name, Shape<V> shape, String says) {
    return FileKey.maybe(name, shape, any -> Optional.empty(), says);
  }

  private static Shape<String> words(String... words) {
    Map<String, String> known = new LinkedHashMap<>();
    List.of(words).forEach(word -> known.put(word, word));
    return new Word<>(known);
  }

  private static Shape<String> count(int least) {
    return Scalars.text(
        "a whole number of at least " + least, Json.object("type", "integer", "minimum", least));
  }

  private static Shape<Object> either(Shape<?> list, SectionShape<Object> section) {
    Shape<Object> first = Adapted.of(any(list), value -> value, value -> value);
    return new Either<>(first, node -> !(node instanceof Node.Mapping), section, any -> true);
  }

  @SuppressWarnings("unchecked") // nothing but its noun and its schema is asked for
  private static Shape<Object> any(Shape<?> shape) {
    return (Shape<Object>) shape;
  }

  /** Returns the shape of the section `data`. */
  static Shape<Map<String, Node>> data() {
    return new Taken(MapOf.ids("a mapping of series and tables", SERIES));
  }

  /** Returns the shape of the section `backtest`. */
  static Shape<Map<String, Node>> backtest() {
    return new Taken(BACKTEST);
  }

  private static Map<String, Object> object(List<String> required, Object... properties) {
    return Json.object(
        "type",
        "object",
        "properties",
        Json.object(properties),
        "required",
        required,
        "additionalProperties",
        false);
  }

  private static Map<String, Object> described(String says, Map<String, Object> schema) {
    Map<String, Object> described = Json.object("description", says);
    described.putAll(schema);
    return described;
  }

  /** Returns the key that names the data which update a section's numbers. */
  static <T> FileKey<T, Map<String, Node>> fit() {
    return FileKey.optional(
        FIT,
        new Taken(either(SERIES_ID, FITTED_TO)),
        section -> Map.of(),
        Map.of(),
        "the series or table of `data` that updates its numbers: a number stays, a distribution is"
            + " the prior, and what is left out or called fit the data decide");
  }

  /** Lets numbers be left out, or called fit, beside the series that updates them. */
  static void addFits(Map<String, Object> definitions) {
    definitions.replaceAll(
        (name, definition) ->
            map(map(definition).getOrDefault("properties", Map.of())).containsKey(FIT)
                ? withFits(map(definition))
                : definition);
    definitions.computeIfPresent("correlation", (name, pair) -> orFitted(map(pair)));
  }

  private static Map<String, Object> withFits(Map<String, Object> section) {
    Map<String, Object> plain = new LinkedHashMap<>(section);
    Map<String, Object> properties =
        new LinkedHashMap<>(map(requireNonNull(section.get("properties"))));
    properties.remove(FIT);
    plain.put("properties", properties);
    return Json.object("if", SchemaDefs.has(FIT), "then", fitted(section), "else", plain);
  }

  private static Map<String, Object> fitted(Map<String, Object> section) {
    Map<String, Object> fitted = new LinkedHashMap<>(section);
    Map<String, Object> properties =
        new LinkedHashMap<>(map(requireNonNull(section.get("properties"))));
    FITTED_EACH.forEach(
        numbers -> properties.computeIfPresent(numbers, (key, of) -> eachOrFit(map(of))));
    FITTED.forEach(number -> properties.computeIfPresent(number, (key, of) -> orFit(map(of))));
    properties.computeIfPresent("noise", (key, of) -> orFittedNoise(map(of)));
    fitted.put("properties", properties);
    List<Object> required = new ArrayList<>();
    if (section.get("required") instanceof List<?> names) {
      names.stream().filter(name -> !FITTED.contains(name)).forEach(required::add);
    }
    fitted.put("required", required);
    if (properties.containsKey("terms") && section.get("allOf") instanceof List<?> rules) {
      // One of `terms` and `term-days` must stand, but where the data decide.
      fitted.put("allOf", rules.stream().filter(rule -> !map(rule).containsKey("anyOf")).toList());
    }
    return fitted;
  }

  private static Map<String, Object> orFit(Map<String, Object> property) {
    Map<String, Object> plain = new LinkedHashMap<>(property);
    Object says = requireNonNull(plain.remove("description"));
    return Json.object("description", says, "anyOf", List.of(plain, Json.object("const", FIT)));
  }

  private static Map<String, Object> eachOrFit(Map<String, Object> mapping) {
    Map<String, Object> changed = new LinkedHashMap<>(mapping);
    changed.computeIfPresent(
        "additionalProperties",
        (key, value) -> Json.object("anyOf", List.of(value, Json.object("const", FIT))));
    // Where a file extends another, null takes the mapping away.
    changed.computeIfPresent(
        "anyOf", (key, any) -> ((List<?>) any).stream().map(one -> eachOrFit(map(one))).toList());
    return changed;
  }

  private static Map<String, Object> orFittedNoise(Map<String, Object> noise) {
    Map<String, Object> any = Json.object("type", List.of("number", "string", "object"));
    Map<String, Object> fitted =
        Json.object(
            "type",
            "object",
            "properties",
            Json.object("reversion", any, "volatility", any, "start", any),
            "additionalProperties",
            false);
    return Json.object(
        "description",
        requireNonNull(noise.get("description")),
        "anyOf",
        List.of(Json.object("const", FIT), fitted));
  }

  private static Map<String, Object> orFitted(Map<String, Object> pair) {
    return Json.object(
        "anyOf",
        List.of(
            pair,
            object(
                List.of("fit"),
                "fit",
                described(
                    "two drivers that are fitted, whose residuals are correlated",
                    Json.object(
                        "type",
                        "array",
                        "items",
                        Json.object("type", "string"),
                        "minItems",
                        2,
                        "maxItems",
                        2)))));
  }

  @SuppressWarnings("unchecked") // schemas are made of JSON objects
  private static Map<String, Object> map(Object value) {
    return (Map<String, Object>) value;
  }
}
