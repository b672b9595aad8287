package io.corridor.internal.energy;

import io.corridor.internal.block.Block;
import io.corridor.internal.block.Column;
import io.corridor.internal.block.Column.Real;
import io.corridor.internal.block.Step;
import java.util.List;

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
 *
 * @param in what the balance is struck from
 * @param store the store
 * @param out what it comes to
 */
public record StorageBalance(Inputs in, Store store, Outputs out) implements Step {

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

  @Override
  public void advance(Block block, int month) {
    int n = block.paths();
    double days = store.days[month];
    double[] fill = block.scratch();
    plannedFill(block, store.filling[month] ? 1 : 0, days, fill, n);
    buy(block, fill, n);
    settle(block, days, n);
  }

  private void plannedFill(Block block, double filling, double days, double[] fill, int n) {
    double[] capacity = block.of(store.capacity);
    double[] injection = block.of(store.injection);
    double[] content = block.of(store.content);
    for (int p = 0; p < n; p++) {
      fill[p] = filling * Math.min(injection[p], (capacity[p] - content[p]) / days);
    }
  }

  private void buy(Block block, double[] fill, int n) {
    double[] demand = block.of(in.demand);
    double[] domestic = block.of(in.domestic);
    double[] offered = block.of(in.offered);
    double[] kept = block.of(in.kept);
    double[] need = block.of(out.need);
    double[] imports = block.of(out.imports);
    for (int p = 0; p < n; p++) {
      need[p] = Math.max(0, demand[p] - domestic[p]);
      imports[p] = Math.min(need[p] + fill[p], offered[p]) * kept[p];
    }
  }

  private void settle(Block block, double days, int n) {
    double[] need = block.of(out.need);
    double[] imports = block.of(out.imports);
    double[] capacity = block.of(store.capacity);
    double[] withdrawal = block.of(store.withdrawal);
    double[] content = block.of(store.content);
    double[] withdrawn = block.of(out.withdrawn);
    double[] unserved = block.of(out.unserved);
    for (int p = 0; p < n; p++) {
      double shortage = need[p] - imports[p];
      double missing = Math.max(0, shortage);
      double taken = Math.min(missing, Math.min(withdrawal[p], content[p] / days));
      double stored = Math.max(0, -shortage);
      withdrawn[p] = taken;
      unserved[p] = missing - taken;
      content[p] = Math.max(0, Math.min(capacity[p], content[p] + (stored - taken) * days));
    }
  }

  @Override
  public List<Column> reads() {
    return List.of(
        in.demand,
        in.domestic,
        in.offered,
        in.kept,
        store.capacity,
        store.injection,
        store.withdrawal,
        store.content);
  }

  @Override
  public List<Column> writes() {
    return List.of(out.need, out.imports, out.withdrawn, out.unserved, store.content);
  }
}
