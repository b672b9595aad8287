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

  /** Picks among the columns of the regimes: columns[R]. */
  public static final class Columns implements Step {
    private final Whole regime;
    private final List<Real> columns;
    private final int[] indices;
    private final Real out;

    /** Makes the step. */
    public Columns(Whole regime, List<Real> columns, Real out) {
      this.regime = regime;
      this.columns = List.copyOf(columns);
      this.indices = columns.stream().mapToInt(Real::index).toArray();
      this.out = out;
    }

    @Override
    public void advance(Block block, int month) {
      block.choose(block.of(regime), indices, block.of(out));
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
