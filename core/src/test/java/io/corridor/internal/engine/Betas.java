package io.corridor.internal.engine;

import io.corridor.model.Distribution;
import io.corridor.model.Distribution.Interval;
import io.corridor.model.Scenario;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * Takes beta distributions out of scenarios, whose quantiles alone the engine tabulates: what is
 * left must be right to the last digits, and is compiled much faster.
 */
public final class Betas {

  private Betas() {}

  /**
   * Returns {@code scenario} with uniform and triangular distributions in place of the beta ones.
   */
  public static Scenario replaced(Scenario scenario) {
    return (Scenario) copy(scenario);
  }

  private static Object copy(Object part) {
    if (part instanceof Distribution.Beta beta) {
      Interval range = beta.range().orElse(new Interval(0, 1));
      return new Distribution.Uniform(range.low(), range.high());
    }
    if (part instanceof Distribution.Pert pert) {
      return new Distribution.Triangular(pert.low(), pert.mode(), pert.high());
    }
    if (part instanceof Optional<?> optional) {
      return optional.map(Betas::copy);
    }
    if (part instanceof Map<?, ?> map && !(part instanceof SortedMap)) {
      Map<Object, Object> copy = new LinkedHashMap<>();
      map.forEach((key, value) -> copy.put(key, copy(value)));
      return copy;
    }
    return part instanceof Record record ? copyOf(record) : part;
  }

  private static Record copyOf(Record record) {
    try {
      RecordComponent[] components = record.getClass().getRecordComponents();
      Class<?>[] types = new Class<?>[components.length];
      Object[] values = new Object[components.length];
      for (int i = 0; i < components.length; i++) {
        types[i] = components[i].getType();
        values[i] = copy(components[i].getAccessor().invoke(record));
      }
      return record.getClass().getDeclaredConstructor(types).newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException(record.toString(), e);
    }
  }
}
