package io.corridor.scenarios.internal.format;

import static java.util.Objects.requireNonNull;

import io.corridor.model.Carrier;
import io.corridor.model.Carrier.Kind;
import io.corridor.scenarios.internal.yaml.Node;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One carrier of the energy balance. Its id, or its key {@code kind}, says what it is, and so which
 * units its volumes and prices take.
 *
 * @param id its id
 */
record CarrierFormat(String id) implements Shape<Carrier> {
  static final String KIND = "kind";

  /** What a carrier may be. */
  static final Word<Kind> KINDS = Word.of(Kind.values(), Kind::key);

  /** Returns the shape of the mapping of carriers. */
  static Shape<Map<String, Carrier>> carriers() {
    return new MapOf<>(
        "a mapping of carriers", true, CarrierFormat::new, List.copyOf(KINDS.words().keySet()));
  }

  /** Returns the section of a carrier of {@code kind}, whose id says its kind, or not. */
  private static SectionShape<Carrier> carrier(Kind kind, boolean named) {
    FileKey<Carrier, Kind> key =
        new FileKey<>(
            KIND,
            new Word<>(Map.of(kind.key(), kind)),
            Carrier::kind,
            named ? Optional.of(kind) : Optional.empty(),
            "electricity, gas or oil; needed where the id is none of these",
            FileKey.Leaving.NOTHING);
    return Sections.of(kind)
        .section(
            Carrier.class,
            (named ? "the carrier " : "a carrier of kind ") + kind.key(),
            Map.of(KIND, new Part<>(List.of(key), (in, before) -> kind)));
  }

  private Optional<Kind> kindOfId() {
    return Optional.ofNullable(KINDS.words().get(id));
  }

  @Override
  public String noun() {
    return "a carrier";
  }

  @Override
  public Carrier read(Node node, Place place) {
    if (!(node instanceof Node.Mapping mapping)) {
      return place.mismatch(node, this);
    }
    Node.Entry given = mapping.entries().get(KIND);
    Optional<Kind> kind =
        given == null
            ? kindOfId()
            : Optional.of(KINDS.read(given.value(), place.in(KIND, given.keyAt())));
    if (kind.isEmpty()) {
      place
          .in(KIND, place.keyAt())
          .wrong(place.keyAt(), "is missing, and the id doesn't say it; must be " + KINDS.noun());
    }
    if (kind.isEmpty() || place.reading().isSpoiled(place.in(KIND, place.keyAt()).key())) {
      place.reading().spoiled(place.key());
      return placeholder();
    }
    return carrier(kind.get(), kind.equals(kindOfId())).read(node, place);
  }

  @Override
  public Node write(Carrier carrier) {
    boolean named = Optional.of(carrier.kind()).equals(kindOfId());
    return carrier(carrier.kind(), named).write(carrier);
  }

  @Override
  public Map<String, Object> schema(SchemaDefs defs) {
    Map<String, Object> ofKind =
        defs.define(
            "a carrier",
            () ->
                defs.tagged(
                    KIND,
                    List.copyOf(KINDS.words().keySet()),
                    !defs.partial(),
                    key -> carrier(requireNonNull(KINDS.words().get(key)), false).schema(defs)));
    return kindOfId()
        .map(kind -> carrier(kind, true).schema(defs))
        .map(named -> JsonObjects.object("if", SchemaDefs.has(KIND), "then", ofKind, "else", named))
        .orElse(ofKind);
  }

  @Override
  public Stream<Shape<?>> inner() {
    return kindOfId().stream().map(kind -> carrier(kind, false));
  }

  @Override
  public Carrier placeholder() {
    return carrier(kindOfId().orElse(Kind.ELECTRICITY), true).placeholder();
  }
}
