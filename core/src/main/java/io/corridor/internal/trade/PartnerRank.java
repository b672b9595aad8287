package io.corridor.internal.trade;

import io.corridor.internal.block.Block;
import io.corridor.internal.block.Column.Real;
import io.corridor.internal.block.RealPort;
import io.corridor.internal.block.Step;
import io.corridor.internal.block.Vectors;
import io.corridor.internal.numeric.Sign;
import java.util.List;

/**
 * rank(t) = 1 + the number of partners whose 12-month total exceeds compared.12m(t) (section 10 of
 * the model).
 */
public final class PartnerRank extends Step {
  private final RealPort[] partners;
  private final RealPort compared;
  private final RealPort out;

  /**
   * Makes the step.
   *
   * @param partners 12-month totals
   * @param compared compared.12m
   * @param out rank
   */
  public PartnerRank(List<Real> partners, Real compared, Real out) {
    this.partners = ports.read(partners);
    this.compared = ports.read(compared);
    this.out = ports.write(out);
  }

  @Override
  public void advance(Block block, int month) {
    int n = block.paths();
    double[] own = block.of(compared);
    double[] rank = block.of(out);
    Vectors.fill(rank, 1, n);
    for (RealPort partner : partners) {
      double[] other = block.of(partner);
      for (int p = 0; p < n; p++) {
        double lead = own[p] - other[p];
        rank[p] += Sign.bit(lead) + 0 * lead; // 1 if the other is larger; NaN of totals without end
      }
    }
  }
}
