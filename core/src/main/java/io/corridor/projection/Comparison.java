package io.corridor.projection;

import com.google.common.collect.ImmutableMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A scenario and variants of it, simulated on the same random numbers. Each projection is the one
 * that the scenario has on its own, but for its timing, which is that of all of them together. Two
 * are equal if all but the timing is the same.
 *
 * @param base what the variants are compared with
 * @param variants projections by name, in the order they were given
 * @param differences of each variant from the base, by the same names
 */
public record Comparison(
    Projection base, Map<String, Projection> variants, Map<String, Differences> differences) {

  /** Copies the maps, keeping their order. */
  public Comparison {
    variants = ImmutableMap.copyOf(variants);
    differences = ImmutableMap.copyOf(differences);
  }

  /** Returns the base, then each variant and how it differs. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("Base: " + base);
    variants.forEach(
        (name, variant) -> {
          text.append("\nVariant ").append(name).append(": ").append(variant);
          differences(name)
              .questions()
              .forEach((id, one) -> text.append("\n  ").append(id).append(": ").append(one));
          Stream.concat(
                  differences(name).metrics().values().stream(),
                  differences(name).fans().values().stream())
              .forEach(one -> text.append("\n  less that of the base: ").append(one));
        });
    return text.toString();
  }

  /**
   * Returns comparisons with the same base as one.
   *
   * @param some at least one
   * @param names of all variants, in the order they are to have
   * @param timing of all of it
   * @throws IllegalArgumentException if a variant is in none of them
   */
  public static Comparison join(
      List<Comparison> some, List<String> names, Projection.Timing timing) {
    Map<String, Projection> variants = new HashMap<>();
    Map<String, Differences> differences = new HashMap<>();
    for (Comparison one : some) {
      variants.putAll(one.variants);
      differences.putAll(one.differences);
    }
    Map<String, Projection> inOrder = new LinkedHashMap<>();
    Map<String, Differences> differencesInOrder = new LinkedHashMap<>();
    for (String name : names) {
      inOrder.put(name, found(variants, name).withTiming(timing));
      differencesInOrder.put(name, found(differences, name));
    }
    return new Comparison(some.get(0).base.withTiming(timing), inOrder, differencesInOrder);
  }

  /**
   * Returns the number of standard errors to either side of a difference that make its 95 %
   * interval.
   */
  public double quantile95() {
    return base.sample().sampling().quantile95();
  }

  /**
   * Returns the projection of {@code variant}.
   *
   * @throws IllegalArgumentException if there is no such variant
   */
  public Projection variant(String variant) {
    return found(variants, variant);
  }

  /**
   * Returns how {@code variant} differs from the base.
   *
   * @throws IllegalArgumentException if there is no such variant
   */
  public Differences differences(String variant) {
    return found(differences, variant);
  }

  private static <T> T found(Map<String, T> map, String name) {
    T value = map.get(name);
    if (value == null) {
      throw new IllegalArgumentException(
          "no variant '" + name + "'; compared were " + map.keySet());
    }
    return value;
  }
}
