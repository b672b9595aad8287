package io.corridor.internal.policy;

import io.corridor.internal.block.Block;
import io.corridor.internal.block.Column;
import io.corridor.internal.block.Column.Real;
import io.corridor.internal.block.Step;
import io.corridor.internal.block.Vectors;
import java.util.ArrayList;
import java.util.List;

/**
 * τ(t) = Σ_j τ_j b_j, the ad-valorem equivalent of the costs on a flow (section 5 of the model).
 *
 * @param measures those with a cost that name the flow
 * @param out τ
 */
public record SanctionCost(List<Measure> measures, Real out) implements Step {

  @Override
  public void advance(Block block, int month) {
    double[] cost = block.of(out);
    int n = block.paths();
    Vectors.fill(cost, 0, n);
    for (int j = 0; j < measures.size(); j++) {
      Measure measure = measures.get(j);
      if (measure.inForce(month)) {
        Vectors.add(cost, Exposure.of(block, measure), n);
      }
    }
  }

  @Override
  public List<Column> reads() {
    List<Column> reads = new ArrayList<>();
    measures.forEach(measure -> reads.addAll(measure.reads()));
    return reads;
  }

  @Override
  public List<Column> writes() {
    return List.of(out);
  }
}
