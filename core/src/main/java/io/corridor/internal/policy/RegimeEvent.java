package io.corridor.internal.policy;

import io.corridor.internal.block.Block;
import io.corridor.internal.block.Column;
import io.corridor.internal.block.Column.Whole;
import io.corridor.internal.block.Step;
import io.corridor.internal.random.Words;
import java.util.List;

/**
 * A scheduled event: in its month, with its probability, sets R to its regime (section 3).
 *
 * @param when its month
 * @param draw of the uniform
 * @param probability that it happens
 * @param to the regime it sets
 * @param regime R
 */
public record RegimeEvent(int when, Words draw, double probability, int to, Whole regime)
    implements Step {

  @Override
  public void advance(Block block, int month) {
    if (month != when) {
      return;
    }
    int[] r = block.of(regime);
    for (int p = 0; p < block.paths(); p++) {
      if (draw.uniform(block.firstPath() + p) < probability) {
        r[p] = to;
      }
    }
  }

  @Override
  public List<Column> reads() {
    return List.of(regime);
  }

  @Override
  public List<Column> writes() {
    return List.of(regime);
  }
}
