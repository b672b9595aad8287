package io.corridor.internal.trade;

import static io.corridor.internal.block.Loop.in;
import static io.corridor.internal.block.Loop.inOut;
import static io.corridor.internal.block.Loop.out;

import io.corridor.internal.block.Column.Real;
import io.corridor.internal.block.Loop;
import io.corridor.internal.block.Step;

/** The equations of section 8 of the model: what is paid of the energy bill, and what is owed. */
public final class PaymentSteps {

  private PaymentSteps() {}

  /**
   * A(t) = 1 if arrears(t−1) ≤ limit, else max(floor, limit/arrears(t−1)): the exporter sells less
   * to a customer who does not pay.
   *
   * @param arrears at the end of the month before
   * @param limit above which less is sold
   * @param floor least share that is still sold
   * @param availability A
   */
  public static Step availability(Real arrears, Real limit, Real floor, Real availability) {
    return Loop.of(
        "Availability",
        in(arrears),
        in(limit),
        in(floor),
        out(availability),
        (owed, most, least, a, n, month) -> {
          for (int p = 0; p < n; p++) {
            a[p] = owed[p] <= most[p] ? 1 : Math.max(least[p], most[p] / owed[p]);
          }
        });
  }

  /**
   * Payment of the month's energy bill.
   *
   * <ul>
   *   <li>paid(t) = (φ_lapsed + (φ_waived − φ_lapsed) w) · bill(t) + ψ · arrears(t−1)
   *   <li>arrears(t) = arrears(t−1) + bill(t) − paid(t)
   * </ul>
   *
   * @param waived φ_waived, share paid under the waiver
   * @param lapsed φ_lapsed, share paid without it
   * @param catchUp ψ, share of the arrears paid
   * @param coverage w
   * @param bill what the month's energy costs
   * @param paid what is paid in the month
   * @param arrears what is owed
   */
  public static Step settlement(
      Real waived, Real lapsed, Real catchUp, Real coverage, Real bill, Real paid, Real arrears) {
    return Loop.of(
        "Settlement",
        in(waived),
        in(lapsed),
        in(catchUp),
        in(coverage),
        in(bill),
        out(paid),
        inOut(arrears),
        (with, without, old, w, due, payment, owed, n, month) -> {
          for (int p = 0; p < n; p++) {
            double share = without[p] + (with[p] - without[p]) * w[p];
            payment[p] = share * due[p] + old[p] * owed[p];
            // Written as what stays unpaid, so that rounding can't make it negative.
            owed[p] = (1 - old[p]) * owed[p] + (1 - share) * due[p];
          }
        });
  }
}
