package io.corridor.internal.policy;

import io.corridor.internal.block.Block;
import io.corridor.internal.block.Column;
import io.corridor.internal.block.Column.Real;
import io.corridor.internal.block.Step;
import io.corridor.internal.block.Vectors;
import java.util.ArrayList;
import java.util.List;

/**
 * k(t) = Π_j (1 − κ_j b_j C(t)), the share of what is prohibited that is kept up (section 5 of the
 * model).
 *
 * @param measures those with a cut that name the target
 * @param compliance C
 * @param out k
 */
public record SanctionCut(List<Measure> measures, Real compliance, Real out) implements Step {

  @Override
  public void advance(Block block, int month) {
    double[] kept = block.of(out);
    double[] c = block.of(compliance);
    int n = block.paths();
    Vectors.fill(kept, 1, n);
    for (int j = 0; j < measures.size(); j++) {
      Measure measure = measures.get(j);
      if (measure.inForce(month)) {
        cut(kept, Exposure.of(block, measure), c, n);
      }
    }
  }

  private static void cut(double[] kept, double[] exposure, double[] c, int n) {
    for (int p = 0; p < n; p++) {
      kept[p] *= 1 - exposure[p] * c[p];
    }
  }

  @Override
  public List<Column> reads() {
    List<Column> reads = new ArrayList<>(List.of(compliance));
    measures.forEach(measure -> reads.addAll(measure.reads()));
    return reads;
  }

  @Override
  public List<Column> writes() {
    return List.of(out);
  }
}
