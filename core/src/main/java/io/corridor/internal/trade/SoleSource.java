package io.corridor.internal.trade;

import io.corridor.internal.block.Block;
import io.corridor.internal.block.Column;
import io.corridor.internal.block.Column.Real;
import io.corridor.internal.block.Step;
import io.corridor.internal.block.Vectors;
import io.corridor.internal.numeric.Exp;
import io.corridor.internal.numeric.Log;
import java.util.List;

/**
 * P̂(t)^{1−η} = p̂^{1−η} of a good that has no other source (s = 1; section 7 of the model).
 *
 * @param ratio p̂
 * @param exponent 1 − η
 * @param bundle P̂^{1−η}
 */
public record SoleSource(Real ratio, Real exponent, Real bundle) implements Step {

  @Override
  public void advance(Block block, int month) {
    int n = block.paths();
    double[] out = block.of(bundle);
    Log.log(block.of(ratio), out, n);
    Vectors.multiply(out, block.of(exponent), n);
    Exp.exp(out, out, n);
  }

  @Override
  public List<Column> reads() {
    return List.of(ratio, exponent);
  }

  @Override
  public List<Column> writes() {
    return List.of(bundle);
  }
}
