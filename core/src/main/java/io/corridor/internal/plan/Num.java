package io.corridor.internal.plan;

import io.corridor.internal.block.Column.Real;
import java.util.List;

/** A number of a path: known when compiled, in a column, or one for each regime. */
sealed interface Num {

  /** 0 on every path. */
  Num ZERO = new Fixed(0);

  /** 1 on every path. */
  Num ONE = new Fixed(1);

  /** Returns the number that is {@code states} by regime. */
  static Num byRegime(List<Num> states) {
    Num first = states.get(0);
    return states.stream().allMatch(first::equals) ? first : new Varying(states);
  }

  /** Returns whether the number is {@code value} on every path. */
  boolean is(double value);

  /** Returns its column; of what depends on the regime, that of the month's. */
  Real column(Wiring wiring);

  /** Returns the number in a regime. */
  default Num at(int regime) {
    return this;
  }

  /** Known when compiled. */
  record Fixed(double value) implements Num {
    @Override
    public boolean is(double other) {
      return value == other;
    }

    @Override
    public Real column(Wiring wiring) {
      return wiring.constant(value);
    }
  }

  /** In a column, set at the start of each path. */
  record Uncertain(Real column) implements Num {
    @Override
    public boolean is(double value) {
      return false;
    }

    @Override
    public Real column(Wiring wiring) {
      return column;
    }
  }

  /**
   * Different in some regimes.
   *
   * @param states one number for each regime, in order, none of which depends on the regime
   */
  record Varying(List<Num> states) implements Num {
    @Override
    public boolean is(double value) {
      return states.stream().allMatch(number -> number.is(value));
    }

    @Override
    public Real column(Wiring wiring) {
      return wiring.picked(states);
    }

    @Override
    public Num at(int regime) {
      return states.get(regime);
    }
  }
}
