package io.corridor.internal.process;

import io.corridor.internal.block.Block;
import io.corridor.internal.block.Chance;
import io.corridor.internal.block.Column.Real;
import io.corridor.internal.block.RealPort;
import io.corridor.internal.block.Step;
import io.corridor.internal.block.Vectors;
import io.corridor.internal.numeric.Exp;
import io.corridor.internal.random.MonthlyWords;
import io.corridor.internal.random.PoissonQuantile;
import io.corridor.internal.random.Words;

/**
 * The jumps of a month: x ← x + ΣJ, a Poisson(λΔ) number of jumps J ~ N(a, b²). The sum of n of
 * them is n·a + b·√n·Z.
 */
public final class JumpStep extends Step {
  private final MonthlyWords counts;
  private final MonthlyWords sizes;
  private final RealPort expected;
  private final RealPort mean;
  private final RealPort sd;
  private final RealPort state;

  /**
   * Makes the step.
   *
   * @param counts stream of the uniform that the number is found from, by inversion
   * @param sizes stream of the normal; read only where there is a jump
   * @param expected λΔ
   * @param mean a
   * @param sd b
   * @param state x, the logarithm of the driver
   */
  public JumpStep(
      Chance<MonthlyWords> counts,
      Chance<MonthlyWords> sizes,
      Real expected,
      Real mean,
      Real sd,
      Real state) {
    this.counts = ports.draw(counts);
    this.sizes = ports.draw(sizes);
    this.expected = ports.read(expected);
    this.mean = ports.read(mean);
    this.sd = ports.read(sd);
    this.state = ports.update(state);
  }

  @Override
  public void advance(Block block, int month) {
    if (month == 0) {
      return;
    }
    int n = block.paths();
    double[] rate = block.of(expected);
    double[] none = block.scratch();
    Vectors.scale(-1, rate, none, n);
    Exp.exp(none, none, n);
    double[] a = block.of(mean);
    double[] b = block.of(sd);
    double[] x = block.of(state);
    Words count = counts.of(month);
    Words size = sizes.of(month);
    for (int p = 0; p < n; p++) {
      double u = count.uniform(block.firstPath() + p);
      if (u >= none[p]) {
        double jumps = PoissonQuantile.at(u, rate[p], none[p]);
        x[p] += jumps * a[p] + b[p] * Math.sqrt(jumps) * size.normal(block.firstPath() + p);
      }
    }
  }
}
