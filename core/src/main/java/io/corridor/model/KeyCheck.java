package io.corridor.model;

import static java.util.Objects.requireNonNull;

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
  private final Map<Class<?>, BiConsumer<String, Object>> rules = new HashMap<>();
  private final Map<String, Runnable> later = new HashMap<>();

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
  <T> void rule(Class<T> type, BiConsumer<String, T> rule) {
    rules.put(type, (path, section) -> rule.accept(path, type.cast(section)));
  }

  /** Adds what is checked once the section or value at {@code path} has been. */
  void after(String path, Runnable rule) {
    later.put(path, rule);
  }

  /** Checks a section, and whatever stands in it. */
  void section(String path, Object section) {
    for (Declaration.Component component : Declaration.of(section.getClass()).components()) {
      String below =
          component.inline()
              ? path
              : path.isEmpty() ? component.name() : path + "." + component.name();
      if (component.isKey()) {
        value(below, component.in(section), component, section);
      }
      later.getOrDefault(below, () -> {}).run();
    }
    BiConsumer<String, Object> rule = rules.get(section.getClass());
    if (rule != null) {
      rule.accept(path, section);
    }
  }

  private void value(String path, Object value, Declaration.Component key, Object section) {
    if (value instanceof Optional<?> optional) {
      optional.ifPresent(present -> value(path, present, key, section));
    } else if (value instanceof Value number) {
      numbers.value(path, number, key.range());
    } else if (value instanceof Double number) {
      numbers.fixed(path, number, key.range());
    } else if (value instanceof Integer || value instanceof Long) {
      numbers.whole(path, ((Number) value).longValue(), key.range());
    } else if (value instanceof ByRegime byRegime) {
      regimes.values(path, byRegime, key.range());
    } else if (value instanceof DatedPoints points) {
      points(path, points, key.range());
    } else if (value instanceof YearMonth month) {
      dates.month(path, month);
    } else if (value instanceof LocalDate day) {
      dates.day(path, day);
    } else if (value instanceof String word) {
      reference(path, word, key.refers());
    } else if (value instanceof List<?> list) {
      list(path, list, key, section);
    } else if (value instanceof Map<?, ?> map) {
      map.forEach(
          (id, item) -> {
            String below = path + "." + id;
            name(below, (String) id, key);
            entry(below, (String) id, item, key, section);
          });
    } else if (value instanceof Driver.Override override) {
      drivers.override(path, override, section);
    } else if (Declaration.isSection(value.getClass())) {
      section(path, value);
    }
  }

  private void points(String path, DatedPoints points, Range range) {
    points
        .points()
        .forEach(
            (month, number) -> {
              dates.month(path + "." + month, month);
              numbers.fixed(path + "." + month, number, range);
            });
  }

  private void list(String path, List<?> list, Declaration.Component key, Object section) {
    if (key.size() > 0 && !list.isEmpty() && list.size() != key.size()) {
      problems.add(path, "must be " + key.form() + "; found a list of " + list.size());
    }
    if (key.refers() != Refers.NOTHING && list.stream().allMatch(String.class::isInstance)) {
      List<String> words = list.stream().map(String.class::cast).toList();
      names.references(path, key.refers().noun(), words, requireNonNull(known.get(key.refers())));
      return;
    }
    for (int i = 0; i < list.size(); i++) {
      value(path + "." + i, list.get(i), key, section);
    }
  }

  private void name(String path, String id, Declaration.Component key) {
    if (key.defines() == Defines.SHARED_IDS) {
      names.shared(path, id);
    } else if (key.defines() == Defines.IDS) {
      names.id(path, id);
    } else {
      reference(path, id, key.refers());
    }
  }

  private void entry(
      String path, String id, Object value, Declaration.Component key, Object section) {
    if (value instanceof Value factor && key.refers() == Refers.REGIME) {
      // The initial regime's factor divides.
      numbers.value(path, factor, regimes.isInitial(id) ? Range.POSITIVE : key.range());
    } else if (value instanceof Map<?, ?> row) {
      row.forEach(
          (word, item) -> {
            reference(path + "." + word, (String) word, key.refers());
            value(path + "." + word, item, key, section);
          });
    } else {
      value(path, value, key, section);
    }
  }

  private void reference(String path, String word, Refers refers) {
    if (refers == Refers.NOTHING) {
      return;
    }
    names.reference(path, refers.noun(), word, requireNonNull(known.get(refers)));
    if (refers == Refers.DRIVER) {
      drivers.positive(path, word);
    }
  }
}
