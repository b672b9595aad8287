package io.corridor.scenarios.internal.format;

import static java.util.Objects.requireNonNull;

import io.corridor.model.Declaration;
import io.corridor.model.Driver;
import io.corridor.model.Value;
import io.corridor.scenarios.internal.yaml.Node;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Drivers: one section for each kind. Their values may be written in the driver's own {@code unit},
 * or where the format knows it, in others of its dimension.
 */
final class DriverFormat implements Shape<Driver> {
  private static final String KIND = "kind";
  private static final String UNIT = "unit";

  /** The laws, by the word that names them. */
  private static final Map<String, Class<?>> KINDS = kinds();

  private static final Word<Class<?>> KIND_WORD = new Word<>(KINDS);

  private static final String ONLY_FITTED =
      "only drivers of kind "
          + KINDS.entrySet().stream()
              .filter(kind -> Declaration.of(kind.getValue()).fitted())
              .map(Map.Entry::getKey)
              .collect(Collectors.joining(", "))
              .replaceFirst(", ([^,]*)$", " and $1")
          + " are fitted";

  private static Map<String, Class<?>> kinds() {
    Map<String, Class<?>> kinds = new LinkedHashMap<>();
    Declaration.all().stream()
        .filter(declared -> !declared.kind().isEmpty())
        .forEach(declared -> kinds.put(declared.kind(), declared.type()));
    return kinds;
  }

  @SuppressWarnings("unchecked")
  private static SectionShape<Driver> section(Class<?> kind, Measure own) {
    return (SectionShape<Driver>) Sections.of(own).section(kind);
  }

  @Override
  public String noun() {
    return "a driver";
  }

  @Override
  public Driver read(Node node, Place place) {
    if (!(node instanceof Node.Mapping mapping)) {
      return place.mismatch(node, this);
    }
    Node.Entry kind = mapping.entries().get(KIND);
    if (kind == null) {
      place.in(KIND, place.keyAt()).note(place.keyAt(), "is missing; must be " + KIND_WORD.noun());
      place.reading().spoiled(place.key());
      return placeholder();
    }
    Class<?> law = kind.value() instanceof Node.Scalar word ? KINDS.get(word.text()) : null;
    if (law == null) {
      KIND_WORD.read(kind.value(), place.in(KIND, kind.keyAt()));
      place.reading().spoiled(place.key());
      return placeholder();
    }
    Node.Entry fit = mapping.entries().get(Place.FIT);
    if (fit != null && !Declaration.of(law).fitted()) {
      place.in(Place.FIT, fit.keyAt()).note(fit.keyAt(), ONLY_FITTED);
      return section(law, Measure.ANY).read(mapping.without(Place.FIT), place);
    }
    String unit =
        mapping.get(UNIT) instanceof Node.Scalar text && !text.isNull() ? text.text() : "";
    return section(law, Measure.inUnit(unit)).read(node, place);
  }

  @Override
  public Node write(Driver driver) {
    return section(driver.getClass(), Measure.ANY).write(driver);
  }

  @Override
  public Map<String, Object> schema(SchemaDefs defs) {
    return defs.define(
        "a driver",
        () ->
            defs.tagged(
                KIND,
                List.copyOf(KINDS.keySet()),
                !defs.partial(),
                kind -> section(requireNonNull(KINDS.get(kind)), Measure.ANY).schema(defs)));
  }

  @Override
  public Stream<Shape<?>> inner() {
    return KINDS.values().stream().map(kind -> section(kind, Measure.ANY));
  }

  @Override
  public Driver placeholder() {
    return new Driver.Constant(Value.ONE, "");
  }
}
