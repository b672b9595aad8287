package io.corridor.scenarios.internal.format;

import static io.corridor.scenarios.internal.yaml.Quotes.quote;

import io.corridor.model.KeyPath;
import io.corridor.model.NamedLever;
import io.corridor.scenarios.internal.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A lever. Its range is in the unit of what it moves, which the file must state. A variant, or what
 * is set, may take numbers away: they leave the lever, and the last of them takes it along.
 */
final class LeverFormat implements Shape<Optional<NamedLever>> {
  /** The words for who decides. */
  static final Word<NamedLever.Kind> KINDS =
      Word.of(NamedLever.Kind.values(), kind -> kind.name().toLowerCase(Locale.ROOT));

  private static final String OF = "of";

  @Override
  public String noun() {
    return "a lever";
  }

  @Override
  public Optional<NamedLever> read(Node node, Place place) {
    Reading reading = place.reading();
    List<Node.Scalar> named = node instanceof Node.Mapping mapping ? named(mapping) : List.of();
    Optional<Measure> measure =
        named.stream().flatMap(key -> reading.measure(path(key)).stream()).findFirst();
    NamedLever lever = section(measure.orElse(Measure.ANY)).read(node, place);
    List<String> stated = new ArrayList<>();
    for (Node.Scalar key : named) {
      Optional<Measure> own = reading.measure(path(key));
      Place at = place.in(OF, key.at());
      if (own.isPresent() && !own.equals(measure)) {
        at.wrong(
            key.at(),
            "what moves together is measured alike; "
                + quote(key.text())
                + " is "
                + own.get().noun()
                + ", the first "
                + measure.orElseThrow().noun());
      } else if (own.isPresent()) {
        stated.add(key.text());
      } else if (!reading.isChanged()) {
        at.unstated(path(key), key.at());
      }
    }
    return reading.isChanged() && stated.isEmpty() && !named.isEmpty()
        ? Optional.empty()
        : Optional.of(reading.isChanged() ? lever.withOf(stated) : lever);
  }

  /** Returns the keys that a lever names, as far as they can be read. */
  private static List<Node.Scalar> named(Node.Mapping lever) {
    Node of = lever.get(OF);
    List<Node> all =
        of instanceof Node.Items list ? list.items() : of == null ? List.of() : List.of(of);
    return all.stream().filter(Node.Scalar.class::isInstance).map(Node.Scalar.class::cast).toList();
  }

  private static KeyPath path(Node.Scalar key) {
    return KeyPath.parse(key.text());
  }

  @Override
  public Node write(Optional<NamedLever> lever) {
    return section(Measure.ANY).write(lever.orElseThrow());
  }

  @Override
  public Map<String, Object> schema(SchemaDefs defs) {
    return section(Measure.ANY).schema(defs);
  }

  @Override
  public Stream<Shape<?>> inner() {
    return Stream.of(section(Measure.ANY));
  }

  @Override
  public Optional<NamedLever> placeholder() {
    return Optional.of(section(Measure.ANY).placeholder());
  }

  private static SectionShape<NamedLever> section(Measure measure) {
    return Sections.of(measure)
        .written(
            NamedLever.class,
            Map.of(
                OF,
                new Either<>(
                    Adapted.<String, List<String>>of(Scalars.TEXT, List::of, keys -> keys.get(0)),
                    node -> !(node instanceof Node.Items),
                    ListOf.some("a list of keys", Scalars.TEXT),
                    keys -> keys.size() == 1),
                "shift",
                Adapted.optional(new Span.Ends(measure))));
  }
}
