package io.corridor.internal.trade;

import io.corridor.internal.block.Block;
import io.corridor.internal.block.Column.Real;
import io.corridor.internal.block.RealPort;
import io.corridor.internal.block.Step;

/** value(t) ← value(t) · (1 − impact · 1{unrest in month t}) (section 7 of the model). */
public final class UnrestImpact extends Step {
  private final RealPort unrest;
  private final RealPort impact;
  private final RealPort value;

  /**
   * Makes the step.
   *
   * @param unrest 1 in a month of unrest
   * @param impact share of trade lost
   * @param value of a flow
   */
  public UnrestImpact(Real unrest, Real impact, Real value) {
    this.unrest = ports.read(unrest);
    this.impact = ports.read(impact);
    this.value = ports.update(value);
  }

  @Override
  public void advance(Block block, int month) {
    double[] u = block.of(unrest);
    double[] i = block.of(impact);
    double[] v = block.of(value);
    for (int p = 0; p < block.paths(); p++) {
      v[p] *= 1 - i[p] * u[p];
    }
  }
}
