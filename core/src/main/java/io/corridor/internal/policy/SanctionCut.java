package io.corridor.internal.policy;

import io.corridor.internal.block.Block;
import io.corridor.internal.block.Column.Real;
import io.corridor.internal.block.RealPort;
import io.corridor.internal.block.Step;
import io.corridor.internal.block.Vectors;
import java.util.List;

/**
 * k(t) = Π_j (1 − κ_j b_j C(t)), the share of what is prohibited that is kept up (section 5 of the
 * model).
 */
public final class SanctionCut extends Step {
  private final Exposure[] exposures;
  private final RealPort compliance;
  private final RealPort out;

  /**
   * Makes the step.
   *
   * @param sanctions those with a cut that name the target
   * @param compliance C
   * @param out k
   */
  public SanctionCut(List<SanctionInForce> sanctions, Real compliance, Real out) {
    this.exposures = Exposure.of(ports, sanctions);
    this.compliance = ports.read(compliance);
    this.out = ports.write(out);
  }

  @Override
  public void advance(Block block, int month) {
    double[] kept = block.of(out);
    double[] c = block.of(compliance);
    int n = block.paths();
    Vectors.fill(kept, 1, n);
    for (Exposure exposure : exposures) {
      if (exposure.inForce(month)) {
        cut(kept, exposure.in(block), c, n);
      }
    }
  }

  private static void cut(double[] kept, double[] exposure, double[] c, int n) {
    for (int p = 0; p < n; p++) {
      kept[p] *= 1 - exposure[p] * c[p];
    }
  }
}
