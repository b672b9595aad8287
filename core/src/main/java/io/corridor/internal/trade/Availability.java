package io.corridor.internal.trade;

import io.corridor.internal.block.Block;
import io.corridor.internal.block.Column.Real;
import io.corridor.internal.block.RealPort;
import io.corridor.internal.block.Step;

/**
 * A(t) = 1 if arrears(t−1) ≤ limit, else max(floor, limit/arrears(t−1)): the exporter sells less to
 * a customer who does not pay (section 8 of the model).
 */
public final class Availability extends Step {
  private final RealPort arrears;
  private final RealPort limit;
  private final RealPort floor;
  private final RealPort out;

  /**
   * Makes the step.
   *
   * @param arrears at the end of the month before
   * @param limit above which less is sold
   * @param floor least share that is still sold
   * @param out A
   */
  public Availability(Real arrears, Real limit, Real floor, Real out) {
    this.arrears = ports.read(arrears);
    this.limit = ports.read(limit);
    this.floor = ports.read(floor);
    this.out = ports.write(out);
  }

  @Override
  public void advance(Block block, int month) {
    double[] owed = block.of(arrears);
    double[] most = block.of(limit);
    double[] least = block.of(floor);
    double[] a = block.of(out);
    for (int p = 0; p < block.paths(); p++) {
      a[p] = owed[p] <= most[p] ? 1 : Math.max(least[p], most[p] / owed[p]);
    }
  }
}
