package io.corridor.internal.question;

import static io.corridor.internal.block.Loop.in;
import static io.corridor.internal.block.Loop.inOut;
import static io.corridor.internal.block.Loop.out;

import io.corridor.internal.block.Column.Real;
import io.corridor.internal.block.Loop;
import io.corridor.internal.block.Step;

/** Steps that count and add up over the months so far. */
public final class Gauges {

  private Gauges() {}

  /** Adds a column, times a weight of the month, to {@code sum}. */
  public static Step sum(double[] weights, Real column, Real sum) {
    return Loop.of(
            "Sum",
            in(column),
            inOut(sum),
            (values, all, n, month) -> {
              double weight = weights[month];
              for (int p = 0; p < n; p++) {
                all[p] += weight * values[p];
              }
            })
        .made(weights);
  }

  /** Divides a column by a number of the month. */
  public static Step divided(Real column, double[] by, Real quotient) {
    return Loop.of(
            "Divided",
            in(column),
            out(quotient),
            (values, result, n, month) -> {
              for (int p = 0; p < n; p++) {
                result[p] = values[p] / by[month];
              }
            })
        .made(by);
  }

  /** The month in which something comes, or the one after this if it hasn't come yet. */
  public static Step come(Real column, Real come) {
    return Loop.of(
        "Come",
        in(column),
        out(come),
        (values, result, n, month) -> {
          for (int p = 0; p < n; p++) {
            result[p] = Math.min(values[p], month + 1);
          }
        });
  }

  /**
   * Counts refusals of a waiver: one that is lapsed at the end of a month, but held before or in
   * it, was refused.
   *
   * @param expiry at the month's end, negative once it is lapsed
   * @param coverage of the month
   * @param held positive if it was in force at the end of the month before
   * @param refusals their number
   */
  public static Step refusals(Real expiry, Real coverage, Real held, Real refusals) {
    return Loop.of(
        "Refusals",
        in(expiry),
        in(coverage),
        inOut(held),
        inOut(refusals),
        (ends, covered, before, count, n, month) -> {
          for (int p = 0; p < n; p++) {
            boolean lapsed = ends[p] < 0;
            count[p] += lapsed && (before[p] > 0 || covered[p] > 0) ? 1 : 0;
            before[p] = lapsed ? 0 : 1;
          }
        });
  }
}
