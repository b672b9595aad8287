package io.corridor.internal.trade;

import io.corridor.internal.block.Block;
import io.corridor.internal.block.Column;
import io.corridor.internal.block.Column.Real;
import io.corridor.internal.block.Step;
import java.util.List;

/**
 * Keeps k(0⁻) of a flow, which may not be 0: its value at the start would be what was traded
 * although all of it was prohibited.
 *
 * @param flow its id, for the message
 * @param kept k(0⁻)
 * @param out where it is kept
 */
public record KeptBefore(String flow, Real kept, Real out) implements Step {

  @Override
  public void advance(Block block, int month) {
    double[] k = block.of(kept);
    double[] result = block.of(out);
    for (int p = 0; p < block.paths(); p++) {
      if (!(k[p] > 0)) {
        throw new ArithmeticException(
            "flows."
                + flow
                + ": on path "
                + (block.firstPath() + p)
                + " the sanctions of the day"
                + " before the start prohibit all of it, so that its annual value can't have been"
                + " traded; lower cut, enforcement or compliance, or let a waiver cover it");
      }
      result[p] = k[p];
    }
  }

  @Override
  public List<Column> reads() {
    return List.of(kept);
  }

  @Override
  public List<Column> writes() {
    return List.of(out);
  }
}
