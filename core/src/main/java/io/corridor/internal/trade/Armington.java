package io.corridor.internal.trade;

import io.corridor.internal.block.Block;
import io.corridor.internal.block.Column.Real;
import io.corridor.internal.block.RealPort;
import io.corridor.internal.block.Step;
import io.corridor.internal.block.Vectors;
import io.corridor.internal.numeric.Exp;
import io.corridor.internal.numeric.Log;
import org.jspecify.annotations.Nullable;

/**
 * How the buyer's spending moves between sources as the partner's price changes by p̂ (section 7 of
 * the model; Armington, IMF Staff Papers 16, 1969, in the hat algebra of Dekle, Eaton and Kortum,
 * 2008).
 *
 * <ul>
 *   <li>share(t) = s p̂^{1−σ}/(s p̂^{1−σ} + 1 − s)
 *   <li>P̂(t)^{1−η} = (s p̂^{1−σ} + 1 − s)^{(1−η)/(1−σ)}
 * </ul>
 */
public final class Armington extends Step {
  private final RealPort ratio;
  private final RealPort startShare;
  private final RealPort ratioExponent;
  private final @Nullable RealPort bundleExponent;
  private final RealPort share;
  private final @Nullable RealPort bundle;

  /**
   * Makes the step.
   *
   * @param ratio p̂
   * @param startShare s
   * @param ratioExponent 1 − σ
   * @param bundleExponent (1 − η)/(1 − σ); null where η is 1 on every path, and P̂^{1−η} with it
   * @param share of the partner
   * @param bundle P̂^{1−η}; unused where {@code bundleExponent} is null
   */
  public Armington(
      Real ratio,
      Real startShare,
      Real ratioExponent,
      @Nullable Real bundleExponent,
      Real share,
      @Nullable Real bundle) {
    this.ratio = ports.read(ratio);
    this.startShare = ports.read(startShare);
    this.ratioExponent = ports.read(ratioExponent);
    this.bundleExponent = bundleExponent == null ? null : ports.read(bundleExponent);
    this.share = ports.write(share);
    this.bundle = bundle == null ? null : ports.write(bundle);
  }

  @Override
  public void advance(Block block, int month) {
    int n = block.paths();
    double[] e = block.scratch();
    Log.log(block.of(ratio), e, n);
    Vectors.multiply(e, block.of(ratioExponent), n);
    Exp.exp(e, e, n);
    double[] s = block.of(startShare);
    double[] result = block.of(share);
    for (int p = 0; p < n; p++) {
      double own = s[p] * e[p];
      double all = own + (1 - s[p]);
      e[p] = all;
      result[p] = own / all;
    }
    if (bundleExponent != null && bundle != null) {
      double[] out = block.of(bundle);
      Log.log(e, out, n);
      Vectors.multiply(out, block.of(bundleExponent), n);
      Exp.exp(out, out, n);
    }
  }
}
