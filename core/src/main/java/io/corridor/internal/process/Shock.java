package io.corridor.internal.process;

import io.corridor.internal.block.Block;
import io.corridor.internal.block.Chance;
import io.corridor.internal.block.Column.Real;
import io.corridor.internal.block.RealPort;
import io.corridor.internal.block.Step;
import io.corridor.internal.random.MonthlyWords;
import io.corridor.internal.random.NormalQuantile;

/** Z(t): independent standard normals of one driver or noise. */
public final class Shock extends Step {
  private final MonthlyWords draws;
  private final RealPort out;

  /**
   * Makes the step.
   *
   * @param draws of the stream
   * @param out the normals
   */
  public Shock(Chance<MonthlyWords> draws, Real out) {
    this.draws = ports.draw(draws);
    this.out = ports.write(out);
  }

  @Override
  public void advance(Block block, int month) {
    draws.of(month).fill(block.firstPath(), block.paths(), block.words());
    NormalQuantile.fill(block.words(), block.of(out), block.paths());
  }
}
