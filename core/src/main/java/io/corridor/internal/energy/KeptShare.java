package io.corridor.internal.energy;

import io.corridor.internal.block.Block;
import io.corridor.internal.block.Column.Real;
import io.corridor.internal.block.RealPort;
import io.corridor.internal.block.Step;
import java.util.List;

/**
 * kept(t) = Σ offered_s k_s/Σ offered_s over the sources of the corridor, 1 where they offer
 * nothing.
 */
public final class KeptShare extends Step {
  private final RealPort[] offered;
  private final RealPort[] kept;
  private final RealPort out;

  /**
   * Makes the step.
   *
   * @param offered of each source
   * @param kept of each source
   * @param out the share
   */
  public KeptShare(List<Real> offered, List<Real> kept, Real out) {
    this.offered = ports.read(offered);
    this.kept = ports.read(kept);
    this.out = ports.write(out);
  }

  @Override
  public void advance(Block block, int month) {
    int n = block.paths();
    double[] result = block.of(out);
    if (offered.length == 1) {
      double[] o = block.of(offered[0]);
      double[] k = block.of(kept[0]);
      for (int p = 0; p < n; p++) {
        result[p] = o[p] > 0 ? k[p] : 1;
      }
      return;
    }
    double[] sum = block.scratch();
    for (int s = 0; s < offered.length; s++) {
      double[] o = block.of(offered[s]);
      double[] k = block.of(kept[s]);
      for (int p = 0; p < n; p++) {
        sum[p] = s == 0 ? o[p] : sum[p] + o[p];
        result[p] = s == 0 ? o[p] * k[p] : result[p] + o[p] * k[p];
      }
    }
    for (int p = 0; p < n; p++) {
      result[p] = sum[p] > 0 ? Math.min(1, result[p] / sum[p]) : 1;
    }
  }
}
