package io.corridor.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.internal.plan.Drawn;
import io.corridor.internal.plan.Plan;
import io.corridor.internal.plan.PlanCompiler;
import io.corridor.internal.plan.Wanted;
import io.corridor.internal.random.RandomStream.Key;
import io.corridor.model.Scenario;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every key of random words in the plans of the shipped scenarios. */
class StreamKeysTest {
  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

  /**
   * Of 4500 keys, two start within so many paths of each other for one seed in 10⁵; with other
   * twists that wouldn't matter either.
   */
  private static final long APART = 10_000_000;

  static List<String> names() {
    return ShippedScenarios.names();
  }

  @ParameterizedTest
  @MethodSource("names")
  void noTwoKeysShareATwistOrARangeOfPaths(String name) {
    Scenario scenario = ShippedScenarios.read(name).scenario();

    List<Key> keys =
        keys(PlanCompiler.compile(scenario, Drawn.of(scenario.run().seed()), Wanted.REPORTED));

    assertThat(keys).hasSizeGreaterThan(scenario.months());
    assertThat(keys.stream().map(Key::twist)).doesNotHaveDuplicates();
    assertThat(leastDistance(keys)).isGreaterThan(APART);
  }

  /** Returns the least number of paths from a key's place on the Weyl sequence to another's. */
  private static long leastDistance(List<Key> keys) {
    long[] places = keys.stream().mapToLong(key -> key.start() * inverse()).sorted().toArray();
    long least = places[0] - places[places.length - 1]; // around the circle
    for (int i = 1; i < places.length; i++) {
      least = Math.min(least, places[i] - places[i - 1]);
    }
    return least;
  }

  /** The inverse of the Weyl sequence's step modulo 2⁶⁴: Newton's iteration doubles its bits. */
  private static long inverse() {
    long inverse = GOLDEN_GAMMA; // right in three bits, as of any odd number
    for (int i = 0; i < 5; i++) {
      inverse *= 2 - GOLDEN_GAMMA * inverse;
    }
    return inverse;
  }

  /** Returns the keys that the plan's objects hold, however deep. */
  private static List<Key> keys(Plan plan) {
    Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    Deque<Object> open = new ArrayDeque<>(plan.parts());
    while (!open.isEmpty()) {
      Object object = open.pop();
      if (seen.add(object)) {
        open.addAll(parts(object));
      }
    }
    return seen.stream().filter(Key.class::isInstance).map(Key.class::cast).toList();
  }

  private static List<Object> parts(Object whole) {
    if (whole instanceof Collection<?> collection) {
      return present(collection.toArray());
    } else if (whole instanceof Map<?, ?> map) {
      return present(map.values().toArray());
    } else if (whole instanceof Object[] array) {
      return present(array);
    }
    return whole.getClass().getName().startsWith("io.corridor.") ? fields(whole) : List.of();
  }

  private static List<Object> fields(Object whole) {
    Field[] fields =
        Arrays.stream(whole.getClass().getDeclaredFields())
            .filter(field -> !Modifier.isStatic(field.getModifiers()))
            .filter(field -> !field.getType().isPrimitive())
            .toArray(Field[]::new);
    AccessibleObject.setAccessible(fields, true);
    return present(Arrays.stream(fields).map(field -> value(field, whole)).toArray());
  }

  private static Object value(Field field, Object whole) {
    try {
      return field.get(whole);
    } catch (IllegalAccessException impossible) {
      throw new AssertionError(impossible);
    }
  }

  private static List<Object> present(Object[] objects) {
    return Arrays.stream(objects).filter(object -> object != null).toList();
  }
}
