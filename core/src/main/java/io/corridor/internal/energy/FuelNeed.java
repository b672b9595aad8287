package io.corridor.internal.energy;

import io.corridor.internal.block.Block;
import io.corridor.internal.block.Column;
import io.corridor.internal.block.Column.Real;
import io.corridor.internal.block.Step;
import java.util.List;

/**
 * demand(t) of a fuel += share · min(domestic(t), demand(t)) · per-unit of the carrier that burns
 * it.
 *
 * @param perUnit share · per-unit
 * @param domestic of the carrier that burns it
 * @param demand of the carrier that burns it
 * @param fuelDemand demand for the fuel
 */
public record FuelNeed(Real perUnit, Real domestic, Real demand, Real fuelDemand) implements Step {

  @Override
  public void advance(Block block, int month) {
    double[] f = block.of(perUnit);
    double[] s = block.of(domestic);
    double[] d = block.of(demand);
    double[] result = block.of(fuelDemand);
    for (int p = 0; p < block.paths(); p++) {
      result[p] += f[p] * Math.min(s[p], d[p]);
    }
  }

  @Override
  public List<Column> reads() {
    return List.of(perUnit, domestic, demand, fuelDemand);
  }

  @Override
  public List<Column> writes() {
    return List.of(fuelDemand);
  }
}
