package io.corridor.internal.process;

import io.corridor.internal.block.Block;
import io.corridor.internal.block.Column;
import io.corridor.internal.block.Column.Real;
import io.corridor.internal.block.Step;
import io.corridor.internal.random.MonthlyWords;
import io.corridor.internal.random.NormalQuantile;
import java.util.List;

/**
 * Z(t): independent standard normals of one driver or noise.
 *
 * @param draws of the stream
 * @param out the normals
 */
public record Shock(MonthlyWords draws, Real out) implements Step {

  @Override
  public void advance(Block block, int month) {
    draws.of(month).fill(block.firstPath(), block.paths(), block.words());
    NormalQuantile.fill(block.words(), block.of(out), block.paths());
  }

  @Override
  public List<Column> reads() {
    return List.of();
  }

  @Override
  public List<Column> writes() {
    return List.of(out);
  }
}
