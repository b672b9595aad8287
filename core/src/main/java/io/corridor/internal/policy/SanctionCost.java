package io.corridor.internal.policy;

import io.corridor.internal.block.Block;
import io.corridor.internal.block.Column.Real;
import io.corridor.internal.block.RealPort;
import io.corridor.internal.block.Step;
import io.corridor.internal.block.Vectors;
import java.util.List;

/**
 * τ(t) = Σ_j τ_j b_j, the ad-valorem equivalent of the costs on a flow (section 5 of the model).
 */
public final class SanctionCost extends Step {
  private final Exposure[] exposures;
  private final RealPort out;

  /**
   * Makes the step.
   *
   * @param sanctions those with a cost that name the flow
   * @param out τ
   */
  public SanctionCost(List<SanctionInForce> sanctions, Real out) {
    this.exposures = Exposure.of(ports, sanctions);
    this.out = ports.write(out);
  }

  @Override
  public void advance(Block block, int month) {
    double[] cost = block.of(out);
    int n = block.paths();
    Vectors.fill(cost, 0, n);
    for (Exposure exposure : exposures) {
      if (exposure.inForce(month)) {
        Vectors.add(cost, exposure.in(block), n);
      }
    }
  }
}
