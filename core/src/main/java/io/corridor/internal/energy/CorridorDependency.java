package io.corridor.internal.energy;

import io.corridor.internal.block.Block;
import io.corridor.internal.block.Column.Real;
import io.corridor.internal.block.RealPort;
import io.corridor.internal.block.Step;

/**
 * dependency(t) = (Σ imports_s of the corridor)/(domestic + imports + withdrawn); 0 where all are
 * 0.
 */
public final class CorridorDependency extends Step {
  private final RealPort ours;
  private final RealPort imports;
  private final RealPort domestic;
  private final RealPort withdrawn;
  private final RealPort out;

  /**
   * Makes the step.
   *
   * @param ours bought of the corridor's sources
   * @param imports bought of all sources
   * @param domestic domestic supply
   * @param withdrawn taken from the store
   * @param out dependency
   */
  public CorridorDependency(Real ours, Real imports, Real domestic, Real withdrawn, Real out) {
    this.ours = ports.read(ours);
    this.imports = ports.read(imports);
    this.domestic = ports.read(domestic);
    this.withdrawn = ports.read(withdrawn);
    this.out = ports.write(out);
  }

  @Override
  public void advance(Block block, int month) {
    double[] corridor = block.of(ours);
    double[] im = block.of(imports);
    double[] s = block.of(domestic);
    double[] w = block.of(withdrawn);
    double[] result = block.of(out);
    for (int p = 0; p < block.paths(); p++) {
      result[p] = corridor[p] / Math.max(s[p] + im[p] + w[p], Double.MIN_NORMAL);
    }
  }
}
