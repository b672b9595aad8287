package io.corridor.internal.energy;

import io.corridor.internal.block.Block;
import io.corridor.internal.block.Column.Real;
import io.corridor.internal.block.RealPort;
import io.corridor.internal.block.Step;

/**
 * dependency(t) = imports/(domestic + imports + withdrawn) of a carrier with storage; 0 where all
 * are 0. Imports count when they are bought, not when a store gives them out.
 */
public final class StorageDependency extends Step {
  private final RealPort imports;
  private final RealPort domestic;
  private final RealPort withdrawn;
  private final RealPort out;

  /**
   * Makes the step.
   *
   * @param imports bought
   * @param domestic domestic supply
   * @param withdrawn taken from the store
   * @param out dependency
   */
  public StorageDependency(Real imports, Real domestic, Real withdrawn, Real out) {
    this.imports = ports.read(imports);
    this.domestic = ports.read(domestic);
    this.withdrawn = ports.read(withdrawn);
    this.out = ports.write(out);
  }

  @Override
  public void advance(Block block, int month) {
    double[] im = block.of(imports);
    double[] s = block.of(domestic);
    double[] w = block.of(withdrawn);
    double[] result = block.of(out);
    for (int p = 0; p < block.paths(); p++) {
      result[p] = im[p] / Math.max(s[p] + im[p] + w[p], Double.MIN_NORMAL);
    }
  }
}
