package io.corridor.internal.policy;

import io.corridor.internal.block.Block;
import io.corridor.internal.block.Column;
import io.corridor.internal.block.Column.Real;
import io.corridor.internal.block.Step;
import io.corridor.internal.numeric.Power;
import java.util.List;

/**
 * C(t) = level · (1 − D(t−1))^exponent (section 5 of the model).
 *
 * @param level of the month's regime
 * @param dependency D(t−1): the dependency that was struck last
 * @param exponent of the dependency
 * @param exponentIsOne whether the exponent is 1 on every path, which needs no power
 * @param out C
 */
public record Compliance(
    Real level, Real dependency, Real exponent, boolean exponentIsOne, Real out) implements Step {

  @Override
  public void advance(Block block, int month) {
    double[] c = block.of(level);
    double[] d = block.of(dependency);
    double[] result = block.of(out);
    int n = block.paths();
    if (exponentIsOne) {
      for (int p = 0; p < n; p++) {
        result[p] = c[p] * (1 - d[p]);
      }
    } else {
      double[] e = block.of(exponent);
      for (int p = 0; p < n; p++) {
        result[p] = c[p] * Power.pow(1 - d[p], e[p]);
      }
    }
  }

  @Override
  public List<Column> reads() {
    return List.of(level, dependency, exponent);
  }

  @Override
  public List<Column> writes() {
    return List.of(out);
  }
}
