package io.corridor.internal.energy;

import io.corridor.internal.block.Block;
import io.corridor.internal.block.Column.Real;
import io.corridor.internal.block.RealPort;
import io.corridor.internal.block.Step;

/**
 * dependency(t) = imports/(domestic + imports) of a carrier without storage; 0 where both are 0.
 */
public final class Dependency extends Step {
  private final RealPort imports;
  private final RealPort domestic;
  private final RealPort out;

  /**
   * Makes the step.
   *
   * @param imports bought
   * @param domestic domestic supply
   * @param out dependency
   */
  public Dependency(Real imports, Real domestic, Real out) {
    this.imports = ports.read(imports);
    this.domestic = ports.read(domestic);
    this.out = ports.write(out);
  }

  @Override
  public void advance(Block block, int month) {
    double[] im = block.of(imports);
    double[] s = block.of(domestic);
    double[] result = block.of(out);
    for (int p = 0; p < block.paths(); p++) {
      result[p] = im[p] / Math.max(s[p] + im[p], Double.MIN_NORMAL);
    }
  }
}
