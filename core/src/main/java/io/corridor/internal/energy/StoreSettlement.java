package io.corridor.internal.energy;

import io.corridor.internal.block.Block;
import io.corridor.internal.block.Column.Real;
import io.corridor.internal.block.RealPort;
import io.corridor.internal.block.Step;

/**
 * What a store gives and takes once all sources have delivered.
 *
 * <ul>
 *   <li>short(t) is what rests after the last source, less fill
 *   <li>withdrawn(t) = min(max(0, short(t)), withdrawal, S(t−1)/d(t)); stored(t) = max(0,
 *       −short(t))
 *   <li>S(t) = S(t−1) + (stored(t) − withdrawn(t)) · d(t), held in [0, capacity] against rounding
 *   <li>unserved(t) = max(0, short(t)) − withdrawn(t)
 * </ul>
 */
public final class StoreSettlement extends Step {
  private final int[] days;
  private final RealPort capacity;
  private final RealPort content;
  private final RealPort rest;
  private final RealPort fill;
  private final RealPort withdrawable;
  private final RealPort withdrawn;
  private final RealPort unserved;

  /**
   * Makes the step.
   *
   * @param store the store
   * @param rest what no source has delivered of need and fill
   * @param fill what the store was to be filled by
   * @param withdrawable most that comes out
   * @param withdrawn what comes out
   * @param unserved demand that is not met
   */
  public StoreSettlement(
      StorageBalance.Store store,
      Real rest,
      Real fill,
      Real withdrawable,
      Real withdrawn,
      Real unserved) {
    this.days = store.days();
    this.capacity = ports.read(store.capacity());
    this.content = ports.update(store.content());
    this.rest = ports.read(rest);
    this.fill = ports.read(fill);
    this.withdrawable = ports.read(withdrawable);
    this.withdrawn = ports.write(withdrawn);
    this.unserved = ports.write(unserved);
  }

  @Override
  public void advance(Block block, int month) {
    double length = days[month];
    double[] size = block.of(capacity);
    double[] held = block.of(content);
    double[] left = block.of(rest);
    double[] planned = block.of(fill);
    double[] most = block.of(withdrawable);
    double[] taken = block.of(withdrawn);
    double[] missing = block.of(unserved);
    for (int p = 0; p < block.paths(); p++) {
      double shortage = left[p] - planned[p];
      double gap = Math.max(0, shortage);
      double out = Math.min(gap, most[p]);
      double stored = Math.max(0, -shortage);
      taken[p] = out;
      missing[p] = gap - out;
      held[p] = Math.max(0, Math.min(size[p], held[p] + (stored - out) * length));
    }
  }
}
