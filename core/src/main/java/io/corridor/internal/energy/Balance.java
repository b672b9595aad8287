package io.corridor.internal.energy;

import io.corridor.internal.block.Block;
import io.corridor.internal.block.Column;
import io.corridor.internal.block.Column.Real;
import io.corridor.internal.block.Step;
import java.util.List;

/**
 * The balance of a carrier without storage.
 *
 * <ul>
 *   <li>need(t) = max(0, demand(t) − domestic(t))
 *   <li>imports(t) = min(need(t), offered(t)) · k(t)
 *   <li>unserved(t) = need(t) − imports(t)
 * </ul>
 *
 * @param demand demand
 * @param domestic domestic supply, after a shortage of its fuel
 * @param offered what the exporter can deliver
 * @param kept k, the share of imports that sanctions leave
 * @param need what domestic supply leaves over
 * @param imports bought
 * @param unserved demand that is not met
 */
public record Balance(
    Real demand, Real domestic, Real offered, Real kept, Real need, Real imports, Real unserved)
    implements Step {

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

  @Override
  public List<Column> reads() {
    return List.of(demand, domestic, offered, kept);
  }

  @Override
  public List<Column> writes() {
    return List.of(need, imports, unserved);
  }
}
