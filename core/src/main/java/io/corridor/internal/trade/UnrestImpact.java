package io.corridor.internal.trade;

import io.corridor.internal.block.Block;
import io.corridor.internal.block.Column;
import io.corridor.internal.block.Column.Real;
import io.corridor.internal.block.Step;
import java.util.List;

/**
 * value(t) ← value(t) · (1 − impact · 1{unrest in month t}) (section 7 of the model).
 *
 * @param unrest 1 in a month of unrest
 * @param impact share of trade lost
 * @param value of a flow
 */
public record UnrestImpact(Real unrest, Real impact, Real value) implements Step {

  @Override
  public void advance(Block block, int month) {
    double[] u = block.of(unrest);
    double[] i = block.of(impact);
    double[] v = block.of(value);
    for (int p = 0; p < block.paths(); p++) {
      v[p] *= 1 - i[p] * u[p];
    }
  }

  @Override
  public List<Column> reads() {
    return List.of(unrest, impact, value);
  }

  @Override
  public List<Column> writes() {
    return List.of(value);
  }
}
