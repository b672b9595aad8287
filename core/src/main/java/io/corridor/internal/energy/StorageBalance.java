package io.corridor.internal.energy;

import io.corridor.internal.block.Block;
import io.corridor.internal.block.Column.Real;
import io.corridor.internal.block.RealPort;
import io.corridor.internal.block.Step;

/**
 * The balance of a carrier with storage.
 *
 * <ul>
 *   <li>need(t) = max(0, demand(t) − domestic(t))
 *   <li>fill(t) = min(injection, (capacity − S(t−1))/d(t)) in the months of filling, else 0
 *   <li>imports(t) = min(need(t) + fill(t), offered(t)) · k(t)
 *   <li>short(t) = need(t) − imports(t)
 *   <li>withdrawn(t) = min(max(0, short(t)), withdrawal, S(t−1)/d(t)); stored(t) = max(0,
 *       −short(t))
 *   <li>S(t) = S(t−1) + (stored(t) − withdrawn(t)) · d(t), held in [0, capacity] against rounding
 *   <li>unserved(t) = max(0, short(t)) − withdrawn(t)
 * </ul>
 */
public final class StorageBalance extends Step {
  private final int[] days;
  private final boolean[] filling;
  private final RealPort demand;
  private final RealPort domestic;
  private final RealPort offered;
  private final RealPort kept;
  private final RealPort capacity;
  private final RealPort injection;
  private final RealPort withdrawal;
  private final RealPort content;
  private final RealPort need;
  private final RealPort imports;
  private final RealPort withdrawn;
  private final RealPort unserved;

  /**
   * What the balance is struck from.
   *
   * @param demand demand
   * @param domestic domestic supply, after a shortage of its fuel
   * @param offered what the exporter can deliver
   * @param kept k, the share of imports that sanctions leave
   */
  public record Inputs(Real demand, Real domestic, Real offered, Real kept) {}

  /**
   * The store.
   *
   * @param days length of each month
   * @param filling whether a month is one of filling
   * @param capacity most that it holds
   * @param injection most that goes in a day
   * @param withdrawal most that comes out a day
   * @param content S
   */
  public record Store(
      int[] days,
      boolean[] filling,
      Real capacity,
      Real injection,
      Real withdrawal,
      Real content) {}

  /**
   * What the balance comes to.
   *
   * @param need what domestic supply leaves over
   * @param imports bought
   * @param withdrawn taken from the store
   * @param unserved demand that is not met
   */
  public record Outputs(Real need, Real imports, Real withdrawn, Real unserved) {}

  /**
   * Makes the step.
   *
   * @param in what the balance is struck from
   * @param store the store
   * @param out what it comes to
   */
  public StorageBalance(Inputs in, Store store, Outputs out) {
    this.days = store.days;
    this.filling = store.filling;
    this.demand = ports.read(in.demand);
    this.domestic = ports.read(in.domestic);
    this.offered = ports.read(in.offered);
    this.kept = ports.read(in.kept);
    this.capacity = ports.read(store.capacity);
    this.injection = ports.read(store.injection);
    this.withdrawal = ports.read(store.withdrawal);
    this.content = ports.update(store.content);
    this.need = ports.write(out.need);
    this.imports = ports.write(out.imports);
    this.withdrawn = ports.write(out.withdrawn);
    this.unserved = ports.write(out.unserved);
  }

  @Override
  public void advance(Block block, int month) {
    int n = block.paths();
    double[] fill = block.scratch();
    plannedFill(block, filling[month] ? 1 : 0, days[month], fill, n);
    buy(block, fill, n);
    settle(block, days[month], n);
  }

  private void plannedFill(Block block, double fills, double days, double[] fill, int n) {
    double[] most = block.of(capacity);
    double[] rate = block.of(injection);
    double[] held = block.of(content);
    for (int p = 0; p < n; p++) {
      fill[p] = fills * Math.min(rate[p], (most[p] - held[p]) / days);
    }
  }

  private void buy(Block block, double[] fill, int n) {
    double[] d = block.of(demand);
    double[] s = block.of(domestic);
    double[] o = block.of(offered);
    double[] k = block.of(kept);
    double[] gap = block.of(need);
    double[] bought = block.of(imports);
    for (int p = 0; p < n; p++) {
      gap[p] = Math.max(0, d[p] - s[p]);
      bought[p] = Math.min(gap[p] + fill[p], o[p]) * k[p];
    }
  }

  private void settle(Block block, double days, int n) {
    double[] gap = block.of(need);
    double[] bought = block.of(imports);
    double[] most = block.of(capacity);
    double[] rate = block.of(withdrawal);
    double[] held = block.of(content);
    double[] drawn = block.of(withdrawn);
    double[] missing = block.of(unserved);
    for (int p = 0; p < n; p++) {
      double shortage = gap[p] - bought[p];
      double wanted = Math.max(0, shortage);
      double taken = Math.min(wanted, Math.min(rate[p], held[p] / days));
      double stored = Math.max(0, -shortage);
      drawn[p] = taken;
      missing[p] = wanted - taken;
      held[p] = Math.max(0, Math.min(most[p], held[p] + (stored - taken) * days));
    }
  }
}
