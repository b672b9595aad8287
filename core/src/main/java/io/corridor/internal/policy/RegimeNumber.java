package io.corridor.internal.policy;

import io.corridor.internal.block.Block;
import io.corridor.internal.block.Column.Real;
import io.corridor.internal.block.Ports;
import io.corridor.internal.block.RealPort;
import io.corridor.internal.random.RandomStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A number of each regime, known or in a column: for steps that want it on a few paths only. */
public final class RegimeNumber {
  private final double @Nullable [] known;
  private final List<Real> columns;

  private RegimeNumber(double @Nullable [] known, List<Real> columns) {
    this.known = known;
    this.columns = columns;
  }

  /** Returns the numbers of {@code table}, by regime. */
  public static RegimeNumber of(double[] table) {
    return new RegimeNumber(table.clone(), List.of());
  }

  /** Returns the numbers in {@code columns}, by regime. */
  public static RegimeNumber of(List<Real> columns) {
    return new RegimeNumber(null, List.copyOf(columns));
  }

  /** Returns the numbers for a step, connected by its {@code ports}. */
  Connected connect(Ports ports) {
    return new Connected(known, ports.read(columns));
  }

  /** The numbers as a step has them. */
  static final class Connected {
    private final double @Nullable [] known;
    private final RealPort[] columns;

    private Connected(double @Nullable [] known, RealPort[] columns) {
      this.known = known;
      this.columns = columns;
    }

    /** Returns the bounds of the numbers as probabilities; null unless all are known. */
    long @Nullable [] bounds() {
      if (known == null) {
        return null;
      }
      long[] bounds = new long[known.length];
      for (int r = 0; r < bounds.length; r++) {
        bounds[r] = RandomStream.bound(known[r]);
      }
      return bounds;
    }

    /** Returns the number of {@code regime} on path {@code p} of the block. */
    double at(Block block, int regime, int p) {
      return known != null ? known[regime] : block.of(columns[regime])[p];
    }
  }
}
