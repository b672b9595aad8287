package io.corridor.internal.trade;

import io.corridor.internal.block.Block;
import io.corridor.internal.block.Column;
import io.corridor.internal.block.Column.Real;
import io.corridor.internal.block.Step;
import io.corridor.internal.block.Vectors;
import io.corridor.internal.numeric.Sign;
import java.util.ArrayList;
import java.util.List;

/**
 * rank(t) = 1 + the number of partners whose 12-month total exceeds compared.12m(t) (section 10 of
 * the model).
 *
 * @param partners 12-month totals
 * @param compared compared.12m
 * @param out rank
 */
public record Rank(List<Real> partners, Real compared, Real out) implements Step {

  @Override
  public void advance(Block block, int month) {
    int n = block.paths();
    double[] own = block.of(compared);
    double[] rank = block.of(out);
    Vectors.fill(rank, 1, n);
    for (int i = 0; i < partners.size(); i++) {
      double[] other = block.of(partners.get(i));
      for (int p = 0; p < n; p++) {
        rank[p] += Sign.bit(own[p] - other[p]); // 1 if the other is larger
      }
    }
  }

  @Override
  public List<Column> reads() {
    List<Column> reads = new ArrayList<>(partners);
    reads.add(compared);
    return reads;
  }

  @Override
  public List<Column> writes() {
    return List.of(out);
  }
}
