package io.corridor.model;

import static java.util.Objects.requireNonNull;

import io.corridor.model.Declaration.Component;
import io.corridor.model.Declaration.Form;
import io.corridor.model.Declaration.Sort;
import io.corridor.model.Key.Defines;
import io.corridor.model.Key.Refers;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * Checks every value against what its {@link Key} declares: ranges, ids, references, lengths. Rules
 * of several keys are checked with the section that they stand in.
 */
final class KeyCheck {
  private final NumberCheck numbers;
  private final NameCheck names;
  private final RegimeCheck regimes;
  private final DriverCheck drivers;
  private final DateCheck dates;
  private final Problems problems;
  private final Map<Refers, Collection<String>> known;
  private final Map<Class<?>, BiConsumer<KeyPath, Object>> rules = new HashMap<>();
  private final Map<KeyPath, Runnable> later = new HashMap<>();

  KeyCheck(
      NumberCheck numbers,
      NameCheck names,
      RegimeCheck regimes,
      DriverCheck drivers,
      DateCheck dates,
      Problems problems,
      Map<Refers, Collection<String>> known) {
    this.numbers = numbers;
    this.names = names;
    this.regimes = regimes;
    this.drivers = drivers;
    this.dates = dates;
    this.problems = problems;
    this.known = known;
  }

  /** Adds a rule of the section {@code type}: it is given the section's path and the section. */
  <T> void rule(Class<T> type, BiConsumer<KeyPath, T> rule) {
    rules.put(type, (path, section) -> rule.accept(path, type.cast(section)));
  }

  /** Adds what is checked once what stands at {@code key} has been. */
  void after(String key, Runnable rule) {
    later.put(KeyPath.of(key), rule);
  }

  /** Checks a section, and whatever stands in it. */
  void section(KeyPath path, Object section) {
    for (Component component : Declaration.of(section.getClass()).components()) {
      KeyPath below = component.inline() ? path : path.child(component.name());
      if (component.isKey()) {
        value(below, component.in(section), component.type(), component, section);
      }
      later.getOrDefault(below, () -> {}).run();
    }
    BiConsumer<KeyPath, Object> rule = rules.get(section.getClass());
    if (rule != null) {
      rule.accept(path, section);
    }
  }

  private void value(KeyPath path, Object value, Form form, Component key, Object section) {
    switch (form.sort()) {
      case OPTIONAL ->
          ((Optional<?>) value)
              .ifPresent(present -> value(path, present, form.inner(), key, section));
      case LIST -> list(path, (List<?>) value, form.inner(), key, section);
      case MAPPING -> mapping(path, (Map<?, ?>) value, form.inner(), key, section);
      case VALUE -> numbers.value(path, (Value) value, key.range());
      case SCHEDULE -> schedule(path, (Schedule) value, key.range());
      case POINTS -> points(path, (DatedPoints) value, key.range());
      case BY_REGIME -> regimes.values(path, (ByRegime) value, key.range());
      case NUMBER -> numbers.fixed(path, (Double) value, key.range());
      case WHOLE, LARGE -> numbers.whole(path, ((Number) value).longValue(), key.range());
      case TEXT -> reference(path, (String) value, key.refers());
      case MONTH -> dates.month(path, (YearMonth) value);
      case DAY -> dates.day(path, (LocalDate) value);
      case OVERRIDE -> drivers.override(path, (Driver.Override) value, section);
      case IMPORTS, DRIVER, NOISE, SECTION -> section(path, value);
      // These can't be wrong, or are checked once all of them are there.
      case TRUTH, SAMPLING, CARRIER_KIND, QUESTION, CORRELATION, DRAWS -> {}
    }
  }

  private void schedule(KeyPath path, Schedule schedule, Range range) {
    schedule
        .<Runnable>match(
            new Schedule.Cases<>(
                value -> () -> numbers.value(path, value, range),
                points -> () -> points(path, points, range)))
        .run();
  }

  private void points(KeyPath path, DatedPoints points, Range range) {
    points
        .points()
        .forEach(
            (month, number) -> {
              dates.month(path.child(month.toString()), month);
              numbers.fixed(path.child(month.toString()), number, range);
            });
  }

  private void list(KeyPath path, List<?> list, Form item, Component key, Object section) {
    if (key.size() > 0 && !list.isEmpty() && list.size() != key.size()) {
      problems.add(path, "must be " + key.form() + "; found a list of " + list.size());
    }
    if (key.refers() != Refers.NOTHING && item.sort() == Sort.TEXT) {
      List<String> words = list.stream().map(String.class::cast).toList();
      names.references(path, key.refers().noun(), words, requireNonNull(known.get(key.refers())));
      return;
    }
    for (int i = 0; i < list.size(); i++) {
      value(path.item(i), list.get(i), item, key, section);
    }
  }

  private void mapping(KeyPath path, Map<?, ?> map, Form item, Component key, Object section) {
    map.forEach(
        (id, value) -> {
          KeyPath below = path.child((String) id);
          name(below, (String) id, key);
          entry(below, (String) id, value, item, key, section);
        });
  }

  private void name(KeyPath path, String id, Component key) {
    if (key.defines() == Defines.SHARED_IDS) {
      names.shared(path, id);
    } else if (key.defines() == Defines.IDS) {
      names.id(path, id);
    } else {
      reference(path, id, key.refers());
    }
  }

  private void entry(
      KeyPath path, String id, Object value, Form form, Component key, Object section) {
    if (form.sort() == Sort.VALUE && key.refers() == Refers.REGIME) {
      // The initial regime's factor divides.
      Range range = regimes.isInitial(id) ? Range.POSITIVE : key.range();
      numbers.value(path, (Value) value, range);
    } else if (form.sort() == Sort.MAPPING) {
      ((Map<?, ?>) value)
          .forEach(
              (word, item) -> {
                KeyPath below = path.child((String) word);
                reference(below, (String) word, key.refers());
                value(below, item, form.inner(), key, section);
              });
    } else {
      value(path, value, form, key, section);
    }
  }

  private void reference(KeyPath path, String word, Refers refers) {
    if (refers == Refers.NOTHING) {
      return;
    }
    names.reference(path, refers.noun(), word, requireNonNull(known.get(refers)));
    if (refers == Refers.DRIVER) {
      drivers.positive(path, word);
    }
  }
}
