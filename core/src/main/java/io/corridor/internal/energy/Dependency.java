package io.corridor.internal.energy;

import io.corridor.internal.block.Block;
import io.corridor.internal.block.Column;
import io.corridor.internal.block.Column.Real;
import io.corridor.internal.block.Step;
import java.util.List;

/**
 * dependency(t) = imports/(domestic + imports) of a carrier without storage; 0 where both are 0.
 *
 * @param imports bought
 * @param domestic domestic supply
 * @param out dependency
 */
public record Dependency(Real imports, Real domestic, Real out) implements Step {

  @Override
  public void advance(Block block, int month) {
    double[] im = block.of(imports);
    double[] s = block.of(domestic);
    double[] result = block.of(out);
    for (int p = 0; p < block.paths(); p++) {
      result[p] = im[p] / Math.max(s[p] + im[p], Double.MIN_NORMAL);
    }
  }

  @Override
  public List<Column> reads() {
    return List.of(imports, domestic);
  }

  @Override
  public List<Column> writes() {
    return List.of(out);
  }
}
