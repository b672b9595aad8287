package io.corridor.internal.process;

import io.corridor.internal.block.Block;
import io.corridor.internal.block.Column.Real;
import io.corridor.internal.block.RealPort;
import io.corridor.internal.block.Step;
import java.util.List;

/**
 * x(t) = a · x(t−1) + c + Σ_j l_j Z_j(t), with the same coefficients on every path.
 *
 * <p>This is the step of every diffusion of section 2, in logs where X is positive. The l_j are the
 * driver's row of the Cholesky factor times the standard deviation of its step.
 *
 * <p>The sum is taken four shocks at a time: each pass reads x once for up to four shocks, where a
 * pass for each shock would read and write x as often as there are shocks.
 */
public final class AffineStep extends Step {
  private final double decay;
  private final double constant;
  private final double[] loadings;
  private final RealPort[] shocks;
  private final RealPort state;

  /**
   * Makes the step.
   *
   * @param decay a
   * @param constant c
   * @param loadings l_j
   * @param shocks Z_j
   * @param state x
   */
  public AffineStep(
      double decay, double constant, double[] loadings, List<Real> shocks, Real state) {
    this.decay = decay;
    this.constant = constant;
    this.loadings = loadings.clone();
    this.shocks = ports.read(shocks);
    this.state = ports.update(state);
  }

  @Override
  public void advance(Block block, int month) {
    if (month == 0) {
      return;
    }
    double[] x = block.of(state);
    int n = block.paths();
    Mix.addShocks(block, decay, constant, loadings, shocks, x, n);
  }
}
