package io.corridor.internal.trade;

import io.corridor.internal.block.Block;
import io.corridor.internal.block.Column;
import io.corridor.internal.block.Column.Real;
import io.corridor.internal.block.Step;
import io.corridor.internal.block.Vectors;
import java.util.List;

/**
 * Σ weight · column: totals, balances and indices (section 10 of the model).
 *
 * @param weights of the columns
 * @param columns what is summed
 * @param out the sum; 0 of nothing
 */
public record Sum(double[] weights, List<Real> columns, Real out) implements Step {

  /** Makes the plain sum of {@code columns}. */
  public static Sum of(List<Real> columns, Real out) {
    double[] ones = new double[columns.size()];
    java.util.Arrays.fill(ones, 1);
    return new Sum(ones, columns, out);
  }

  @Override
  public void advance(Block block, int month) {
    int n = block.paths();
    double[] sum = block.of(out);
    if (columns.isEmpty()) {
      Vectors.fill(sum, 0, n);
      return;
    }
    if (columns.size() == 1) {
      Vectors.scale(weights[0], block.of(columns.get(0)), sum, n);
      return;
    }
    Vectors.combine(
        weights[0], block.of(columns.get(0)), weights[1], block.of(columns.get(1)), sum, n);
    for (int i = 2; i < weights.length; i++) {
      Vectors.addScaled(sum, weights[i], block.of(columns.get(i)), n);
    }
  }

  @Override
  public List<Column> reads() {
    return List.copyOf(columns);
  }

  @Override
  public List<Column> writes() {
    return List.of(out);
  }
}
