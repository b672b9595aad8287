package io.corridor.internal.process;

import io.corridor.internal.block.Block;
import io.corridor.internal.block.Column;
import io.corridor.internal.block.Column.Real;
import io.corridor.internal.block.Step;
import java.util.List;

/**
 * v(t) = σ²(1 − e^{−2κy})/(2κ), the variance of a noise whose κ or σ differ by path, by its
 * recursion v(t) = e^{−2κΔ} v(t−1) + (variance of one step), v(0) = 0.
 *
 * @param decay e^{−2κΔ}
 * @param step variance of one step
 * @param variance v
 */
public record NoiseVariance(Real decay, Real step, Real variance) implements Step {

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

  @Override
  public List<Column> reads() {
    return List.of(decay, step, variance);
  }

  @Override
  public List<Column> writes() {
    return List.of(variance);
  }
}
