package io.corridor.scenarios.internal.format;

import static java.util.Objects.requireNonNull;

import io.corridor.scenarios.internal.yaml.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The schema of what a file says of data: series, fits and backtests. They are taken out of the
 * tree before a scenario is read, so that no section knows of them; here they come back in.
 */
final class EvidenceKeys {
  private static final Pattern FITTED = Pattern.compile("(partial-)?(gbm|ou|log-ou|jump)-driver");
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
            text("the column of the days on which a value was out"));
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

  /** Adds fits to the definitions of what may be fitted. */
  static void addFits(Map<String, Object> definitions) {
    Map<String, Object> fit =
        described(
            "the series that updates this driver's numbers: a number stays, a distribution is the"
                + " prior, and what is left out or called fit the data decide",
            Json.object(
                "anyOf",
                List.of(
                    Json.object("type", "string"),
                    object(
                        List.of("to"),
                        "to",
                        Json.object("type", "string"),
                        "from",
                        Json.object("type", "string", "pattern", MONTH),
                        "until",
                        Json.object("type", "string", "pattern", MONTH)))));
    definitions.forEach(
        (name, definition) -> {
          if (FITTED.matcher(name).matches()) {
            addFit(map(definition), fit);
          }
        });
    definitions.computeIfPresent("correlation", (name, pair) -> orFitted(map(pair)));
  }

  /** A required number may be left out beside `fit`, or be called so. */
  private static void addFit(Map<String, Object> driver, Map<String, Object> fit) {
    Map<String, Object> properties =
        new LinkedHashMap<>(map(requireNonNull(driver.get("properties"))));
    properties.replaceAll(
        (key, property) ->
            List.of("kind", "unit", "by-regime").contains(key) ? property : orFit(map(property)));
    properties.put("fit", fit);
    driver.put("properties", properties);
    if (driver.get("required") instanceof List<?> required) {
      List<Object> numbers = new ArrayList<>(required);
      numbers.remove("kind");
      driver.put("required", List.of("kind"));
      driver.put(
          "anyOf",
          List.of(
              Json.object("required", List.of("fit")),
              Json.object("required", List.copyOf(numbers))));
    }
  }

  private static Map<String, Object> orFit(Map<String, Object> property) {
    Map<String, Object> plain = new LinkedHashMap<>(property);
    Object says = requireNonNull(plain.remove("description"));
    return Json.object("description", says, "anyOf", List.of(plain, Json.object("const", "fit")));
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
