package io.corridor.scenarios.internal.format;

import io.corridor.model.DatedPoints;
import io.corridor.model.Range;
import io.corridor.scenarios.internal.yaml.Node;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Dated points: fixed numbers by month.
 *
 * @param measure of the numbers
 * @param range where they must lie
 */
record Points(Measure measure, Range range) implements Shape<DatedPoints> {

  @Override
  public String noun() {
    return "a mapping of months to numbers, such as {2019-03: 5, 2022-01: 8}";
  }

  @Override
  public DatedPoints read(Node node, Place place) {
    if (!(node instanceof Node.Mapping mapping) || mapping.entries().isEmpty()) {
      return place.mismatch(node, this);
    }
    TreeMap<YearMonth, Double> points = new TreeMap<>();
    mapping
        .entries()
        .forEach(
            (key, entry) -> {
              Place below = place.in(key, entry.keyAt());
              YearMonth month =
                  Scalars.MONTH_OF_YEAR.read(new Node.Scalar(key, true, entry.keyAt()), below);
              points.put(month, value().read(entry.value(), below));
            });
    for (Shift shift : place.reading().shifts(place.key())) {
      shift
          .move(place.reading(), measure)
          .ifPresent(move -> points.replaceAll((month, number) -> move.applyAsDouble(number)));
    }
    return new DatedPoints(points);
  }

  private Shape<Double> value() {
    return NumberShapes.fixed(measure, range);
  }

  @Override
  public Node write(DatedPoints points) {
    Map<String, Node> written = new LinkedHashMap<>();
    points.points().forEach((month, number) -> written.put(month.toString(), Nodes.number(number)));
    return Nodes.mapping(written);
  }

  @Override
  public Map<String, Object> schema(SchemaDefs defs) {
    return JsonObjects.object(
        "type",
        "object",
        "minProperties",
        1,
        "propertyNames",
        Scalars.MONTH_OF_YEAR.schema(defs),
        "additionalProperties",
        value().schema(defs));
  }

  @Override
  public DatedPoints placeholder() {
    return DatedPoints.of(Map.of(Scalars.MONTH_OF_YEAR.placeholder(), 1.0));
  }
}
