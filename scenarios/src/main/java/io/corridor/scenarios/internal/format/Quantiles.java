package io.corridor.scenarios.internal.format;

import static io.corridor.scenarios.internal.yaml.Quotes.quote;

import io.corridor.model.Distribution;
import io.corridor.model.Range;
import io.corridor.model.Scale;
import io.corridor.model.Value;
import io.corridor.scenarios.internal.yaml.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A law given by quantiles: {@code {quantiles: {5: 9, 95: 20}, scale: log}}. */
final class Quantiles {
  /** The key of the scale. */
  static final String SCALE = "scale";

  /** The words of the scales. */
  static final Word<Scale> SCALES = Word.of(Scale.values(), Scale::word);

  private static final int LEAST = 2;
  private static final int MOST = 9;

  private Quantiles() {}

  /** Returns the schema of the points. */
  static Map<String, Object> points(SchemaDefs defs) {
    return JsonObjects.object(
        "type",
        "object",
        "minProperties",
        LEAST,
        "maxProperties",
        MOST,
        "propertyNames",
        JsonObjects.object("pattern", "^" + WrittenNumber.NUMBER + "$"),
        "additionalProperties",
        defs.number(Measure.ANY, Range.FREE));
  }

  /**
   * Reads the law that {@code mapping} says; empty, and told, if it says none.
   *
   * @param usual the scale of points with given values, unless the mapping names another
   */
  static Optional<Value> read(
      Node.Mapping mapping, Place place, Measure measure, Function<List<Double>, Scale> usual) {
    Node.Entry entry = mapping.entry(Laws.QUANTILES);
    Place below = place.in(Laws.QUANTILES, entry.keyAt());
    if (!(entry.value() instanceof Node.Mapping points)) {
      below.wrong(
          entry.value().at(),
          "must be a mapping of percents to values, such as {5: 9, 50: 12.7, 95: 30}; found "
              + Place.describe(entry.value()));
      return Optional.empty();
    }
    List<Double> percents = new ArrayList<>();
    List<Double> values = new ArrayList<>();
    points.entries().forEach((percent, at) -> point(percent, at, below, measure, percents, values));
    Node.Entry scale = mapping.entries().get(SCALE);
    Scale named =
        scale == null
            ? usual.apply(values)
            : SCALES.read(scale.value(), place.in(SCALE, scale.keyAt()));
    boolean complete = values.size() == points.entries().size() && values.size() == percents.size();
    return complete
        ? Optional.of(new Distribution.Quantiles(percents, values, named))
        : Optional.empty();
  }

  private static void point(
      String percent,
      Node.Entry entry,
      Place place,
      Measure measure,
      List<Double> percents,
      List<Double> values) {
    Place below = place.in(percent, entry.keyAt());
    WrittenNumber.plain(percent)
        .ifPresentOrElse(
            percents::add,
            () ->
                below.wrong(
                    entry.keyAt(),
                    "must be a percent between 0 and 100, such as 5; found " + quote(percent)));
    NumberShapes.read(entry.value(), below, measure, measure.noun()).ifPresent(values::add);
  }

  /** Returns the tree that reads as a law where {@code usual} is the scale of its values. */
  static Node write(Distribution.Quantiles law, Scale usual) {
    Map<String, Node> points = new LinkedHashMap<>();
    for (int i = 0; i < law.percents().size(); i++) {
      String percent = Nodes.decimal(law.percents().get(i));
      points.put(percent, Nodes.number(law.values().get(i)));
    }
    Map<String, Node> written = new LinkedHashMap<>();
    written.put(Laws.QUANTILES, Nodes.mapping(points));
    if (law.scale() != usual) {
      written.put(SCALE, SCALES.write(law.scale()));
    }
    return Nodes.mapping(written);
  }
}
