package io.corridor.internal.trade;

import io.corridor.internal.block.Block;
import io.corridor.internal.block.Column;
import io.corridor.internal.block.Column.Real;
import io.corridor.internal.block.Step;
import java.util.List;

/**
 * A(t) = 1 if arrears(t−1) ≤ limit, else max(floor, limit/arrears(t−1)): the exporter sells less to
 * a customer who does not pay (section 8 of the model).
 *
 * @param arrears at the end of the month before
 * @param limit above which less is sold
 * @param floor least share that is still sold
 * @param out A
 */
public record Availability(Real arrears, Real limit, Real floor, Real out) implements Step {

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

  @Override
  public List<Column> reads() {
    return List.of(arrears, limit, floor);
  }

  @Override
  public List<Column> writes() {
    return List.of(out);
  }
}
