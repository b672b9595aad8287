package io.corridor.internal.energy;

import io.corridor.internal.block.Block;
import io.corridor.internal.block.Column;
import io.corridor.internal.block.Column.Real;
import io.corridor.internal.block.Step;
import java.util.List;

/**
 * u(t) = unserved/demand; 0 if demand is 0.
 *
 * @param unserved demand that is not met
 * @param demand demand
 * @param out u
 */
public record UnservedShare(Real unserved, Real demand, Real out) implements Step {

  @Override
  public void advance(Block block, int month) {
    double[] missing = block.of(unserved);
    double[] d = block.of(demand);
    double[] u = block.of(out);
    for (int p = 0; p < block.paths(); p++) {
      // Without demand nothing is unserved, and 0 over the smallest normal number is 0.
      u[p] = missing[p] / Math.max(d[p], Double.MIN_NORMAL);
    }
  }

  @Override
  public List<Column> reads() {
    return List.of(unserved, demand);
  }

  @Override
  public List<Column> writes() {
    return List.of(out);
  }
}
