package io.corridor.scenarios.internal.format;

import io.corridor.model.Carrier;
import io.corridor.model.Carrier.Kind;
import io.corridor.scenarios.internal.yaml.Node;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One carrier of the energy balance. Its id, or its key {@code kind}, says what it is, and so which
 * units its volumes and prices take.
 *
 * @param id its id
 */
record CarrierFormat(String id) implements Shape<Carrier> {
  static final String KIND = "kind";
  private static final Word<Kind> KINDS = new Word<>(kinds());

  private static Map<String, Kind> kinds() {
    Map<String, Kind> kinds = new LinkedHashMap<>();
    for (Kind kind : Kind.values()) {
      kinds.put(kind.key(), kind);
    }
    return kinds;
  }

  /** Returns the shape of the mapping of carriers. */
  static Shape<Map<String, Carrier>> carriers() {
    return new MapOf<>(
        "a mapping of carriers", true, CarrierFormat::new, List.copyOf(KINDS.words().keySet()));
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
    return new CarrierSections(kind.get()).carrier(kind.equals(kindOfId())).read(node, place);
  }

  @Override
  public Node write(Carrier carrier) {
    boolean named = Optional.of(carrier.kind()).equals(kindOfId());
    return new CarrierSections(carrier.kind()).carrier(named).write(carrier);
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
                    key ->
                        new CarrierSections(KINDS.words().get(key)).carrier(false).schema(defs)));
    return kindOfId()
        .map(kind -> new CarrierSections(kind).carrier(true).schema(defs))
        .map(named -> Json.object("if", SchemaDefs.has(KIND), "then", ofKind, "else", named))
        .orElse(ofKind);
  }

  @Override
  public Carrier placeholder() {
    return new CarrierSections(kindOfId().orElse(Kind.ELECTRICITY)).carrier(true).placeholder();
  }
}
