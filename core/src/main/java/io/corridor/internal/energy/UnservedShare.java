package io.corridor.internal.energy;

import io.corridor.internal.block.Block;
import io.corridor.internal.block.Column.Real;
import io.corridor.internal.block.RealPort;
import io.corridor.internal.block.Step;

/** u(t) = unserved/demand; 0 if demand is 0. */
public final class UnservedShare extends Step {
  private final RealPort unserved;
  private final RealPort demand;
  private final RealPort out;

  /**
   * Makes the step.
   *
   * @param unserved demand that is not met
   * @param demand demand
   * @param out u
   */
  public UnservedShare(Real unserved, Real demand, Real out) {
    this.unserved = ports.read(unserved);
    this.demand = ports.read(demand);
    this.out = ports.write(out);
  }

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
}
