package io.corridor.internal.energy;

import io.corridor.internal.block.Block;
import io.corridor.internal.block.Column;
import io.corridor.internal.block.Column.Real;
import io.corridor.internal.block.Step;
import java.util.List;

/**
 * domestic(t) += capacity · availability · min(1, (t − c + 1)/ramp)⁺: what a project adds.
 *
 * @param size capacity · availability
 * @param completion c, months from the start; infinite where the project is cancelled
 * @param ramp months from completion to full supply
 * @param domestic what it is added to
 */
public record ProjectSupply(Real size, Real completion, double ramp, Real domestic)
    implements Step {

  @Override
  public void advance(Block block, int month) {
    double[] s = block.of(size);
    double[] c = block.of(completion);
    double[] d = block.of(domestic);
    double next = month + 1;
    for (int p = 0; p < block.paths(); p++) {
      d[p] += s[p] * Math.max(0, Math.min(1, (next - c[p]) / ramp));
    }
  }

  @Override
  public List<Column> reads() {
    return List.of(size, completion, domestic);
  }

  @Override
  public List<Column> writes() {
    return List.of(domestic);
  }
}
