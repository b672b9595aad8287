package io.corridor.internal.plan;

import io.corridor.internal.block.Block;
import io.corridor.internal.block.Chance;
import io.corridor.internal.block.Column.Real;
import io.corridor.internal.block.RealPort;
import io.corridor.internal.block.Step;
import io.corridor.internal.random.Words;

/** The month of completion of a project that may be cancelled: with some probability, never. */
final class Cancellation extends Step {
  private final Words draw;
  private final RealPort probability;
  private final RealPort built;
  private final RealPort out;

  /** Makes the step. */
  Cancellation(Chance<Words> draw, Real probability, Real built, Real out) {
    this.draw = ports.draw(draw);
    this.probability = ports.read(probability);
    this.built = ports.read(built);
    this.out = ports.write(out);
  }

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
}
