package io.corridor.model;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
    states = Ordered.copyOf(requireNonNull(states, "states"));
  }

  /** Returns the number that is {@code value} in every regime. */
  public static ByRegime everywhere(Value value) {
    return new ByRegime(Optional.of(requireNonNull(value, "value")), Map.of());
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

  /** Returns the number that is {@code value} in one regime; say the others with {@link #and}. */
  public static ByRegime of(String regime, double value) {
    return of(Map.of(requireNonNull(regime, "regime"), Value.of(value)));
  }

  /** Returns the number of two regimes; say more with {@link #and}. */
  public static ByRegime of(String first, double one, String second, double other) {
    return of(first, one).and(second, other);
  }

  /** Returns the number of three regimes; say more with {@link #and}. */
  public static ByRegime of(
      String first, double one, String second, double other, String third, double another) {
    return of(first, one, second, other).and(third, another);
  }

  /** Returns a copy that is {@code value} in one more regime. */
  public ByRegime and(String regime, double value) {
    return new ByRegime(
        otherwise, Ordered.with(states, requireNonNull(regime, "regime"), Value.of(value)));
  }

  /** Returns a copy that is {@code value} in every regime that isn't named. */
  public ByRegime otherwise(double value) {
    return new ByRegime(Optional.of(Value.of(value)), states);
  }

  /** Returns the value in {@code regime}, or null where it is not given. */
  public @Nullable Value in(String regime) {
    Value value = states.get(regime);
    return value != null ? value : otherwise.orElse(null);
  }
}
