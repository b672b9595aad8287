package io.corridor.internal.energy;

import io.corridor.internal.block.Block;
import io.corridor.internal.block.Column.Real;
import io.corridor.internal.block.RealPort;
import io.corridor.internal.block.Step;

/** value(t), USD for the month: imports · (priced units a day) · d(t) · price. */
public final class ImportValue extends Step {
  private final double[] pricedPerMonth;
  private final RealPort imports;
  private final RealPort price;
  private final RealPort out;

  /**
   * Makes the step.
   *
   * @param pricedPerMonth by month: priced units that one unit of volume makes
   * @param imports bought
   * @param price of a priced unit
   * @param out value
   */
  public ImportValue(double[] pricedPerMonth, Real imports, Real price, Real out) {
    this.pricedPerMonth = pricedPerMonth;
    this.imports = ports.read(imports);
    this.price = ports.read(price);
    this.out = ports.write(out);
  }

  @Override
  public void advance(Block block, int month) {
    double c = pricedPerMonth[month];
    double[] im = block.of(imports);
    double[] pr = block.of(price);
    double[] value = block.of(out);
    for (int p = 0; p < block.paths(); p++) {
      value[p] = im[p] * pr[p] * c;
    }
  }
}
