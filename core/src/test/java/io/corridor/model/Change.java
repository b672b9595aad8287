package io.corridor.model;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Copies of scenarios with one thing changed, deep inside. */
final class Change {

  private Change() {}

  /**
   * Returns a copy of {@code scenario} in which {@code value} stands at {@code path}: names of
   * record components, keys of maps (new ones are added) and places in lists (the next one is
   * added), joined by points. Optionals are looked through, and wrapped around the value where it
   * is none.
   */
  static Scenario of(Scenario scenario, String path, Object value) {
    return (Scenario) changed(scenario, List.of(path.split("\\.")), value);
  }

  private static Object changed(Object old, List<String> path, Object value) {
    if (old instanceof Optional<?> optional) {
      Object inner = changed(optional.orElse(null), path, value);
      return inner instanceof Optional ? inner : Optional.of(inner);
    }
    if (path.isEmpty()) {
      return value;
    }
    List<String> rest = path.subList(1, path.size());
    if (old instanceof Map<?, ?> map) {
      Map<Object, Object> copy = new LinkedHashMap<>(map);
      copy.put(path.get(0), changed(copy.get(path.get(0)), rest, value));
      return copy;
    }
    if (old instanceof List<?> list) {
      List<Object> copy = new ArrayList<>(list);
      int place = Integer.parseInt(path.get(0));
      if (place == copy.size()) {
        copy.add(value);
      } else {
        copy.set(place, changed(copy.get(place), rest, value));
      }
      return copy;
    }
    return changedRecord((Record) old, path.get(0), rest, value);
  }

  private static Record changedRecord(Record old, String name, List<String> rest, Object value) {
    try {
      RecordComponent[] components = old.getClass().getRecordComponents();
      Class<?>[] types = new Class<?>[components.length];
      Object[] values = new Object[components.length];
      boolean found = false;
      for (int i = 0; i < components.length; i++) {
        types[i] = components[i].getType();
        components[i].getAccessor().setAccessible(true);
        values[i] = components[i].getAccessor().invoke(old);
        if (components[i].getName().equals(name)) {
          found = true;
          values[i] = changed(values[i], rest, value);
        }
      }
      if (!found) {
        throw new IllegalArgumentException(old.getClass() + " has no component " + name);
      }
      Constructor<?> constructor = old.getClass().getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return (Record) constructor.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException(name, e);
    }
  }
}
