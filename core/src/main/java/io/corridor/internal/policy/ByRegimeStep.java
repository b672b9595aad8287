package io.corridor.internal.policy;

import io.corridor.internal.block.Block;
import io.corridor.internal.block.Column.Real;
import io.corridor.internal.block.Column.Whole;
import io.corridor.internal.block.RealPort;
import io.corridor.internal.block.Step;
import io.corridor.internal.block.WholePort;
import java.util.List;

/** Steps that pick a number by the regime of the month. */
public final class ByRegimeStep {

  private ByRegimeStep() {}

  /** Picks among numbers. */
  public static final class Numbers extends Step {
    private final WholePort regime;
    private final double[] table;
    private final RealPort out;

    /**
     * Makes the step.
     *
     * @param regime R
     * @param table the number of each regime
     * @param out table[R]
     */
    public Numbers(Whole regime, double[] table, Real out) {
      this.regime = ports.read(regime);
      this.table = table;
      this.out = ports.write(out);
    }

    @Override
    public void advance(Block block, int month) {
      int[] r = block.of(regime);
      double[] result = block.of(out);
      double[] t = table;
      for (int p = 0; p < block.paths(); p++) {
        result[p] = t[r[p]];
      }
    }
  }

  /** Picks among the columns of the regimes: columns[R]. */
  public static final class Columns extends Step {
    private final WholePort regime;
    private final RealPort[] columns;
    private final RealPort out;

    /** Makes the step. */
    public Columns(Whole regime, List<Real> columns, Real out) {
      this.regime = ports.read(regime);
      this.columns = ports.read(columns);
      this.out = ports.write(out);
    }

    @Override
    public void advance(Block block, int month) {
      block.choose(block.of(regime), columns, block.of(out));
    }
  }
}
