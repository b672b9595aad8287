package io.corridor.internal.policy;

import io.corridor.internal.block.Block;
import io.corridor.internal.block.Column.Real;
import io.corridor.internal.block.Ports;
import io.corridor.internal.block.RealPort;
import io.corridor.internal.random.RandomStream;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A number of each regime, known or in a column: for steps that want it on a few paths only. */
public final class RegimeNumber {
  private final double @Nullable [] known;
  private final RealPort[] columns;

  private RegimeNumber(double @Nullable [] known, RealPort... columns) {
    this.known = known;
    this.columns = columns;
  }

  /** Returns the numbers of {@code table}, by regime, for whichever step connects them. */
  public static Function<Ports, RegimeNumber> of(double[] table) {
    return ports -> new RegimeNumber(table);
  }

  /** Returns the numbers in {@code columns}, by regime, for whichever step connects them. */
  public static Function<Ports, RegimeNumber> of(List<Real> columns) {
    return ports -> new RegimeNumber(null, ports.read(columns));
  }

  /** Returns the bounds of the numbers as probabilities; null unless all are known. */
  long @Nullable [] bounds() {
    return known == null ? null : Arrays.stream(known).mapToLong(RandomStream::bound).toArray();
  }

  /** Returns the number of {@code regime} on path {@code p} of the block. */
  /** Returns what it is made of beside columns. */
  Object made() {
    return known == null ? columns.length : known;
  }

  double at(Block block, int regime, int p) {
    return known != null ? known[regime] : block.of(columns[regime])[p];
  }
}
