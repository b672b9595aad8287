package io.corridor.internal.energy;

import io.corridor.internal.block.Block;
import io.corridor.internal.block.Column.Real;
import io.corridor.internal.block.RealPort;
import io.corridor.internal.block.Step;
import java.util.List;

/** concentration(t) = Σ (imports_s/imports)², 0 without imports: Herfindahl and Hirschman's. */
public final class Concentration extends Step {
  private final RealPort[] parts;
  private final RealPort total;
  private final RealPort out;

  /**
   * Makes the step.
   *
   * @param parts imports of each source
   * @param total imports
   * @param out concentration
   */
  public Concentration(List<Real> parts, Real total, Real out) {
    this.parts = ports.read(parts);
    this.total = ports.read(total);
    this.out = ports.write(out);
  }

  @Override
  public void advance(Block block, int month) {
    double[] all = block.of(total);
    double[] result = block.of(out);
    for (int s = 0; s < parts.length; s++) {
      double[] part = block.of(parts[s]);
      for (int p = 0; p < block.paths(); p++) {
        double share = part[p] / Math.max(all[p], Double.MIN_NORMAL);
        double square = share * share;
        result[p] = s == 0 ? square : Math.min(1, result[p] + square);
      }
    }
  }
}
