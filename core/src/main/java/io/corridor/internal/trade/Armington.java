package io.corridor.internal.trade;

import io.corridor.internal.block.Block;
import io.corridor.internal.block.Column;
import io.corridor.internal.block.Column.Real;
import io.corridor.internal.block.Step;
import io.corridor.internal.block.Vectors;
import io.corridor.internal.numeric.Exp;
import io.corridor.internal.numeric.Log;
import java.util.List;

/**
 * How the buyer's spending moves between sources as the partner's price changes by p̂ (section 7 of
 * the model; Armington, IMF Staff Papers 16, 1969, in the hat algebra of Dekle, Eaton and Kortum,
 * 2008).
 *
 * <ul>
 *   <li>share(t) = s p̂^{1−σ}/(s p̂^{1−σ} + 1 − s)
 *   <li>P̂(t)^{1−η} = (s p̂^{1−σ} + 1 − s)^{(1−η)/(1−σ)}
 * </ul>
 *
 * @param ratio p̂
 * @param startShare s
 * @param ratioExponent 1 − σ
 * @param bundleExponent (1 − η)/(1 − σ); null where η is 1 on every path, and P̂^{1−η} with it
 * @param share of the partner
 * @param bundle P̂^{1−η}; unused where {@code bundleExponent} is null
 */
public record Armington(
    Real ratio, Real startShare, Real ratioExponent, Real bundleExponent, Real share, Real bundle)
    implements Step {

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
    if (bundleExponent != null) {
      double[] out = block.of(bundle);
      Log.log(e, out, n);
      Vectors.multiply(out, block.of(bundleExponent), n);
      Exp.exp(out, out, n);
    }
  }

  @Override
  public List<Column> reads() {
    return bundleExponent == null
        ? List.of(ratio, startShare, ratioExponent)
        : List.of(ratio, startShare, ratioExponent, bundleExponent);
  }

  @Override
  public List<Column> writes() {
    return bundleExponent == null ? List.of(share) : List.of(share, bundle);
  }
}
