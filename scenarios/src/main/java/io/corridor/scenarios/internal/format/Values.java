package io.corridor.scenarios.internal.format;

import static io.corridor.scenarios.internal.yaml.Quotes.clean;
import static io.corridor.scenarios.internal.yaml.Quotes.quote;
import static io.corridor.scenarios.internal.yaml.Quotes.shorten;

import io.corridor.model.Dimension;
import io.corridor.model.Distribution;
import io.corridor.model.Distribution.Interval;
import io.corridor.model.Ids;
import io.corridor.model.Nearest;
import io.corridor.model.Range;
import io.corridor.model.Scale;
import io.corridor.model.Value;
import io.corridor.scenarios.internal.layer.Layers;
import io.corridor.scenarios.internal.yaml.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A number that may be a distribution or a reference to a named parameter.
 *
 * @param measure what it measures
 * @param range where it must lie; checked with the whole scenario, and part of the schema
 * @param named whether it may name a parameter; a parameter itself may not
 * @param signed whether its values tell its sign, which the range doesn't: if they are all
 *     positive, its quantiles are joined on the scale of logarithms
 */
record Values(Measure measure, Range range, boolean named, boolean signed) implements Shape<Value> {
  private static final int MOST_SHOWN = 100;

  /** Returns the shape of a number of {@code measure} in {@code range}. */
  static Values of(Measure measure, Range range) {
    return new Values(measure, range, true, false);
  }

  /** Returns the same shape, of a number whose sign its values tell. */
  Values ofEitherSign() {
    return new Values(measure, range, named, true);
  }

  /** Returns the scale on which quantiles with these values are joined unless the file says. */
  private Scale scale(List<Double> values) {
    return signed && values.stream().allMatch(value -> value > 0) ? Scale.LOG : Scale.of(range);
  }

  @Override
  public String noun() {
    return measure.noun() + " or a distribution";
  }

  @Override
  public Value read(Node node, Place place) {
    return place.movable(node, measure, range, readValue(node, place));
  }

  private Value readValue(Node node, Place place) {
    if (node instanceof Node.Mapping mapping) {
      return readMapping(mapping, place);
    }
    Optional<Span> span =
        node instanceof Node.Scalar scalar ? Span.parse(scalar.text()) : Optional.empty();
    if (span.isPresent()) {
      return interval(node, span.get(), place);
    }
    return NumberShapes.read(node, place, measure, noun()).map(Value::of).orElse(placeholder());
  }

  private Value interval(Node node, Span ends, Place place) {
    Optional<Double> low = NumberShapes.read(node, place, measure, ends.low());
    Optional<Double> high = low.flatMap(x -> NumberShapes.read(node, place, measure, ends.high()));
    if (high.isEmpty()) {
      return placeholder();
    }
    if (low.get() >= high.get()) {
      place.wrong(
          node.at(),
          "an interval begins with its smaller end; found "
              + Place.describe(node)
              + (low.get().equals(high.get()) ? "; what is certain is a number alone" : ""));
      return placeholder();
    }
    return Distribution.Quantiles.interval(
        low.get(), high.get(), scale(List.of(low.get(), high.get())));
  }

  private Value readMapping(Node.Mapping mapping, Place place) {
    List<String> forms =
        mapping.entries().keySet().stream().filter(Ids.RESERVED::contains).toList();
    if (forms.size() != 1) {
      String found =
          forms.isEmpty()
              ? "a mapping with the keys " + String.join(", ", mapping.entries().keySet())
              : String.join(" and ", forms) + " together";
      place.wrong(
          mapping.at(),
          "must be "
              + noun()
              + ": one of "
              + String.join(", ", Ids.RESERVED)
              + "; found "
              + clean(shorten(found, MOST_SHOWN))
              + hint(mapping));
      return placeholder();
    }
    String form = forms.get(0);
    Node.Entry entry = mapping.entry(form);
    Place below = place.in(form, entry.keyAt());
    if (form.equals(Laws.PARAMETER)) {
      refuseOthers(mapping, List.of(form), place);
      return reference(entry.value(), place, below);
    }
    if (form.equals(Laws.CHOICE)) {
      refuseOthers(mapping, List.of(form), place);
      return Laws.choice(measure).read(entry.value(), below);
    }
    if (form.equals(Laws.DRAW)) {
      refuseOthers(mapping, List.of(form), place);
      return place.reading().draws().read(entry.value(), below, range);
    }
    if (form.equals(Laws.QUANTILES)) {
      refuseOthers(mapping, List.of(form, Quantiles.SCALE), place);
      return Quantiles.read(mapping, place, measure, this::scale).orElse(placeholder());
    }
    return distribution(Laws.named(form), mapping, place);
  }

  private static String hint(Node.Mapping mapping) {
    return mapping.entries().size() == 1
        ? Nearest.hint(mapping.entries().keySet().iterator().next(), Ids.RESERVED)
        : "";
  }

  private static void refuseOthers(Node.Mapping mapping, List<String> known, Place place) {
    mapping
        .entries()
        .forEach(
            (key, entry) -> {
              if (!known.contains(key)) {
                place
                    .in(key, entry.keyAt())
                    .note(
                        entry.keyAt(),
                        "unknown key "
                            + quote(key)
                            + "; known are "
                            + String.join(", ", known)
                            + Nearest.hint(key, known));
              }
            });
  }

  private Value reference(Node node, Place place, Place below) {
    if (!named) {
      place.wrong(node.at(), "a parameter can't name another; give a number or a distribution");
      return placeholder();
    }
    String id = Scalars.ID.read(node, below);
    Reading.Written written = place.reading().parameter(id);
    if (written != null && !written.fits(measure)) {
      place.wrong(
          node.at(),
          "parameter "
              + quote(id)
              + " is written in "
              + written.unit()
              + "; must be "
              + measure.noun());
    }
    return id.isEmpty() ? placeholder() : Value.parameter(id);
  }

  private <D extends Distribution> Value distribution(
      Laws.Law<D> law, Node.Mapping mapping, Place place) {
    List<String> known =
        law.interval().isEmpty() ? List.of(law.name()) : List.of(law.name(), law.interval());
    refuseOthers(mapping, known, place);
    Node.Entry entry = mapping.entry(law.name());
    Optional<List<Double>> numbers =
        arguments(law, entry.value(), place.in(law.name(), entry.keyAt()));
    Node.Entry bounds = law.interval().isEmpty() ? null : mapping.entries().get(law.interval());
    Optional<Interval> interval =
        bounds == null
            ? Optional.empty()
            : Optional.of(interval(bounds.value(), place.in(law.interval(), bounds.keyAt())));
    return numbers.<Value>map(x -> law.make().apply(x, interval)).orElse(placeholder());
  }

  private Optional<List<Double>> arguments(Laws.Law<?> law, Node node, Place place) {
    int count = law.arguments().size();
    if (!(node instanceof Node.Items items) || items.items().size() != count) {
      String found =
          node instanceof Node.Items items
              ? "a list of " + items.items().size()
              : Place.describe(node);
      place.wrong(node.at(), "must be written as " + law.form() + "; found " + found);
      return Optional.empty();
    }
    List<Double> numbers = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Node item = items.items().get(i);
      Measure argument =
          law.arguments().get(i).sameMeasure() ? measure : Measure.of(Dimension.NUMBER);
      NumberShapes.read(item, place.item(i, item), argument, argument.noun())
          .ifPresent(numbers::add);
    }
    return numbers.size() == count ? Optional.of(numbers) : Optional.empty();
  }

  private Interval interval(Node node, Place place) {
    List<Double> ends =
        ListOf.exactly(2, "an interval [low, high]", NumberShapes.fixed(measure, Range.FREE))
            .read(node, place);
    return new Interval(ends.get(0), ends.get(1));
  }

  /**
   * Returns whether {@code node} is a number, a distribution or a reference, as far as it shows.
   */
  static boolean isValue(Node node) {
    return !(node instanceof Node.Mapping mapping) || Layers.isValue(mapping);
  }

  @Override
  public Node write(Value value) {
    return value.match(
        number -> Nodes.number(number.number()),
        parameter -> Nodes.mapping(Map.of(Laws.PARAMETER, Nodes.text(parameter.id()))),
        draw ->
            Nodes.mapping(
                Map.of(
                    Laws.DRAW, DrawTables.REFERENCE.write(List.of(draw.table(), draw.column())))),
        law ->
            law.match(
                Values::write,
                Values::write,
                Values::write,
                Values::write,
                Values::write,
                Values::write,
                choice -> Nodes.mapping(Map.of(Laws.CHOICE, Laws.choice(measure).write(choice))),
                quantiles -> Quantiles.write(quantiles, scale(quantiles.values()))));
  }

  private static <D extends Distribution> Node write(D distribution) {
    Laws.Law<D> law = Laws.of(distribution);
    Map<String, Node> written = new LinkedHashMap<>();
    written.put(law.name(), numbers(law.numbers().apply(distribution)));
    law.bounds()
        .apply(distribution)
        .ifPresent(ends -> written.put(law.interval(), numbers(List.of(ends.low(), ends.high()))));
    return Nodes.mapping(written);
  }

  private static Node numbers(List<Double> numbers) {
    return Nodes.items(numbers.stream().map(Nodes::number).toList());
  }

  @Override
  public Map<String, Object> schema(SchemaDefs defs) {
    return defs.value(measure, range);
  }

  @Override
  public Value placeholder() {
    return Value.ONE;
  }
}
