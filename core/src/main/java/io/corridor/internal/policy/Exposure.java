package io.corridor.internal.policy;

import io.corridor.internal.block.Block;
import io.corridor.internal.block.Column.Real;
import java.util.List;

/** The unwaived strength of a measure against a target: strength · (1 − w). */
final class Exposure {

  private Exposure() {}

  /** Returns a column of the exposure, which is the block's scratch or the strength itself. */
  static double[] of(Block block, Measure measure) {
    double[] strength = block.of(measure.strength());
    List<Real> waivers = measure.waivers();
    if (waivers.isEmpty()) {
      return strength;
    }
    int n = block.paths();
    double[] e = block.scratch();
    double[] w = block.of(waivers.get(0));
    for (int p = 0; p < n; p++) {
      e[p] = w[p];
    }
    for (int i = 1; i < waivers.size(); i++) {
      double[] other = block.of(waivers.get(i));
      for (int p = 0; p < n; p++) {
        e[p] = Math.max(e[p], other[p]);
      }
    }
    for (int p = 0; p < n; p++) {
      e[p] = strength[p] * (1 - e[p]);
    }
    return e;
  }
}
