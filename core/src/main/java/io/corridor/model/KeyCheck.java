package io.corridor.model;

import io.corridor.model.Declaration.Component;
import io.corridor.model.Declaration.Form;
import io.corridor.model.Declaration.Sort;
import io.corridor.model.Key.Defines;
import io.corridor.model.Key.Refers;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * Checks every value against what its {@link Key} declares: ranges, ids, references, lengths. Rules
 * of several keys are checked with the section that they stand in.
 */
final class KeyCheck implements Declaration.Visitor {
  private final Checking in;
  private final DriverCheck drivers;
  private final Map<Class<?>, BiConsumer<KeyPath, Object>> rules = new HashMap<>();
  private final Map<KeyPath, Runnable> later = new HashMap<>();

  KeyCheck(Checking in, DriverCheck drivers) {
    this.in = in;
    this.drivers = drivers;
  }

  /** Adds a rule of the section {@code type}: it is given the section's path and the section. */
  <T> void rule(Class<T> type, BiConsumer<KeyPath, T> rule) {
    rules.merge(
        type, (path, section) -> rule.accept(path, type.cast(section)), BiConsumer::andThen);
  }

  /** Adds what is checked once what stands at {@code key} has been. */
  void after(String key, Runnable rule) {
    later.put(KeyPath.of(key), rule);
  }

  @Override
  public void leave(KeyPath path, Object value) {
    later.getOrDefault(path, () -> {}).run();
    rules.getOrDefault(value.getClass(), (key, section) -> {}).accept(path, value);
  }

  @Override
  public boolean enter(KeyPath path, Object value, Form form, Component key, Object section) {
    Range range = key.range();
    switch (form.sort()) {
      case LIST -> {
        return list(path, (List<?>) value, form, key);
      }
      case VALUE ->
          in.numbers.value(path, (Value) value, isDivisor(path, key) ? Range.POSITIVE : range);
      case SCHEDULE -> schedule(path, (Schedule) value, range);
      case POINTS -> points(path, (DatedPoints) value, range);
      case BY_REGIME -> in.regimes.values(path, (ByRegime) value, range);
      case NUMBER -> in.numbers.fixed(path, (Double) value, range);
      case WHOLE, LARGE -> in.numbers.whole(path, ((Number) value).longValue(), range);
      case TEXT -> reference(path, (String) value, key.refers());
      case MONTH -> in.dates.year(path, ((YearMonth) value).getYear());
      case DAY -> in.dates.year(path, ((LocalDate) value).getYear());
      case OVERRIDE -> drivers.override(path, (Driver.Override) value, section);
      // These can't be wrong, or are checked once all of them, or all that they hold, are there.
      case OPTIONAL,
          MAPPING,
          TRUTH,
          SAMPLING,
          CARRIER_KIND,
          DEFICITS,
          LEVER_KIND,
          QUESTION,
          CORRELATION,
          DRAWS,
          IMPORTS,
          DRIVER,
          NOISE,
          SECTION -> {}
    }
    return true;
  }

  /** The initial regime's factor divides; in the rows of a regime are probabilities. */
  private boolean isDivisor(KeyPath path, Component key) {
    List<String> words = path.words();
    return key.refers() == Refers.REGIME
        && key.type().inner().sort() == Sort.VALUE
        && in.regimes.isInitial(words.get(words.size() - 1));
  }

  private void schedule(KeyPath path, Schedule schedule, Range range) {
    schedule
        .<Runnable>match(
            value -> () -> in.numbers.value(path, value, range),
            points -> () -> points(path, points, range))
        .run();
  }

  private void points(KeyPath path, DatedPoints points, Range range) {
    points
        .points()
        .forEach(
            (month, number) -> {
              in.dates.year(path.child(month.toString()), month.getYear());
              in.numbers.fixed(path.child(month.toString()), number, range);
            });
  }

  /** Returns whether what stands in the list is still to be checked. */
  private boolean list(KeyPath path, List<?> list, Form form, Component key) {
    if (key.size() > 0 && !list.isEmpty() && list.size() != key.size()) {
      in.add(path, "must be %s; found a list of %s", key.form(), list.size());
    }
    if (key.refers() == Refers.NOTHING || form.inner().sort() != Sort.TEXT) {
      return true;
    }
    List<String> words = list.stream().map(String.class::cast).toList();
    in.references(path, key.refers().noun(), words, in.known(key.refers()));
    return false;
  }

  @Override
  public void name(KeyPath path, String id, Form mapping, Component key) {
    Defines defines = mapping.equals(key.type()) ? key.defines() : Defines.NOTHING;
    switch (defines) {
      case SHARED_IDS -> in.sharedId(path, id);
      case IDS -> in.id(path, id);
      case NOTHING -> reference(path, id, key.refers());
    }
  }

  private void reference(KeyPath path, String word, Refers refers) {
    if (refers != Refers.NOTHING) {
      in.reference(path, word, refers);
    }
    if (refers == Refers.DRIVER) {
      drivers.positive(path, word);
    }
  }
}
