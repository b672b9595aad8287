package io.corridor.internal.trade;

import io.corridor.internal.block.Block;
import io.corridor.internal.block.Column.Real;
import io.corridor.internal.block.RealPort;
import io.corridor.internal.block.Step;

/**
 * q(t) = min(1, share(t) · k̂(t)) with k̂(t) = k(t)/k(0⁻): the part of the spending that goes to
 * the partner (section 7 of the model).
 */
public final class PartnerPart extends Step {
  private final RealPort share;
  private final RealPort kept;
  private final RealPort startKept;
  private final RealPort out;

  /**
   * Makes the step.
   *
   * @param share of the partner after substitution
   * @param kept k(t)
   * @param startKept k(0⁻)
   * @param out q
   */
  public PartnerPart(Real share, Real kept, Real startKept, Real out) {
    this.share = ports.read(share);
    this.kept = ports.read(kept);
    this.startKept = ports.read(startKept);
    this.out = ports.write(out);
  }

  @Override
  public void advance(Block block, int month) {
    double[] s = block.of(share);
    double[] now = block.of(kept);
    double[] before = block.of(startKept);
    double[] q = block.of(out);
    for (int p = 0; p < block.paths(); p++) {
      q[p] = Math.min(1, s[p] * (now[p] / before[p]));
    }
  }
}
