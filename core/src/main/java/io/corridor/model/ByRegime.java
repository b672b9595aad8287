package io.corridor.model;

import java.util.Map;
import java.util.Optional;

/**
 * A number that depends on the policy regime.
 *
 * @param otherwise the value in regimes that {@code states} doesn't name; absent where every regime
 *     must be named
 * @param states the value by name of the regime
 */
public record ByRegime(Optional<Value> otherwise, Map<String, Value> states) {

  /** Copies the mapping, keeping its order. */
  public ByRegime {
    states = Ordered.copyOf(states);
  }

  /** Returns the number that is {@code value} in every regime. */
  public static ByRegime everywhere(Value value) {
    return new ByRegime(Optional.of(value), Map.of());
  }

  /** Returns the number that is {@code value} in every regime. */
  public static ByRegime everywhere(double value) {
    return everywhere(Value.of(value));
  }

  /** Returns the number given by {@code states}, which names every regime. */
  public static ByRegime of(Map<String, Value> states) {
    return new ByRegime(Optional.empty(), states);
  }

  /** Returns the number given by {@code states}, and {@code otherwise} in any other regime. */
  public static ByRegime of(Map<String, Value> states, double otherwise) {
    return new ByRegime(Optional.of(Value.of(otherwise)), states);
  }

  /** Returns the value in {@code regime}, or null where it is not given. */
  public Value in(String regime) {
    Value value = states.get(regime);
    return value != null ? value : otherwise.orElse(null);
  }
}
