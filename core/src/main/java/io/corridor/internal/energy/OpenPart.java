package io.corridor.internal.energy;

import io.corridor.internal.block.Block;
import io.corridor.internal.block.Column.Real;
import io.corridor.internal.block.RealPort;
import io.corridor.internal.block.Step;

/** open(t) = min(1, (t − c + 1)/ramp)⁺: the part of a source that has opened. */
public final class OpenPart extends Step {
  private final RealPort completion;
  private final double ramp;
  private final RealPort out;

  /**
   * Makes the step.
   *
   * @param completion c, months from the start; infinite where it never opens
   * @param ramp months from opening to full capacity
   * @param out the part
   */
  public OpenPart(Real completion, double ramp, Real out) {
    this.completion = ports.read(completion);
    this.ramp = ramp;
    this.out = ports.write(out);
  }

  @Override
  public void advance(Block block, int month) {
    double[] c = block.of(completion);
    double[] open = block.of(out);
    for (int p = 0; p < block.paths(); p++) {
      open[p] = at(month, c[p], ramp);
    }
  }

  /** Returns the part that has opened in {@code month}. */
  public static double at(int month, double completion, double ramp) {
    return Math.max(0, Math.min(1, (month + 1 - completion) / ramp));
  }
}
