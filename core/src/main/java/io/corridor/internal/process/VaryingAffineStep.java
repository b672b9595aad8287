package io.corridor.internal.process;

import io.corridor.internal.block.Block;
import io.corridor.internal.block.Column;
import io.corridor.internal.block.Column.Real;
import io.corridor.internal.block.Step;
import java.util.ArrayList;
import java.util.List;

/** x(t) = a · x(t−1) + c + s · Σ_j l_j Z_j(t), where a, c and s differ by path or by regime. */
public final class VaryingAffineStep implements Step {
  private final Real decay;
  private final Real constant;
  private final Real scale;
  private final double[] loadings;
  private final Real[] shocks;
  private final Real state;

  /**
   * Makes the step.
   *
   * @param decay a
   * @param constant c
   * @param scale s
   * @param loadings l_j, the driver's row of the Cholesky factor
   * @param shocks Z_j
   * @param state x
   */
  public VaryingAffineStep(
      Real decay, Real constant, Real scale, double[] loadings, List<Real> shocks, Real state) {
    this.decay = decay;
    this.constant = constant;
    this.scale = scale;
    this.loadings = loadings.clone();
    this.shocks = shocks.toArray(new Real[0]);
    this.state = state;
  }

  @Override
  public void advance(Block block, int month) {
    if (month == 0) {
      return;
    }
    int n = block.paths();
    double[] e = block.scratch();
    Mix.addShocks(block, 0, 0, loadings, shocks, zero(e, n), n);
    double[] a = block.of(decay);
    double[] c = block.of(constant);
    double[] s = block.of(scale);
    double[] x = block.of(state);
    for (int p = 0; p < n; p++) {
      x[p] = a[p] * x[p] + c[p] + s[p] * e[p];
    }
  }

  private static double[] zero(double[] e, int n) {
    java.util.Arrays.fill(e, 0, n, 0); // what was left there may be infinite
    return e;
  }

  @Override
  public List<Column> reads() {
    List<Column> reads = new ArrayList<>(List.of(shocks));
    reads.addAll(List.of(decay, constant, scale, state));
    return reads;
  }

  @Override
  public List<Column> writes() {
    return List.of(state);
  }
}
