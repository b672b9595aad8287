package io.corridor.internal.energy;

import io.corridor.internal.block.Block;
import io.corridor.internal.block.Column.Real;
import io.corridor.internal.block.RealPort;
import io.corridor.internal.block.Step;
import java.util.List;

/** hours-short(t) = 24 Σ hours_b · 1{unserved_b > 10⁻⁹ demand_b}, hours a day. */
public final class HoursShort extends Step {
  private static final double HOURS_A_DAY = 24;

  /** Less than this share of demand is rounding. */
  private static final double NEGLIGIBLE = 1e-9;

  private final Hours hours;
  private final RealPort own;
  private final RealPort added;
  private final RealPort[] unserved;
  private final RealPort out;

  /**
   * Makes the step.
   *
   * @param hours the month's blocks
   * @param own demand of the month
   * @param added fuel needs of other carriers beside it
   * @param unserved of each block
   * @param out hours a day
   */
  public HoursShort(Hours hours, Real own, Real added, List<Real> unserved, Real out) {
    this.hours = hours;
    this.own = ports.read(own);
    this.added = ports.read(added);
    this.unserved = ports.read(unserved);
    this.out = ports.write(out);
  }

  @Override
  public void advance(Block block, int month) {
    double[] demand = block.of(own);
    double[] fuel = block.of(added);
    double[] result = block.of(out);
    for (int b = 0; b < unserved.length; b++) {
      double[] missing = block.of(unserved[b]);
      double length = HOURS_A_DAY * hours.shares()[b];
      double factor = hours.factors()[b];
      for (int p = 0; p < block.paths(); p++) {
        double before = b == 0 ? 0 : result[p];
        boolean isShort = missing[p] > NEGLIGIBLE * (demand[p] * factor + fuel[p]);
        result[p] = isShort ? before + length : before;
      }
    }
  }
}
