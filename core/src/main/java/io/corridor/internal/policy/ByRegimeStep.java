package io.corridor.internal.policy;

import io.corridor.internal.block.Block;
import io.corridor.internal.block.Column;
import io.corridor.internal.block.Column.Real;
import io.corridor.internal.block.Column.Whole;
import io.corridor.internal.block.Step;
import java.util.ArrayList;
import java.util.List;

/** Steps that pick a number by the regime of the month. */
public final class ByRegimeStep {

  private ByRegimeStep() {}

  /**
   * Picks among numbers.
   *
   * @param regime R
   * @param table the number of each regime
   * @param out table[R]
   */
  public record Numbers(Whole regime, double[] table, Real out) implements Step {
    @Override
    public void advance(Block block, int month) {
      int[] r = block.of(regime);
      double[] result = block.of(out);
      double[] t = table;
      for (int p = 0; p < block.paths(); p++) {
        result[p] = t[r[p]];
      }
    }

    @Override
    public List<Column> reads() {
      return List.of(regime);
    }

    @Override
    public List<Column> writes() {
      return List.of(out);
    }
  }

  /**
   * Picks among columns.
   *
   * @param regime R
   * @param columns the column of each regime
   * @param out columns[R]
   */
  public record Columns(Whole regime, List<Real> columns, Real out) implements Step {
    @Override
    public void advance(Block block, int month) {
      int[] r = block.of(regime);
      double[] result = block.of(out);
      for (int s = 0; s < columns.size(); s++) {
        double[] column = block.of(columns.get(s));
        for (int p = 0; p < block.paths(); p++) {
          if (r[p] == s) {
            result[p] = column[p];
          }
        }
      }
    }

    @Override
    public List<Column> reads() {
      List<Column> reads = new ArrayList<>(columns);
      reads.add(regime);
      return reads;
    }

    @Override
    public List<Column> writes() {
      return List.of(out);
    }
  }
}
