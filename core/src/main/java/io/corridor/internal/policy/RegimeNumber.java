package io.corridor.internal.policy;

import io.corridor.internal.block.Block;
import io.corridor.internal.block.Column.Real;
import java.util.List;

/** A number of each regime, known or in a column: for steps that want it on a few paths only. */
public final class RegimeNumber {
  private final double[] known;
  private final Real[] columns;

  private RegimeNumber(double[] known, Real[] columns) {
    this.known = known;
    this.columns = columns;
  }

  /** Returns the numbers of {@code table}, by regime. */
  public static RegimeNumber of(double[] table) {
    return new RegimeNumber(table.clone(), new Real[0]);
  }

  /** Returns the numbers in {@code columns}, by regime. */
  public static RegimeNumber of(List<Real> columns) {
    return new RegimeNumber(null, columns.toArray(new Real[0]));
  }

  /** Returns whether the numbers are the same on every path. */
  boolean isKnown() {
    return known != null;
  }

  /** Returns the bounds of the numbers as probabilities; only if they are known. */
  long[] bounds() {
    long[] bounds = new long[known.length];
    for (int r = 0; r < bounds.length; r++) {
      bounds[r] = io.corridor.internal.random.RandomStream.bound(known[r]);
    }
    return bounds;
  }

  /** Returns the number of {@code regime} on path {@code p} of the block. */
  double at(Block block, int regime, int p) {
    return known != null ? known[regime] : block.of(columns[regime])[p];
  }

  /** Returns the columns read. */
  List<Real> reads() {
    return List.of(columns);
  }
}
