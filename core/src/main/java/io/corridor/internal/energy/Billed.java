package io.corridor.internal.energy;

import io.corridor.internal.block.Block;
import io.corridor.internal.block.Column.Real;
import io.corridor.internal.block.RealPort;
import io.corridor.internal.block.Step;

/** billed(t) = max(imports, k · min(α · capacity · season[m], offered)): take-or-pay. */
public final class Billed extends Step {
  private final RealPort imports;
  private final RealPort kept;
  private final RealPort least;
  private final RealPort offered;
  private final RealPort out;

  /**
   * Makes the step.
   *
   * @param imports bought
   * @param kept k
   * @param least α · capacity · season
   * @param offered what can be delivered
   * @param out what is paid for
   */
  public Billed(Real imports, Real kept, Real least, Real offered, Real out) {
    this.imports = ports.read(imports);
    this.kept = ports.read(kept);
    this.least = ports.read(least);
    this.offered = ports.read(offered);
    this.out = ports.write(out);
  }

  @Override
  public void advance(Block block, int month) {
    double[] bought = block.of(imports);
    double[] k = block.of(kept);
    double[] minimum = block.of(least);
    double[] offer = block.of(offered);
    double[] billed = block.of(out);
    for (int p = 0; p < block.paths(); p++) {
      billed[p] = Math.max(bought[p], k[p] * Math.min(minimum[p], offer[p]));
    }
  }
}
