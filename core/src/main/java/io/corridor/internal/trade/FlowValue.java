package io.corridor.internal.trade;

import io.corridor.internal.block.Block;
import io.corridor.internal.block.Column.Real;
import io.corridor.internal.block.RealPort;
import io.corridor.internal.block.Step;
import io.corridor.internal.block.Vectors;
import org.jspecify.annotations.Nullable;

/**
 * value(t) = spending(t) · P̂^{1−η} · q(t)/p̂(t), at the exporter's border, before unrest (section
 * 7 of the model).
 */
public final class FlowValue extends Step {
  private final RealPort spending;
  private final RealPort part;
  private final @Nullable RealPort bundle;
  private final @Nullable RealPort ratio;
  private final RealPort out;

  /**
   * Makes the step.
   *
   * @param spending on the good from all sources
   * @param part q, the part that goes to the partner
   * @param bundle P̂^{1−η}; null: 1
   * @param ratio p̂; null: 1
   * @param out value
   */
  public FlowValue(
      Real spending, Real part, @Nullable Real bundle, @Nullable Real ratio, Real out) {
    this.spending = ports.read(spending);
    this.part = ports.read(part);
    this.bundle = bundle == null ? null : ports.read(bundle);
    this.ratio = ratio == null ? null : ports.read(ratio);
    this.out = ports.write(out);
  }

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
}
