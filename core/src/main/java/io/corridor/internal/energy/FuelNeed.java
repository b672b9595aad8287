package io.corridor.internal.energy;

import io.corridor.internal.block.Block;
import io.corridor.internal.block.Column.Real;
import io.corridor.internal.block.RealPort;
import io.corridor.internal.block.Step;

/**
 * demand(t) of a fuel += share · min(domestic(t), demand(t)) · per-unit of the carrier that burns
 * it.
 */
public final class FuelNeed extends Step {
  private final RealPort perUnit;
  private final RealPort domestic;
  private final RealPort demand;
  private final RealPort fuelDemand;

  /**
   * Makes the step.
   *
   * @param perUnit share · per-unit
   * @param domestic of the carrier that burns it
   * @param demand of the carrier that burns it
   * @param fuelDemand demand for the fuel
   */
  public FuelNeed(Real perUnit, Real domestic, Real demand, Real fuelDemand) {
    this.perUnit = ports.read(perUnit);
    this.domestic = ports.read(domestic);
    this.demand = ports.read(demand);
    this.fuelDemand = ports.update(fuelDemand);
  }

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
}
