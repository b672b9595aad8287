package io.corridor.internal.policy;

import io.corridor.internal.block.Block;
import io.corridor.internal.block.Chance;
import io.corridor.internal.block.Column.Whole;
import io.corridor.internal.block.Step;
import io.corridor.internal.block.WholePort;
import io.corridor.internal.random.Words;

/** A scheduled event: in its month, with its probability, sets R to its regime (section 3). */
public final class RegimeEvent extends Step {
  private final int when;
  private final Words draw;
  private final double probability;
  private final int to;
  private final WholePort regime;

  /**
   * Makes the step.
   *
   * @param when its month
   * @param draw of the uniform
   * @param probability that it happens
   * @param to the regime it sets
   * @param regime R
   */
  public RegimeEvent(int when, Chance<Words> draw, double probability, int to, Whole regime) {
    this.when = when;
    this.draw = ports.draw(draw);
    this.probability = probability;
    this.to = to;
    this.regime = ports.update(regime);
  }

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
}
