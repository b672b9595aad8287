package io.corridor.scenarios.internal.format;

import static io.corridor.scenarios.internal.yaml.Quotes.quote;
import static java.util.Objects.requireNonNull;

import io.corridor.model.Nearest;
import io.corridor.scenarios.internal.yaml.Node;
import io.corridor.scenarios.internal.yaml.Position;
import io.corridor.scenarios.internal.yaml.SourceText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A mapping whose keys the format knows.
 *
 * @param noun what it is
 * @param keys in the order they are written
 * @param rules which of them may stand together
 * @param maker makes the value of the model of the keys' values, asking for each
 */
record SectionShape<T>(
    String noun, List<FileKey<T, ?>> keys, List<Rule> rules, Function<Fields<T>, T> maker)
    implements Shape<T> {

  /** Returns the section without rules. */
  static <T> SectionShape<T> of(
      String noun, List<FileKey<T, ?>> keys, Function<Fields<T>, T> maker) {
    return new SectionShape<>(noun, keys, List.of(), maker);
  }

  /** The values of a section's keys, read as they are asked for. */
  static final class Fields<T> {
    private final Node.@Nullable Mapping mapping;
    private final @Nullable Place place;
    private final Set<String> misspelt;

    private Fields(Node.@Nullable Mapping mapping, @Nullable Place place, Set<String> misspelt) {
      this.mapping = mapping;
      this.place = place;
      this.misspelt = misspelt;
    }

    /** Returns the value of {@code key}, its default where it is absent. */
    <V> V get(FileKey<T, V> key) {
      if (mapping == null || place == null) {
        return key.fallback().orElseGet(key.shape()::placeholder);
      }
      Node.Entry entry = mapping.entries().get(key.name());
      Place.Left fit = place.left();
      if (fit != null && key.left() != FileKey.Leaving.NOTHING) {
        boolean named = entry != null && place.leaves(entry.value());
        if (key.left() == FileKey.Leaving.SECTION && (named || entry == null)) {
          return key.shape()
              .read(new Node.Mapping(Map.of(), fit.at()), place.in(key.name(), fit.at()));
        }
        boolean decided =
            switch (key.left()) {
              case WHOLE -> named || entry == null && key.fallback().isEmpty();
              case ALWAYS -> named || entry == null;
              default -> false;
            };
        if (decided) {
          place.in(key.name(), place.keyAt()).free(key.shape());
          return key.fallback().orElseGet(key.shape()::placeholder);
        }
      }
      if (entry != null) {
        Place below = place.in(key.name(), entry.keyAt());
        return key.shape()
            .read(entry.value(), key.left() == FileKey.Leaving.NOTHING ? below.stated() : below);
      }
      return key.fallback().orElseGet(() -> missing(key, mapping, place));
    }

    /** Returns whether numbers may be left to the data that the section is fitted to. */
    boolean isFitted() {
      return place != null && place.left() != null;
    }

    /** Notes that the key {@code name} is left to the data. */
    void free(String name) {
      Place here = requireNonNull(place);
      here.in(name, here.keyAt()).free(Scalars.TEXT);
    }

    private <V> V missing(FileKey<T, V> key, Node.Mapping mapping, Place place) {
      Place below = place.in(key.name(), place.keyAt());
      if (misspelt.contains(key.name())) {
        place.reading().spoiled(below.key());
      } else {
        below.wrong(
            place.keyAt(), "is missing; must be " + key.shape().noun() + whole(mapping, place));
      }
      return key.shape().placeholder();
    }

    /** A mapping that a variant or an option sets stands for all that was there. */
    private static String whole(Node.Mapping mapping, Place place) {
      SourceText origin = place.keyAt().origin();
      boolean laid = !origin.note().isEmpty() || !origin.lines();
      return laid && !mapping.entries().isEmpty()
          ? "; the mapping replaces all of "
              + place.key()
              + ": to change one key, write "
              + place.key()
              + "."
              + mapping.entries().keySet().iterator().next()
          : "";
    }

    /** Returns where the section stands; null: a placeholder is made. */
    @Nullable Place place() {
      return place;
    }

    /** Returns the tree of the key {@code name}, or null. */
    @Nullable Node node(String name) {
      return mapping == null ? null : mapping.get(name);
    }

    /** Returns where the key {@code name} stands, which there is. */
    Place at(String name) {
      return requireNonNull(place).in(name, requireNonNull(mapping).entry(name).keyAt());
    }
  }

  @Override
  public T read(Node node, Place place) {
    if (!(node instanceof Node.Mapping mapping)) {
      return place.mismatch(node, this);
    }
    Set<String> misspelt = refuseUnknown(mapping, place);
    Node.Entry fit = isFitted() ? mapping.entries().get(Place.FIT) : null;
    rules.forEach(rule -> (fit == null ? rule : rule.lax()).check(mapping, place));
    return fit == null
        ? maker.apply(new Fields<>(mapping, place, misspelt))
        : fitted(mapping, place, misspelt, fit);
  }

  /** Reads a section whose numbers may be left to data. */
  private T fitted(Node.Mapping mapping, Place place, Set<String> misspelt, Node.Entry fit) {
    Position at = fit.value().at();
    Place data = place.in(Place.FIT, fit.keyAt()).stated();
    Optional<FitSource> source = EvidenceFormat.FIT.shape().read(fit.value(), data);
    Place.Left left = new Place.Left(place.key(), at, new LinkedHashSet<>());
    T value = maker.apply(new Fields<>(mapping, place.leaving(left), misspelt));
    if (place.reading().spoiled().stream().noneMatch(data.key()::covers)) {
      place
          .reading()
          .fitted(
              new FittedSection(
                  place.key(), requireNonNull(value), source.orElseThrow(), left.names(), at));
    }
    return value;
  }

  /** Returns whether data may update its numbers. */
  private boolean isFitted() {
    return keys.stream().anyMatch(key -> key.shape() == EvidenceFormat.FIT.shape());
  }

  /** Tells of unknown keys and returns the keys that were probably meant. */
  private Set<String> refuseUnknown(Node.Mapping mapping, Place place) {
    List<String> names = keys.stream().map(FileKey::name).toList();
    Set<String> misspelt = new HashSet<>();
    mapping
        .entries()
        .forEach(
            (name, entry) -> {
              if (!names.contains(name)) {
                place
                    .in(name, entry.keyAt())
                    .note(
                        entry.keyAt(),
                        "unknown key " + quote(name) + suggest(name, mapping, place));
                Nearest.to(name, names).ifPresent(misspelt::add);
              }
            });
    return misspelt;
  }

  private String suggest(String name, Node.Mapping mapping, Place place) {
    for (FileKey<T, ?> key : keys) {
      // The file as a whole has no short form, of which the key may be.
      if (!place.key().isRoot()
          && mapping.get(key.name()) != null
          && isOfEachIn(key.shape(), name)) {
        return ": where there are "
            + key.name()
            + ", each has its own. Write it in one of them; what comes from an extended file is"
            + " taken away by "
            + name
            + ": null";
      }
    }
    List<String> names = keys.stream().map(FileKey::name).toList();
    String near = Nearest.hint(name, names);
    return near.isEmpty()
        ? (names.size() == 1 ? "; the only one is " : "; known are ")
            + String.join(", ", names)
            + KeyIndex.elsewhere(name)
        : near;
  }

  /** Whether {@code shape} is a mapping of ids to sections that have the key {@code name}. */
  private static boolean isOfEachIn(Shape<?> shape, String name) {
    return shape instanceof MapOf<?>
        && shape
            .inner()
            .anyMatch(
                each ->
                    each instanceof SectionShape<?> section
                        && section.keys.stream().anyMatch(key -> key.name().equals(name)));
  }

  @Override
  public Node write(T value) {
    Map<String, Node> written = new LinkedHashMap<>();
    keys.forEach(key -> write(key, value, written));
    return Nodes.mapping(written);
  }

  private static <T, V> void write(FileKey<T, V> key, T section, Map<String, Node> written) {
    V value = key.getter().apply(section);
    if (key.fallback().isEmpty() || !key.fallback().get().equals(value)) {
      written.put(key.name(), key.shape().write(value));
    }
  }

  @Override
  public Map<String, Object> schema(SchemaDefs defs) {
    return defs.define(
        noun,
        () ->
            isFitted()
                ? JsonObjects.object(
                    "if",
                    SchemaDefs.has(Place.FIT),
                    "then",
                    definition(defs, true),
                    "else",
                    definition(defs, false))
                : definition(defs, false));
  }

  /** Returns the schema of the section where its numbers may be left to data. */
  Map<String, Object> leftSchema(SchemaDefs defs) {
    return defs.define(noun + " beside a fit", () -> definition(defs, true));
  }

  /**
   * Returns the schema of the section.
   *
   * @param fitted whether it has a {@code fit}
   */
  private Map<String, Object> definition(SchemaDefs defs, boolean fitted) {
    Map<String, Object> properties = new LinkedHashMap<>();
    keys.stream()
        .filter(key -> fitted || key.shape() != EvidenceFormat.FIT.shape())
        .forEach(
            key ->
                properties.put(key.name(), fitted ? defs.leftProperty(key) : defs.property(key)));
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", "object");
    schema.put("properties", properties);
    schema.put("additionalProperties", false);
    List<String> required =
        keys.stream()
            .filter(key -> key.fallback().isEmpty())
            .filter(key -> !fitted || key.left() != FileKey.Leaving.WHOLE)
            .map(FileKey::name)
            .toList();
    if (!required.isEmpty() && !defs.partial()) {
      schema.put("required", required);
    }
    List<Object> allOf = new ArrayList<>();
    rules.forEach(rule -> (fitted ? rule.lax() : rule).addTo(allOf, defs));
    if (!allOf.isEmpty()) {
      schema.put("allOf", allOf);
    }
    return schema;
  }

  @Override
  public Stream<Shape<?>> inner() {
    return keys.stream().map(FileKey::shape);
  }

  @Override
  public T placeholder() {
    return maker.apply(new Fields<>(null, null, Set.of()));
  }
}
