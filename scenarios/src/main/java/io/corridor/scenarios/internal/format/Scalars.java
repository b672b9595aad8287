package io.corridor.scenarios.internal.format;

import static io.corridor.scenarios.internal.yaml.Quotes.clean;
import static io.corridor.scenarios.internal.yaml.Quotes.shorten;

import io.corridor.scenarios.internal.yaml.Node;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Shapes of single values that are no numbers: texts, months, dates, truth values, words. */
final class Scalars {
  private static final int LONGEST = 60;
  private static final String MONTH = "[0-9]{4}-(?:0[1-9]|1[0-2])";
  private static final String DATE = MONTH + "-(?:0[1-9]|[12][0-9]|3[01])";

  /** What the schema says besides: years that may be meant, and days that months have. */
  private static final String YEAR = "(?:1[89][0-9]{2}|[2-9][0-9]{3})";

  private static final String DAY_OF_YEAR =
      "(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])"
          + "|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)"
          + "|02-(?:0[1-9]|[12][0-9]))";

  /** Any text that YAML doesn't take for a number, truth value or null. */
  static final Shape<String> TEXT = new Text("a text", JsonObjects.object("type", "string"));

  /** The id of something; whether it exists is for the checks of the whole scenario. */
  static final Shape<String> ID = new Text("an id", JsonObjects.object("type", "string"));

  /** A name that others refer to; whether it has the form of one is for the checks as well. */
  static final Shape<String> NAME = new Text("a name", SchemaDefs.ID);

  /** Any single value, as it is written: what a cell of a table must have. */
  static final Shape<String> CELL =
      new Scalar<>(
          "a text",
          JsonObjects.object("type", List.of("string", "number", "boolean")),
          "",
          scalar -> scalar.isNull() ? Optional.empty() : Optional.of(scalar.text()),
          Nodes::text);

  /** A month: {@code 2019-03}. */
  static final Shape<YearMonth> MONTH_OF_YEAR =
      new Scalar<>(
          "a month such as 2019-03",
          pattern(YEAR + "-(?:0[1-9]|1[0-2])"),
          YearMonth.of(2000, 1),
          scalar -> month(scalar.text()),
          Nodes::plain);

  /** A day: {@code 2019-03-19}. */
  static final Shape<LocalDate> DAY =
      new Scalar<>(
          "a date such as 2019-03-19",
          pattern(YEAR + "-" + DAY_OF_YEAR),
          LocalDate.of(2000, 1, 1),
          scalar -> day(scalar.text()),
          Nodes::plain);

  /** {@code true} or {@code false}. */
  static final Shape<Boolean> TRUTH =
      new Scalar<>(
          "true or false",
          JsonObjects.object("type", "boolean"),
          false,
          Node.Scalar::truth,
          Nodes::plain);

  /** The version of the format, which there is one of. */
  static final Shape<Integer> VERSION =
      new Scalar<>(
          ScenarioFormat.VERSION + ", the version of the format",
          JsonObjects.object("const", ScenarioFormat.VERSION),
          ScenarioFormat.VERSION,
          Scalars::version,
          Nodes::plain);

  private Scalars() {}

  /** Returns the shape of what is read elsewhere, as text. */
  static Shape<String> text(String noun, Map<String, Object> schema) {
    return new Text(noun, schema);
  }

  private static Map<String, Object> pattern(String form) {
    return JsonObjects.object("type", "string", "pattern", "^" + form + "$");
  }

  private static Optional<Integer> version(Node.Scalar scalar) {
    String version = Integer.toString(ScenarioFormat.VERSION);
    return scalar.plain() && scalar.text().equals(version)
        ? Optional.of(ScenarioFormat.VERSION)
        : Optional.empty();
  }

  private static Optional<YearMonth> month(String text) {
    return text.matches(MONTH) ? Optional.of(YearMonth.parse(text)) : Optional.empty();
  }

  private static Optional<LocalDate> day(String text) {
    if (!text.matches(DATE)) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private record Text(String noun, Map<String, Object> schema) implements Shape<String> {
    @Override
    public String read(Node node, Place place) {
      if (node instanceof Node.Scalar scalar && !scalar.isNull()) {
        if (scalar.truth().isEmpty() && !scalar.isNumber()) {
          return scalar.text();
        }
        place.wrong(
            node.at(),
            "must be "
                + noun
                + "; "
                + clean(shorten(scalar.text(), LONGEST))
                + " is none unless it is in quotes");
        return placeholder();
      }
      return place.mismatch(node, this);
    }

    @Override
    public Node write(String value) {
      return Nodes.text(value);
    }

    @Override
    public Map<String, Object> schema(SchemaDefs defs) {
      return schema;
    }

    @Override
    public String placeholder() {
      return "";
    }
  }

  /**
   * A single value.
   *
   * @param parser reads it; empty if it is no such value
   * @param writer writes it
   */
  private record Scalar<T>(
      String noun,
      Map<String, Object> schema,
      T placeholder,
      Function<Node.Scalar, Optional<T>> parser,
      Function<T, Node> writer)
      implements Shape<T> {
    @Override
    public T read(Node node, Place place) {
      return Optional.of(node)
          .filter(Node.Scalar.class::isInstance)
          .flatMap(scalar -> parser.apply((Node.Scalar) scalar))
          .orElseGet(() -> place.mismatch(node, this));
    }

    @Override
    public Node write(T value) {
      return writer.apply(value);
    }

    @Override
    public Map<String, Object> schema(SchemaDefs defs) {
      return schema;
    }
  }
}
