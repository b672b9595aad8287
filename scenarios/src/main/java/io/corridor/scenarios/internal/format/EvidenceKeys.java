package io.corridor.scenarios.internal.format;

import static java.util.Objects.requireNonNull;

import io.corridor.scenarios.internal.yaml.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The schema of what a file says of data: series, fits and backtests. They are taken out of the
 * tree before a scenario is read, so that no section knows of them; here they come back in.
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
          "season");

  private static final String MONTH = "^[0-9]{4}-(?:0[1-9]|1[0-2])$";

  private EvidenceKeys() {}

  /** A section that has been taken out when the scenario is read. */
  private record Taken(String noun, Map<String, Object> whole) implements Shape<Map<String, Node>> {
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
      return whole;
    }

    @Override
    public Map<String, Node> placeholder() {
      return Map.of();
    }
  }

  /** Returns the shape of the section `data`. */
  static Shape<Map<String, Node>> data() {
    Map<String, Object> series =
        object(
            List.of("file"),
            "file",
            text("a CSV file in the scenario's folder"),
            "date",
            text("the column of the periods; left out where each period has a column of its own"),
            "value",
            text("the column of the values"),
            "unit",
            text("of the values: USD/bbl, mn USD, TWh, %, or any other"),
            "every",
            described(
                "the length of the periods whose last month or day `date` names",
                word("month", "quarter", "year")),
            "of",
            described(
                "what a longer period's value is of its months; default: of money the sum, else"
                    + " the mean",
                word("sum", "mean", "end")),
            "where",
            described(
                "keeps the rows whose cells have this text, by column",
                Json.object("type", "object")),
            "lag",
            described(
                "how many months after its end a period is out; default 0",
                Json.object("type", "integer", "minimum", 0)),
            "published",
            text("the column of the days on which a value was out"),
            "shows",
            text("the metric that it is of: charts show it before the start"));
    return new Taken(
        "a mapping of series, by id",
        Json.object(
            "type", "object", "propertyNames", SchemaDefs.ID, "additionalProperties", series));
  }

  /** Returns the shape of the section `backtest`. */
  static Shape<Map<String, Node>> backtest() {
    Map<String, Object> month = Json.object("type", "string", "pattern", MONTH);
    Map<String, Object> count = Json.object("type", "integer", "minimum", 1);
    Map<String, Object> origins =
        Json.object(
            "anyOf",
            List.of(
                Json.object("type", "array", "items", month, "minItems", 1),
                object(
                    List.of("from", "to", "every"), "from", month, "to", month, "every", count)));
    return new Taken(
        "a mapping with origins, horizons and series",
        object(
            List.of("origins", "horizons", "series"),
            "origins",
            described("the months at which the scenario is put back to its past", origins),
            "horizons",
            described(
                "months from an origin to the end of what is forecast",
                Json.object("type", "array", "items", count, "minItems", 1)),
            "series",
            described(
                "series of `data` by metric: what happened",
                Json.object(
                    "type", "object", "additionalProperties", Json.object("type", "string"))),
            "questions",
            described(
                "whether questions are scored whose truth the series show; default false",
                Json.object("type", "boolean")),
            "variant",
            text("a variant that says what must differ in the past")));
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

  private static Map<String, Object> text(String says) {
    return described(says, Json.object("type", "string"));
  }

  private static Map<String, Object> word(String... words) {
    return Json.object("enum", List.of(words));
  }

  private static Map<String, Object> described(String says, Map<String, Object> schema) {
    Map<String, Object> described = Json.object("description", says);
    described.putAll(schema);
    return described;
  }

  /** Returns the key that names the series which updates a section's numbers. */
  static <T> FileKey<T, Map<String, Node>> fit() {
    Map<String, Object> month = Json.object("type", "string", "pattern", MONTH);
    Map<String, Object> schema =
        Json.object(
            "anyOf",
            List.of(
                Json.object("type", "string"),
                object(
                    List.of("to"),
                    "to",
                    Json.object("type", "string"),
                    "from",
                    month,
                    "until",
                    month)));
    return FileKey.optional(
        FIT,
        new Taken(
            "the id of a series of `data`, or {to: ID, from: 2012-01, until: 2018-12}", schema),
        section -> Map.of(),
        Map.of(),
        "the series of `data` that updates its numbers: a number stays, a distribution is the"
            + " prior, and what is left out or called fit the data decide");
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
    FITTED.forEach(number -> properties.computeIfPresent(number, (key, of) -> orFit(map(of))));
    properties.computeIfPresent("elasticities", (key, of) -> eachOrFit(map(of)));
    properties.computeIfPresent("noise", (key, of) -> orFittedNoise(map(of)));
    fitted.put("properties", properties);
    List<Object> required = new ArrayList<>();
    if (section.get("required") instanceof List<?> names) {
      names.stream().filter(name -> !FITTED.contains(name)).forEach(required::add);
    }
    fitted.put("required", required);
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
