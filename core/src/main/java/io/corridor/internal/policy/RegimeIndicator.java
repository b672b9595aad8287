package io.corridor.internal.policy;

import io.corridor.internal.block.Block;
import io.corridor.internal.block.Column;
import io.corridor.internal.block.Column.Real;
import io.corridor.internal.block.Column.Whole;
import io.corridor.internal.block.Step;
import java.util.List;

/**
 * 1 in one regime, 0 in any other.
 *
 * @param regime R
 * @param state the regime looked for
 * @param out the indicator
 */
public record RegimeIndicator(Whole regime, int state, Real out) implements Step {

  @Override
  public void advance(Block block, int month) {
    int[] r = block.of(regime);
    double[] result = block.of(out);
    for (int p = 0; p < block.paths(); p++) {
      result[p] = r[p] == state ? 1 : 0;
    }
  }

  @Override
  public List<Column> reads() {
    return List.of(regime);
  }

  @Override
  public List<Column> writes() {
    return List.of(out);
  }
}
