package io.corridor.internal.plan;

import io.corridor.internal.block.Block;
import io.corridor.internal.block.Column;
import io.corridor.internal.block.Column.Real;
import io.corridor.internal.block.Step;
import io.corridor.internal.random.Words;
import java.util.List;

/** The month of completion of a project that may be cancelled: with some probability, never. */
record Cancellation(Words draw, Real probability, Real built, Real out) implements Step {

  @Override
  public void advance(Block block, int month) {
    double[] chance = block.of(probability);
    double[] planned = block.of(built);
    double[] completion = block.of(out);
    for (int p = 0; p < block.paths(); p++) {
      boolean never = draw.uniform(block.firstPath() + p) < chance[p];
      completion[p] = never ? Double.POSITIVE_INFINITY : planned[p];
    }
  }

  @Override
  public List<Column> reads() {
    return List.of(probability, built);
  }

  @Override
  public List<Column> writes() {
    return List.of(out);
  }
}
