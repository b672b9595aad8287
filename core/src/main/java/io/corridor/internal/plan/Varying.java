package io.corridor.internal.plan;

import io.corridor.internal.block.Column.Real;
import io.corridor.internal.plan.Num.Fixed;
import io.corridor.internal.policy.RegimeNumber;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A number that depends on the regime.
 *
 * @param states one number for each regime, in order
 */
record Varying(List<Num> states) {

  /** Returns {@code function} of the number in each regime. */
  Varying map(UnaryOperator<Num> function) {
    return new Varying(states.stream().map(function).toList());
  }

  /** Returns the number in every regime, or null if it differs. */
  @Nullable Num everywhere() {
    Num first = states.get(0);
    return states.stream().allMatch(first::equals) ? first : null;
  }

  boolean is(double value) {
    return states.stream().allMatch(number -> number.is(value));
  }

  /** Returns whether the number is known in every regime. */
  boolean isFixed() {
    return states.stream().allMatch(Fixed.class::isInstance);
  }

  double[] table() {
    return states.stream().mapToDouble(number -> ((Fixed) number).value()).toArray();
  }

  /** Returns the number for steps that pick it themselves. */
  RegimeNumber number(Wiring wiring) {
    return isFixed() ? RegimeNumber.of(table()) : RegimeNumber.of(columns(wiring));
  }

  List<Real> columns(Wiring wiring) {
    return states.stream().map(wiring::column).toList();
  }
}
