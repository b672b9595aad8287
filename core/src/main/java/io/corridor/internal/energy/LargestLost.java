package io.corridor.internal.energy;

import io.corridor.internal.block.Block;
import io.corridor.internal.block.Column.Real;
import io.corridor.internal.block.RealPort;
import io.corridor.internal.block.Step;
import java.util.List;

/**
 * n-1(t) = (domestic + withdrawable + Σ offered_s k_s − max offered_s k_s)/demand in the peak
 * block, 1 where demand is 0: what is there if the largest source is lost, over demand (the N − 1
 * formula of Annex II of Regulation (EU) 2017/1938).
 */
public final class LargestLost extends Step {
  private final double factor;
  private final RealPort own;
  private final RealPort added;
  private final RealPort domestic;
  private final RealPort withdrawable;
  private final RealPort[] offered;
  private final RealPort[] kept;
  private final RealPort out;

  /**
   * Makes the step.
   *
   * @param factor of the peak block
   * @param own demand of the month
   * @param added fuel needs of other carriers beside it
   * @param domestic domestic supply in the peak block, after a shortage of its fuel
   * @param withdrawable most that comes out of the store
   * @param offers the sources
   * @param out the ratio
   */
  public LargestLost(
      double factor,
      Real own,
      Real added,
      Real domestic,
      Real withdrawable,
      List<BlockBalance.Offer> offers,
      Real out) {
    this.factor = factor;
    this.own = ports.read(own);
    this.added = ports.read(added);
    this.domestic = ports.read(domestic);
    this.withdrawable = ports.read(withdrawable);
    this.offered = ports.read(offers.stream().map(BlockBalance.Offer::offered).toList());
    this.kept = ports.read(offers.stream().map(BlockBalance.Offer::kept).toList());
    this.out = ports.write(out);
  }

  @Override
  public void advance(Block block, int month) {
    int n = block.paths();
    double[] sum = block.of(out);
    double[] largest = block.scratch();
    for (int s = 0; s < offered.length; s++) {
      double[] o = block.of(offered[s]);
      double[] k = block.of(kept[s]);
      for (int p = 0; p < n; p++) {
        double left = o[p] * k[p];
        sum[p] = s == 0 ? left : sum[p] + left;
        largest[p] = s == 0 ? left : Math.max(largest[p], left);
      }
    }
    double[] demand = block.of(own);
    double[] fuel = block.of(added);
    double[] supply = block.of(domestic);
    double[] store = block.of(withdrawable);
    for (int p = 0; p < n; p++) {
      double needed = demand[p] * factor + fuel[p];
      double there = supply[p] + store[p] + Math.max(0, sum[p] - largest[p]);
      sum[p] = needed > 0 ? there / needed : 1;
    }
  }
}
