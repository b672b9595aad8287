package io.corridor.internal.energy;

import io.corridor.internal.block.Block;
import io.corridor.internal.block.Column.Real;
import io.corridor.internal.block.RealPort;
import io.corridor.internal.block.Step;

/**
 * fill(t) = min(injection, (capacity − S(t−1))/d(t)) in the months of filling, else 0; and what can
 * be withdrawn: min(withdrawal, S(t−1)/d(t)).
 */
public final class PlannedFill extends Step {
  private final int[] days;
  private final boolean[] filling;
  private final RealPort capacity;
  private final RealPort injection;
  private final RealPort withdrawal;
  private final RealPort content;
  private final RealPort fill;
  private final RealPort withdrawable;

  /**
   * Makes the step.
   *
   * @param store the store, as it was left by the month before
   * @param fill what it is to be filled by
   * @param withdrawable most that comes out
   */
  public PlannedFill(StorageBalance.Store store, Real fill, Real withdrawable) {
    this.days = store.days();
    this.filling = store.filling();
    this.capacity = ports.read(store.capacity());
    this.injection = ports.read(store.injection());
    this.withdrawal = ports.read(store.withdrawal());
    this.content = ports.read(store.content());
    this.fill = ports.write(fill);
    this.withdrawable = ports.write(withdrawable);
  }

  @Override
  public void advance(Block block, int month) {
    double length = days[month];
    double fills = filling[month] ? 1 : 0;
    double[] size = block.of(capacity);
    double[] in = block.of(injection);
    double[] out = block.of(withdrawal);
    double[] held = block.of(content);
    double[] planned = block.of(fill);
    double[] most = block.of(withdrawable);
    for (int p = 0; p < block.paths(); p++) {
      planned[p] = fills * Math.min(in[p], (size[p] - held[p]) / length);
      most[p] = Math.min(out[p], held[p] / length);
    }
  }
}
