package io.corridor.scenarios.internal.format;

import io.corridor.model.Range;
import io.corridor.scenarios.internal.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An interval as it is written, one unit behind both ends: {@code 9 to 20 mcm/d}.
 *
 * @param low the first number, with the unit
 * @param high the second number, with the unit
 */
record Span(WrittenNumber low, WrittenNumber high) {
  private static final Pattern SPAN =
      Pattern.compile(
          "(%1$s)%2$sto%2$s((?>%1$s))(?!%2$sto\\b)(.*)"
              .formatted(WrittenNumber.NUMBER, WrittenNumber.BLANK));

  /** Returns what {@code text} says; empty if it isn't two numbers with "to" between them. */
  static Optional<Span> parse(String text) {
    Matcher matcher = SPAN.matcher(text.strip());
    if (text.length() > WrittenNumber.LONGEST || !matcher.matches()) {
      return Optional.empty();
    }
    String unit = matcher.group(3);
    return WrittenNumber.parse(matcher.group(1) + unit)
        .flatMap(
            low -> WrittenNumber.parse(matcher.group(2) + unit).map(high -> new Span(low, high)));
  }

  /**
   * The shape of a fixed interval: two numbers, the smaller first.
   *
   * @param measure what they measure
   */
  record Ends(Measure measure) implements Shape<List<Double>> {
    @Override
    public String noun() {
      return "an interval such as -1 to 2" + (measure.base().isEmpty() ? "" : " " + measure.base());
    }

    @Override
    public List<Double> read(Node node, Place place) {
      Optional<Span> span =
          node instanceof Node.Scalar scalar ? parse(scalar.text()) : Optional.empty();
      if (span.isEmpty()) {
        return place.mismatch(node, this);
      }
      List<Double> ends = new ArrayList<>();
      for (WrittenNumber end : List.of(span.get().low(), span.get().high())) {
        NumberShapes.read(node, place, measure, end).ifPresent(ends::add);
      }
      return ends.size() == 2 ? ends : placeholder();
    }

    @Override
    public Node write(List<Double> ends) {
      return Nodes.text(Nodes.decimal(ends.get(0)) + " to " + Nodes.decimal(ends.get(1)));
    }

    @Override
    public Map<String, Object> schema(SchemaDefs defs) {
      return SchemaDefs.interval(measure, Range.FREE);
    }

    @Override
    public List<Double> placeholder() {
      return List.of(0.0, 1.0);
    }
  }
}
