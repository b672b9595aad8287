package io.corridor.internal.trade;

import io.corridor.internal.block.Block;
import io.corridor.internal.block.Column;
import io.corridor.internal.block.Column.Real;
import io.corridor.internal.block.Step;
import java.util.List;

/**
 * p̂(t) = (1 + τ(t))/(1 + τ(0⁻)), the change of the price that the buyer pays (section 7 of the
 * model).
 *
 * @param cost τ(t)
 * @param startCost τ(0⁻)
 * @param out p̂
 */
public record PriceRatio(Real cost, Real startCost, Real out) implements Step {

  @Override
  public void advance(Block block, int month) {
    double[] now = block.of(cost);
    double[] before = block.of(startCost);
    double[] ratio = block.of(out);
    for (int p = 0; p < block.paths(); p++) {
      ratio[p] = (1 + now[p]) / (1 + before[p]);
    }
  }

  @Override
  public List<Column> reads() {
    return List.of(cost, startCost);
  }

  @Override
  public List<Column> writes() {
    return List.of(out);
  }
}
