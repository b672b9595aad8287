package io.corridor.internal.trade;

import io.corridor.internal.block.Block;
import io.corridor.internal.block.Column.Real;
import io.corridor.internal.block.RealPort;
import io.corridor.internal.block.Step;

/**
 * Payment of the month's energy bill (section 8 of the model).
 *
 * <ul>
 *   <li>paid(t) = (φ_lapsed + (φ_waived − φ_lapsed) w) · bill(t) + ψ · arrears(t−1)
 *   <li>arrears(t) = arrears(t−1) + bill(t) − paid(t)
 * </ul>
 */
public final class Settlement extends Step {
  private final RealPort waived;
  private final RealPort lapsed;
  private final RealPort catchUp;
  private final RealPort coverage;
  private final RealPort bill;
  private final RealPort paid;
  private final RealPort arrears;

  /**
   * Makes the step.
   *
   * @param waived φ_waived, share paid under the waiver
   * @param lapsed φ_lapsed, share paid without it
   * @param catchUp ψ, share of the arrears paid
   * @param coverage w
   * @param bill what the month's energy costs
   * @param paid what is paid in the month
   * @param arrears what is owed
   */
  public Settlement(
      Real waived, Real lapsed, Real catchUp, Real coverage, Real bill, Real paid, Real arrears) {
    this.waived = ports.read(waived);
    this.lapsed = ports.read(lapsed);
    this.catchUp = ports.read(catchUp);
    this.coverage = ports.read(coverage);
    this.bill = ports.read(bill);
    this.paid = ports.write(paid);
    this.arrears = ports.update(arrears);
  }

  @Override
  public void advance(Block block, int month) {
    double[] with = block.of(waived);
    double[] without = block.of(lapsed);
    double[] old = block.of(catchUp);
    double[] w = block.of(coverage);
    double[] due = block.of(bill);
    double[] payment = block.of(paid);
    double[] owed = block.of(arrears);
    for (int p = 0; p < block.paths(); p++) {
      double share = without[p] + (with[p] - without[p]) * w[p];
      payment[p] = share * due[p] + old[p] * owed[p];
      // Written as what stays unpaid, so that rounding can't make it negative.
      owed[p] = (1 - old[p]) * owed[p] + (1 - share) * due[p];
    }
  }
}
