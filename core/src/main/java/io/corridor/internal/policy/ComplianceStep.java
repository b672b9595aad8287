package io.corridor.internal.policy;

import io.corridor.internal.block.Block;
import io.corridor.internal.block.Column.Real;
import io.corridor.internal.block.RealPort;
import io.corridor.internal.block.Step;
import io.corridor.internal.numeric.Power;

/** C(t) = level · (1 − D(t−1))^exponent (section 5 of the model). */
public final class ComplianceStep extends Step {
  private final RealPort level;
  private final RealPort dependency;
  private final RealPort exponent;
  private final boolean exponentIsOne;
  private final RealPort out;

  /**
   * Makes the step.
   *
   * @param level of the month's regime
   * @param dependency D(t−1): the dependency that was struck last
   * @param exponent of the dependency
   * @param exponentIsOne whether the exponent is 1 on every path, which needs no power
   * @param out C
   */
  public ComplianceStep(
      Real level, Real dependency, Real exponent, boolean exponentIsOne, Real out) {
    this.level = ports.read(level);
    this.dependency = ports.read(dependency);
    this.exponent = ports.read(exponent);
    this.exponentIsOne = exponentIsOne;
    this.out = ports.write(out);
  }

  @Override
  public void advance(Block block, int month) {
    double[] c = block.of(level);
    double[] d = block.of(dependency);
    double[] result = block.of(out);
    int n = block.paths();
    if (exponentIsOne) {
      for (int p = 0; p < n; p++) {
        result[p] = c[p] * (1 - d[p]);
      }
    } else {
      double[] e = block.of(exponent);
      for (int p = 0; p < n; p++) {
        result[p] = c[p] * Power.pow(1 - d[p], e[p]);
      }
    }
  }
}
