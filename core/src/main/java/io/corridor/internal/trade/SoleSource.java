package io.corridor.internal.trade;

import io.corridor.internal.block.Block;
import io.corridor.internal.block.Column.Real;
import io.corridor.internal.block.RealPort;
import io.corridor.internal.block.Step;
import io.corridor.internal.block.Vectors;
import io.corridor.internal.numeric.Exp;
import io.corridor.internal.numeric.Log;

/** P̂(t)^{1−η} = p̂^{1−η} of a good that has no other source (s = 1; section 7 of the model). */
public final class SoleSource extends Step {
  private final RealPort ratio;
  private final RealPort exponent;
  private final RealPort bundle;

  /**
   * Makes the step.
   *
   * @param ratio p̂
   * @param exponent 1 − η
   * @param bundle P̂^{1−η}
   */
  public SoleSource(Real ratio, Real exponent, Real bundle) {
    this.ratio = ports.read(ratio);
    this.exponent = ports.read(exponent);
    this.bundle = ports.write(bundle);
  }

  @Override
  public void advance(Block block, int month) {
    int n = block.paths();
    double[] out = block.of(bundle);
    Log.log(block.of(ratio), out, n);
    Vectors.multiply(out, block.of(exponent), n);
    Exp.exp(out, out, n);
  }
}
