package io.corridor.internal.trade;

import io.corridor.internal.block.Block;
import io.corridor.internal.block.Column.Real;
import io.corridor.internal.block.RealPort;
import io.corridor.internal.block.Step;

/**
 * diverted(t) = spending(t) · (P̂^{1−η} (1 − q(t)) − (1 − s)): what rivals gain; 0 if s = 1, for
 * then there are none (section 7 of the model).
 */
public final class Diversion extends Step {
  private final RealPort spending;
  private final RealPort bundle;
  private final RealPort part;
  private final RealPort startShare;
  private final RealPort out;

  /**
   * Makes the step.
   *
   * @param spending on the good from all sources
   * @param bundle P̂^{1−η}
   * @param part q, the part that goes to the partner
   * @param startShare s
   * @param out diverted
   */
  public Diversion(Real spending, Real bundle, Real part, Real startShare, Real out) {
    this.spending = ports.read(spending);
    this.bundle = ports.read(bundle);
    this.part = ports.read(part);
    this.startShare = ports.read(startShare);
    this.out = ports.write(out);
  }

  @Override
  public void advance(Block block, int month) {
    double[] total = block.of(spending);
    double[] b = block.of(bundle);
    double[] q = block.of(part);
    double[] s = block.of(startShare);
    double[] result = block.of(out);
    for (int p = 0; p < block.paths(); p++) {
      result[p] = s[p] < 1 ? total[p] * (b[p] * (1 - q[p]) - (1 - s[p])) : 0;
    }
  }
}
