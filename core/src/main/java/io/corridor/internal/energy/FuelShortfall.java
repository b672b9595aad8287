package io.corridor.internal.energy;

import io.corridor.internal.block.Block;
import io.corridor.internal.block.Column;
import io.corridor.internal.block.Column.Real;
import io.corridor.internal.block.Step;
import java.util.List;

/**
 * domestic(t) ← domestic(t) · (1 − share · u_F(t)): what a shortage of the fuel takes away.
 *
 * @param share of domestic supply that burns the fuel
 * @param fuelShare u_F, the unserved share of the fuel
 * @param domestic of the carrier that burns it
 */
public record FuelShortfall(Real share, Real fuelShare, Real domestic) implements Step {

  @Override
  public void advance(Block block, int month) {
    double[] s = block.of(share);
    double[] u = block.of(fuelShare);
    double[] d = block.of(domestic);
    for (int p = 0; p < block.paths(); p++) {
      d[p] *= 1 - s[p] * u[p];
    }
  }

  @Override
  public List<Column> reads() {
    return List.of(share, fuelShare, domestic);
  }

  @Override
  public List<Column> writes() {
    return List.of(domestic);
  }
}
