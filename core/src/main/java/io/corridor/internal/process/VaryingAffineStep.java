package io.corridor.internal.process;

import io.corridor.internal.block.Block;
import io.corridor.internal.block.Column.Real;
import io.corridor.internal.block.RealPort;
import io.corridor.internal.block.Step;
import java.util.Arrays;
import java.util.List;

/** x(t) = a · x(t−1) + c + s · Σ_j l_j Z_j(t), where a, c and s differ by path or by regime. */
public final class VaryingAffineStep extends Step {
  private final RealPort decay;
  private final RealPort constant;
  private final RealPort scale;
  private final double[] loadings;
  private final RealPort[] shocks;
  private final RealPort state;

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
    this.decay = ports.read(decay);
    this.constant = ports.read(constant);
    this.scale = ports.read(scale);
    this.loadings = loadings.clone();
    this.shocks = ports.read(shocks);
    this.state = ports.update(state);
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
    Arrays.fill(e, 0, n, 0); // what was left there may be infinite
    return e;
  }
}
