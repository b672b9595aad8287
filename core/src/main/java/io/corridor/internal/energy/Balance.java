package io.corridor.internal.energy;

import io.corridor.internal.block.Block;
import io.corridor.internal.block.Column.Real;
import io.corridor.internal.block.RealPort;
import io.corridor.internal.block.Step;

/**
 * The balance of a carrier without storage.
 *
 * <ul>
 *   <li>need(t) = max(0, demand(t) − domestic(t))
 *   <li>imports(t) = min(need(t), offered(t)) · k(t)
 *   <li>unserved(t) = need(t) − imports(t)
 * </ul>
 */
public final class Balance extends Step {
  private final RealPort demand;
  private final RealPort domestic;
  private final RealPort offered;
  private final RealPort kept;
  private final RealPort need;
  private final RealPort imports;
  private final RealPort unserved;

  /**
   * Makes the step.
   *
   * @param demand demand
   * @param domestic domestic supply, after a shortage of its fuel
   * @param offered what the exporter can deliver
   * @param kept k, the share of imports that sanctions leave
   * @param need what domestic supply leaves over
   * @param imports bought
   * @param unserved demand that is not met
   */
  public Balance(
      Real demand, Real domestic, Real offered, Real kept, Real need, Real imports, Real unserved) {
    this.demand = ports.read(demand);
    this.domestic = ports.read(domestic);
    this.offered = ports.read(offered);
    this.kept = ports.read(kept);
    this.need = ports.write(need);
    this.imports = ports.write(imports);
    this.unserved = ports.write(unserved);
  }

  @Override
  public void advance(Block block, int month) {
    double[] d = block.of(demand);
    double[] s = block.of(domestic);
    double[] o = block.of(offered);
    double[] k = block.of(kept);
    double[] needed = block.of(need);
    double[] bought = block.of(imports);
    double[] missing = block.of(unserved);
    for (int p = 0; p < block.paths(); p++) {
      double gap = Math.max(0, d[p] - s[p]);
      double im = Math.min(gap, o[p]) * k[p];
      needed[p] = gap;
      bought[p] = im;
      missing[p] = gap - im;
    }
  }
}
