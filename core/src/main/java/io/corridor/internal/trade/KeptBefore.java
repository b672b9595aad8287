package io.corridor.internal.trade;

import io.corridor.internal.block.Block;
import io.corridor.internal.block.Column.Real;
import io.corridor.internal.block.RealPort;
import io.corridor.internal.block.Step;
import io.corridor.run.SimulationException;

/**
 * Keeps k(0⁻) of a flow, which may not be 0: its value at the start would be what was traded
 * although all of it was prohibited.
 */
public final class KeptBefore extends Step {
  private final String flow;
  private final RealPort kept;
  private final RealPort out;

  /**
   * Makes the step.
   *
   * @param flow its id, for the message
   * @param kept k(0⁻)
   * @param out where it is kept
   */
  public KeptBefore(String flow, Real kept, Real out) {
    this.flow = flow;
    this.kept = ports.read(kept);
    this.out = ports.write(out);
  }

  @Override
  public void advance(Block block, int month) {
    double[] k = block.of(kept);
    double[] result = block.of(out);
    for (int p = 0; p < block.paths(); p++) {
      if (!(k[p] > 0)) {
        throw new SimulationException(
            "flows."
                + flow
                + ": on path "
                + (block.firstPath() + p)
                + " the measures of the day before the start prohibit all of it, but annual-value is"
                + " as it was traded under the measures then in force; lower cut, enforcement or"
                + " compliance, or let a waiver cover it");
      }
      result[p] = k[p];
    }
  }
}
