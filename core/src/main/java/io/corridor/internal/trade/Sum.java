package io.corridor.internal.trade;

import io.corridor.internal.block.Block;
import io.corridor.internal.block.Column.Real;
import io.corridor.internal.block.RealPort;
import io.corridor.internal.block.Step;
import io.corridor.internal.block.Vectors;
import java.util.Arrays;
import java.util.List;

/** Σ weight · column: totals, balances and indices (section 10 of the model). */
public final class Sum extends Step {
  private final double[] weights;
  private final RealPort[] columns;
  private final RealPort out;

  /**
   * Makes the step.
   *
   * @param weights of the columns
   * @param columns what is summed
   * @param out the sum; 0 of nothing
   */
  public Sum(double[] weights, List<Real> columns, Real out) {
    this.weights = weights;
    this.columns = ports.read(columns);
    this.out = ports.write(out);
  }

  /** Makes the plain sum of {@code columns}. */
  public static Sum of(List<Real> columns, Real out) {
    double[] ones = new double[columns.size()];
    Arrays.fill(ones, 1);
    return new Sum(ones, columns, out);
  }

  @Override
  public void advance(Block block, int month) {
    int n = block.paths();
    double[] sum = block.of(out);
    if (columns.length == 0) {
      Vectors.fill(sum, 0, n);
      return;
    }
    if (columns.length == 1) {
      Vectors.scale(weights[0], block.of(columns[0]), sum, n);
      return;
    }
    Vectors.combine(weights[0], block.of(columns[0]), weights[1], block.of(columns[1]), sum, n);
    for (int i = 2; i < weights.length; i++) {
      Vectors.addScaled(sum, weights[i], block.of(columns[i]), n);
    }
  }
}
