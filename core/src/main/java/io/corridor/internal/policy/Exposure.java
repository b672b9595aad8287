package io.corridor.internal.policy;

import io.corridor.internal.block.Block;
import io.corridor.internal.block.Ports;
import io.corridor.internal.block.RealPort;
import java.util.List;

/** The unwaived strength of a sanction against a target: strength · (1 − w). */
final class Exposure {
  private final RealPort strength;
  private final RealPort[] waivers;
  private final boolean[] inForce;

  private Exposure(Ports ports, SanctionInForce sanction) {
    this.strength = ports.read(sanction.strength());
    this.waivers = ports.read(sanction.waivers());
    this.inForce = sanction.inForce();
  }

  /** Returns the exposures to {@code sanctions}, connected by {@code ports}. */
  static Exposure[] of(Ports ports, List<SanctionInForce> sanctions) {
    return sanctions.stream()
        .map(sanction -> new Exposure(ports, sanction))
        .toArray(Exposure[]::new);
  }

  /** Returns whether the sanction is in force; −1 is the month before the start. */
  boolean inForce(int month) {
    return inForce[month + 1];
  }

  /** Returns a column of the exposure, which is the block's scratch or the strength itself. */
  double[] in(Block block) {
    double[] full = block.of(strength);
    if (waivers.length == 0) {
      return full;
    }
    int n = block.paths();
    double[] e = block.scratch();
    double[] w = block.of(waivers[0]);
    for (int p = 0; p < n; p++) {
      e[p] = w[p];
    }
    for (int i = 1; i < waivers.length; i++) {
      double[] other = block.of(waivers[i]);
      for (int p = 0; p < n; p++) {
        e[p] = Math.max(e[p], other[p]);
      }
    }
    for (int p = 0; p < n; p++) {
      e[p] = full[p] * (1 - e[p]);
    }
    return e;
  }
}
