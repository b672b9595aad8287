package io.corridor.internal.energy;

import io.corridor.internal.block.Block;
import io.corridor.internal.block.Column.Real;
import io.corridor.internal.block.RealPort;
import io.corridor.internal.block.Step;

/**
 * A block's part of a carrier's fuel need: demand(t) of the fuel += hours · share · min(domestic,
 * demand) · per-unit, domestic and demand being those of the block.
 */
public final class BlockFuelNeed extends Step {
  private final double hours;
  private final double factor;
  private final RealPort perUnit;
  private final RealPort domestic;
  private final RealPort own;
  private final RealPort added;
  private final RealPort fuelDemand;

  /**
   * Makes the step.
   *
   * @param block index of the block
   * @param hours the month's blocks
   * @param perUnit share · per-unit
   * @param domestic of the block, of the carrier that burns the fuel
   * @param own demand of the month, of that carrier
   * @param added fuel needs of others that it meets
   * @param fuelDemand demand for the fuel
   */
  public BlockFuelNeed(
      int block, Hours hours, Real perUnit, Real domestic, Real own, Real added, Real fuelDemand) {
    this.hours = hours.shares()[block];
    this.factor = hours.factors()[block];
    this.perUnit = ports.read(perUnit);
    this.domestic = ports.read(domestic);
    this.own = ports.read(own);
    this.added = ports.read(added);
    this.fuelDemand = ports.update(fuelDemand);
  }

  @Override
  public void advance(Block block, int month) {
    double[] f = block.of(perUnit);
    double[] s = block.of(domestic);
    double[] d = block.of(own);
    double[] a = block.of(added);
    double[] result = block.of(fuelDemand);
    for (int p = 0; p < block.paths(); p++) {
      result[p] += hours * f[p] * Math.min(s[p], d[p] * factor + a[p]);
    }
  }
}
