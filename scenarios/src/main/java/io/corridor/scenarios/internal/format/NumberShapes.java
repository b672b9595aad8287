package io.corridor.scenarios.internal.format;

import io.corridor.model.Dimension;
import io.corridor.model.KeyPath;
import io.corridor.model.Range;
import io.corridor.model.Value;
import io.corridor.scenarios.internal.yaml.Node;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/** Shapes of fixed numbers, which may not be distributions. */
final class NumberShapes {

  private static final BigDecimal LARGEST = BigDecimal.valueOf(Long.MAX_VALUE);

  private NumberShapes() {}

  /** Returns the shape of a fixed number of {@code dimension} in {@code range}. */
  static Shape<Double> fixed(Dimension dimension, Range range) {
    return fixed(Measure.of(dimension), range);
  }

  /** Returns the shape of a fixed number of {@code measure} in {@code range}. */
  static Shape<Double> fixed(Measure measure, Range range) {
    return new Fixed(measure, range);
  }

  /** Returns the shape of a whole number in {@code range}. */
  static Shape<Integer> whole(Measure measure, Range range) {
    return Adapted.of(longWhole(measure, range), Math::toIntExact, Integer::longValue);
  }

  /** Returns the shape of a whole number of 64 bits in {@code range}. */
  static Shape<Long> longWhole(Measure measure, Range range) {
    return new Whole(measure, range);
  }

  /** Reads the exact number that {@code node} says; empty, and told, if it says none. */
  static Optional<BigDecimal> exact(Node node, Place place, Measure measure, String noun) {
    if (!(node instanceof Node.Scalar scalar)) {
      String hint = node instanceof Node.Mapping ? ", and no distribution may stand here" : "";
      place.wrong(node.at(), "must be " + noun + hint + "; found " + Place.describe(node));
      return Optional.empty();
    }
    Optional<String> slip = Slips.advice(scalar.text());
    Optional<WrittenNumber> quantity = WrittenNumber.parse(scalar.text());
    if (slip.isPresent() || quantity.isEmpty()) {
      place.wrong(
          node.at(),
          "must be "
              + noun
              + "; found "
              + Place.describe(node)
              + slip.map(s -> "; " + s).orElse(""));
      return Optional.empty();
    }
    if (Span.parse(scalar.text()).isPresent()) {
      place.wrong(
          node.at(),
          "must be " + noun + ", and no interval may stand here; found " + Place.describe(node));
      return Optional.empty();
    }
    return exact(node, place, measure, quantity.get());
  }

  private static Optional<BigDecimal> exact(
      Node node, Place place, Measure measure, WrittenNumber quantity) {
    String unit = quantity.unit();
    String dollars = Measure.inDollars(unit);
    boolean euros = !measure.units().containsKey(unit) && measure.units().containsKey(dollars);
    if (euros && place.reading().euro().isEmpty()) {
      if (!place.reading().isSpoiled(KeyPath.of("eur"))) {
        place.note(
            node.at(),
            "is in euros, but the file doesn't say what one is worth: add a line such as"
                + " `eur: 1.12 USD`; found "
                + Place.describe(node));
      }
      place.reading().spoiled(place.key());
      return Optional.empty();
    }
    Optional<BigDecimal> number =
        euros
            ? measure.convert(quantity.number().multiply(place.reading().euro().get()), dollars)
            : measure.convert(quantity.number(), unit);
    if (number.isEmpty()) {
      place.wrong(node.at(), measure.refuse(unit) + "; found " + Place.describe(node));
    }
    return number;
  }

  /** Reads the finite number that {@code node} says; empty, and told, if it says none. */
  static Optional<Double> read(Node node, Place place, Measure measure, String noun) {
    return exact(node, place, measure, noun).flatMap(number -> finite(node, place, number));
  }

  /** Reads a finite quantity, which stands in {@code node}; empty, and told, if it isn't one. */
  static Optional<Double> read(Node node, Place place, Measure measure, WrittenNumber quantity) {
    return exact(node, place, measure, quantity).flatMap(number -> finite(node, place, number));
  }

  private static Optional<Double> finite(Node node, Place place, BigDecimal number) {
    if (Double.isInfinite(number.doubleValue())) {
      place.wrong(node.at(), "is too large for a number; found " + Place.describe(node));
      return Optional.empty();
    }
    return Optional.of(number.doubleValue());
  }

  record Fixed(Measure measure, Range range) implements Shape<Double> {
    @Override
    public String noun() {
      return measure.noun();
    }

    @Override
    public Double read(Node node, Place place) {
      Optional<Double> number = NumberShapes.read(node, place, measure, noun());
      return number
          .map(value -> place.movable(node, measure, range, Value.of(value)))
          .map(value -> ((Value.Constant) value).number())
          .orElse(placeholder());
    }

    @Override
    public Node write(Double value) {
      return Nodes.number(value);
    }

    @Override
    public Map<String, Object> schema(SchemaDefs defs) {
      return defs.number(measure, range);
    }

    @Override
    public Double placeholder() {
      return 1.0;
    }
  }

  record Whole(Measure measure, Range range) implements Shape<Long> {
    @Override
    public String noun() {
      return "a whole number" + (range == Range.FREE ? "" : " " + range.words());
    }

    @Override
    public Long read(Node node, Place place) {
      Optional<BigDecimal> number = exact(node, place, measure, noun());
      if (number.isEmpty()) {
        return placeholder();
      }
      BigDecimal value = number.get();
      boolean whole =
          value.stripTrailingZeros().scale() <= 0 && value.abs().compareTo(LARGEST) <= 0;
      if (!whole || !range.contains(value.doubleValue())) {
        return place.mismatch(node, this);
      }
      return value.longValueExact();
    }

    @Override
    public Node write(Long value) {
      return Nodes.plain(value);
    }

    @Override
    public Map<String, Object> schema(SchemaDefs defs) {
      return defs.whole(measure, range);
    }

    @Override
    public Long placeholder() {
      return 1L;
    }
  }
}
