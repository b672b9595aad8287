package io.corridor.scenarios.internal.evidence;

import static java.util.Objects.requireNonNull;

import io.corridor.model.ByRegime;
import io.corridor.model.Declaration;
import io.corridor.model.KeyPath;
import io.corridor.model.Noise;
import io.corridor.model.Scenario;
import io.corridor.model.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Sections of a scenario as their records declare them: found by their keys, and their numbers that
 * data may decide, by key below the section's.
 */
final class Declared {

  /** Changes a number; empty stands for one that may be absent and is. */
  interface Change {
    Optional<Value> of(String name, Optional<Value> number);
  }

  private Declared() {}

  /** Returns what stands at {@code key} of a scenario. */
  static Object at(Scenario scenario, KeyPath key) {
    Object found = scenario;
    for (String word : key.words()) {
      found =
          found instanceof Map<?, ?> map
              ? requireNonNull(map.get(word))
              : get(found, word).orElseThrow();
      found = found instanceof Optional<?> maybe ? maybe.orElseThrow() : found;
    }
    return found;
  }

  /** Returns what a section, or one that is inline in it, has under {@code name}; empty: none. */
  static Optional<Object> get(Object section, String name) {
    List<Declaration.Component> components = Declaration.of(section.getClass()).components();
    return components.stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .map(each -> each.in(section))
        .or(
            () ->
                components.stream()
                    .filter(each -> isInline(each, section))
                    .findFirst()
                    .flatMap(each -> get(each.in(section), name)));
  }

  /**
   * A component of a section.
   *
   * @param component declares it
   * @param value what it is there
   */
  record Part(Declaration.Component component, Object value) {
    /** Returns whether nothing stands in it. */
    boolean isEmpty() {
      return value instanceof Map<?, ?> map && map.isEmpty()
          || value instanceof Optional<?> maybe && maybe.isEmpty();
    }
  }

  /** Returns the components of a section, and of those that are inline in it. */
  static Stream<Part> components(Object section) {
    return Declaration.of(section.getClass()).components().stream()
        .flatMap(
            each ->
                isInline(each, section) && !each.fitted()
                    ? components(each.in(section))
                    : Stream.of(new Part(each, each.in(section))));
  }

  private static boolean isInline(Declaration.Component component, Object section) {
    return component.inline() && component.in(section) instanceof Record;
  }

  /** Returns the scenario with {@code section} at {@code key}. */
  static Scenario with(Scenario scenario, KeyPath key, Object section) {
    return (Scenario) with((Object) scenario, key.words(), section);
  }

  private static Object with(Object holder, List<String> path, Object section) {
    if (path.isEmpty()) {
      return section;
    }
    String name = path.get(0);
    List<String> rest = path.subList(1, path.size());
    if (holder instanceof Map<?, ?> map) {
      Map<Object, Object> changed = new LinkedHashMap<>(map);
      changed.put(name, with(requireNonNull(map.get(name)), rest, section));
      return changed;
    }
    return with(
        holder,
        name,
        value ->
            value instanceof Optional<?> maybe
                ? Optional.of(with(maybe.orElseThrow(), rest, section))
                : with(value, rest, section));
  }

  /** Returns a section with one of its components, or of a section that is inline, changed. */
  static Object with(Object section, String name, UnaryOperator<Object> change) {
    Declaration<?> declared = Declaration.of(section.getClass());
    return declared.make(
        declared.components().stream()
            .map(
                each ->
                    each.name().equals(name)
                        ? change.apply(each.in(section))
                        : isInline(each, section)
                            ? with(each.in(section), name, change)
                            : each.in(section))
            .toArray());
  }

  /** Returns the numbers of a section that data may decide, as far as they are numbers. */
  static Map<String, Value> numbers(Object section) {
    Map<String, Value> numbers = new LinkedHashMap<>();
    map(
        section,
        (name, number) -> {
          number.ifPresent(value -> numbers.put(name, value));
          return number;
        });
    return numbers;
  }

  /** Returns a section with its numbers that data may decide changed. */
  static Object map(Object section, Change change) {
    return map(section, "", change);
  }

  private static Object map(Object section, String above, Change change) {
    Declaration<?> declared = Declaration.of(section.getClass());
    return declared.make(
        declared.components().stream().map(each -> map(each, section, above, change)).toArray());
  }

  private static Object map(
      Declaration.Component component, Object section, String above, Change change) {
    Object value = component.in(section);
    if (isInline(component, section) && !component.fitted()) {
      return map(value, above, change);
    }
    boolean mayBeAbsent =
        component.type().sort() == Declaration.Sort.OPTIONAL
            && component.type().inner().sort() == Declaration.Sort.VALUE;
    String name = above + component.name();
    if (component.fitted() && mayBeAbsent) {
      return change.of(name, ((Optional<?>) value).map(Value.class::cast));
    }
    return component.fitted() ? changed(value, name, change) : value;
  }

  private static Object changed(Object value, String name, Change change) {
    if (value instanceof Value number) {
      return change.of(name, Optional.of(number)).orElseThrow();
    }
    if (value instanceof Optional<?> maybe) {
      return maybe.map(inner -> changed(inner, name, change));
    }
    if (value instanceof Map<?, ?> map) {
      Map<Object, Object> changed = new LinkedHashMap<>(map);
      changed.replaceAll((key, inner) -> changed(inner, name + "." + key, change));
      return changed;
    }
    if (value instanceof ByRegime byRegime) {
      Map<String, Value> states = new LinkedHashMap<>(byRegime.states());
      states.replaceAll(
          (regime, number) -> change.of(name + "." + regime, Optional.of(number)).orElseThrow());
      return new ByRegime(
          byRegime.otherwise().flatMap(number -> change.of(name, Optional.of(number))), states);
    }
    return value instanceof Noise ? map(value, name + ".", change) : value;
  }
}
