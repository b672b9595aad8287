package io.corridor.internal.trade;

import io.corridor.internal.block.Block;
import io.corridor.internal.block.Column.Real;
import io.corridor.internal.block.RealPort;
import io.corridor.internal.block.Step;

/**
 * p̂(t) = (1 + τ(t))/(1 + τ(0⁻)), the change of the price that the buyer pays (section 7 of the
 * model).
 */
public final class PriceRatio extends Step {
  private final RealPort cost;
  private final RealPort startCost;
  private final RealPort out;

  /**
   * Makes the step.
   *
   * @param cost τ(t)
   * @param startCost τ(0⁻)
   * @param out p̂
   */
  public PriceRatio(Real cost, Real startCost, Real out) {
    this.cost = ports.read(cost);
    this.startCost = ports.read(startCost);
    this.out = ports.write(out);
  }

  @Override
  public void advance(Block block, int month) {
    double[] now = block.of(cost);
    double[] before = block.of(startCost);
    double[] ratio = block.of(out);
    for (int p = 0; p < block.paths(); p++) {
      ratio[p] = (1 + now[p]) / (1 + before[p]);
    }
  }
}
