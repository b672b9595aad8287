package io.corridor.internal.plan;

import io.corridor.internal.block.Column.Real;

/** A number of a path that doesn't change over the months: known when compiled, or in a column. */
sealed interface Num {

  /** 0 on every path. */
  Num ZERO = new Fixed(0);

  /** 1 on every path. */
  Num ONE = new Fixed(1);

  /** Returns whether the number is {@code value} on every path. */
  boolean is(double value);

  /** Returns its column. */
  Real column(Wiring wiring);

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
  record Drawn(Real column) implements Num {
    @Override
    public boolean is(double value) {
      return false;
    }

    @Override
    public Real column(Wiring wiring) {
      return column;
    }
  }
}
