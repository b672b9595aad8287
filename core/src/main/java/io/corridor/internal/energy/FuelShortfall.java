package io.corridor.internal.energy;

import io.corridor.internal.block.Block;
import io.corridor.internal.block.Column.Real;
import io.corridor.internal.block.RealPort;
import io.corridor.internal.block.Step;

/** domestic(t) ← domestic(t) · (1 − share · u_F(t)): what a shortage of the fuel takes away. */
public final class FuelShortfall extends Step {
  private final RealPort share;
  private final RealPort fuelShare;
  private final RealPort domestic;

  /**
   * Makes the step.
   *
   * @param share of domestic supply that burns the fuel
   * @param fuelShare u_F, the unserved share of the fuel
   * @param domestic of the carrier that burns it
   */
  public FuelShortfall(Real share, Real fuelShare, Real domestic) {
    this.share = ports.read(share);
    this.fuelShare = ports.read(fuelShare);
    this.domestic = ports.update(domestic);
  }

  @Override
  public void advance(Block block, int month) {
    double[] s = block.of(share);
    double[] u = block.of(fuelShare);
    double[] d = block.of(domestic);
    for (int p = 0; p < block.paths(); p++) {
      d[p] *= 1 - s[p] * u[p];
    }
  }
}
