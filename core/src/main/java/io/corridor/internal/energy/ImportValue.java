package io.corridor.internal.energy;

import io.corridor.internal.block.Block;
import io.corridor.internal.block.Column;
import io.corridor.internal.block.Column.Real;
import io.corridor.internal.block.Step;
import java.util.List;

/**
 * value(t), USD for the month: imports · (priced units a day) · d(t) · price.
 *
 * @param pricedPerMonth by month: priced units that one unit of volume makes
 * @param imports bought
 * @param price of a priced unit
 * @param out value
 */
public record ImportValue(double[] pricedPerMonth, Real imports, Real price, Real out)
    implements Step {

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

  @Override
  public List<Column> reads() {
    return List.of(imports, price);
  }

  @Override
  public List<Column> writes() {
    return List.of(out);
  }
}
