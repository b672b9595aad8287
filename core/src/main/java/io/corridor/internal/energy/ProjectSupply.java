package io.corridor.internal.energy;

import io.corridor.internal.block.Block;
import io.corridor.internal.block.Column.Real;
import io.corridor.internal.block.RealPort;
import io.corridor.internal.block.Step;

/** domestic(t) += capacity · availability · min(1, (t − c + 1)/ramp)⁺: what a project adds. */
public final class ProjectSupply extends Step {
  private final RealPort size;
  private final RealPort completion;
  private final double ramp;
  private final RealPort domestic;

  /**
   * Makes the step.
   *
   * @param size capacity · availability
   * @param completion c, months from the start; infinite where the project is cancelled
   * @param ramp months from completion to full supply
   * @param domestic what it is added to
   */
  public ProjectSupply(Real size, Real completion, double ramp, Real domestic) {
    this.size = ports.read(size);
    this.completion = ports.read(completion);
    this.ramp = ramp;
    this.domestic = ports.update(domestic);
  }

  @Override
  public void advance(Block block, int month) {
    double[] s = block.of(size);
    double[] c = block.of(completion);
    double[] d = block.of(domestic);
    double next = month + 1;
    for (int p = 0; p < block.paths(); p++) {
      d[p] += s[p] * Math.max(0, Math.min(1, (next - c[p]) / ramp));
    }
  }
}
