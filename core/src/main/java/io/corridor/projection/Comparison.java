package io.corridor.projection;

import com.google.common.collect.ImmutableMap;
import java.util.Map;

/**
 * A scenario and variants of it, simulated on the same random numbers. Each projection is the one
 * that the scenario has on its own, but for its timing, which is that of all of them together.
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
