package io.corridor.internal.trade;

import io.corridor.internal.block.Block;
import io.corridor.internal.block.Column;
import io.corridor.internal.block.Column.Real;
import io.corridor.internal.block.Step;
import io.corridor.internal.block.Vectors;
import java.util.ArrayList;
import java.util.List;

/**
 * value(t) = spending(t) · P̂^{1−η} · q(t)/p̂(t), at the exporter's border, before unrest (section
 * 7 of the model).
 *
 * @param spending on the good from all sources
 * @param part q, the part that goes to the partner
 * @param bundle P̂^{1−η}; null: 1
 * @param ratio p̂; null: 1
 * @param out value
 */
public record FlowValue(Real spending, Real part, Real bundle, Real ratio, Real out)
    implements Step {

  @Override
  public void advance(Block block, int month) {
    int n = block.paths();
    double[] value = block.of(out);
    Vectors.product(block.of(spending), block.of(part), value, n);
    if (bundle != null) {
      Vectors.multiply(value, block.of(bundle), n);
    }
    if (ratio != null) {
      double[] price = block.of(ratio);
      for (int p = 0; p < n; p++) {
        value[p] /= price[p];
      }
    }
  }

  @Override
  public List<Column> reads() {
    List<Column> reads = new ArrayList<>(List.of(spending, part));
    if (bundle != null) {
      reads.add(bundle);
    }
    if (ratio != null) {
      reads.add(ratio);
    }
    return reads;
  }

  @Override
  public List<Column> writes() {
    return List.of(out);
  }
}
