package io.corridor.internal.process;

import io.corridor.internal.block.Block;
import io.corridor.internal.block.Column.Real;
import io.corridor.internal.block.RealPort;
import io.corridor.internal.block.Step;

/**
 * v(t) = σ²(1 − e^{−2κy})/(2κ), the variance of a noise whose κ or σ differ by path, by its
 * recursion v(t) = e^{−2κΔ} v(t−1) + (variance of one step), v(0) = 0.
 */
public final class NoiseVariance extends Step {
  private final RealPort decay;
  private final RealPort step;
  private final RealPort variance;

  /**
   * Makes the step.
   *
   * @param decay e^{−2κΔ}
   * @param step variance of one step
   * @param variance v
   */
  public NoiseVariance(Real decay, Real step, Real variance) {
    this.decay = ports.read(decay);
    this.step = ports.read(step);
    this.variance = ports.update(variance);
  }

  @Override
  public void advance(Block block, int month) {
    if (month == 0) {
      return;
    }
    double[] b = block.of(decay);
    double[] q = block.of(step);
    double[] v = block.of(variance);
    for (int p = 0; p < block.paths(); p++) {
      v[p] = b[p] * v[p] + q[p];
    }
  }
}
