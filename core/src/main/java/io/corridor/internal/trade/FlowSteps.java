package io.corridor.internal.trade;

import static io.corridor.internal.block.Loop.in;
import static io.corridor.internal.block.Loop.inOut;
import static io.corridor.internal.block.Loop.out;

import io.corridor.internal.block.Column.Real;
import io.corridor.internal.block.Loop;
import io.corridor.internal.block.RealPort;
import io.corridor.internal.block.Step;
import io.corridor.internal.block.Vectors;
import io.corridor.internal.numeric.Exp;
import io.corridor.internal.numeric.Log;
import io.corridor.run.SimulationException;

/**
 * The equations of section 7 of the model: how the buyer's spending moves between sources as
 * measures change what the partner's goods cost and how much of them is let through (Armington, IMF
 * Staff Papers 16, 1969, in the hat algebra of Dekle, Eaton and Kortum, 2008).
 */
public final class FlowSteps {

  private FlowSteps() {}

  /**
   * p̂(t) = (1 + τ(t))/(1 + τ(0⁻)), the change of the price that the buyer pays.
   *
   * @param cost τ(t)
   * @param startCost τ(0⁻)
   * @param ratio p̂
   */
  public static Step priceRatio(Real cost, Real startCost, Real ratio) {
    return Loop.of(
        "PriceRatio",
        in(cost),
        in(startCost),
        out(ratio),
        (now, before, r, n, month) -> {
          for (int p = 0; p < n; p++) {
            r[p] = (1 + now[p]) / (1 + before[p]);
          }
        });
  }

  /**
   * The partner's share after substitution.
   *
   * <ul>
   *   <li>P̂(t)^{1−σ} = s p̂^{1−σ} + 1 − s
   *   <li>share(t) = s p̂^{1−σ}/P̂^{1−σ}
   * </ul>
   *
   * @param ratio p̂
   * @param startShare s
   * @param exponent 1 − σ
   * @param share of the partner
   * @param bundle P̂^{1−σ}
   */
  public static Step partnerShare(
      Real ratio, Real startShare, Real exponent, Real share, Real bundle) {
    return Loop.of(
        "Armington",
        in(ratio),
        in(startShare),
        in(exponent),
        out(share),
        out(bundle),
        (price, s, e, result, all, n, month) -> {
          power(price, e, all, n);
          for (int p = 0; p < n; p++) {
            double own = s[p] * all[p];
            double sum = own + (1 - s[p]);
            all[p] = sum;
            result[p] = own / sum;
          }
        });
  }

  /**
   * P̂(t)^{1−η}: of P̂^{1−σ} to (1 − η)/(1 − σ); of a good that has no other source (s = 1), of p̂
   * to 1 − η.
   *
   * @param base what is raised
   * @param exponent to which power
   * @param bundle P̂^{1−η}
   */
  public static Step bundle(Real base, Real exponent, Real bundle) {
    return Loop.of(
        "Bundle", in(base), in(exponent), out(bundle), (b, e, x, n, month) -> power(b, e, x, n));
  }

  private static void power(double[] base, double[] exponent, double[] out, int n) {
    Log.log(base, out, n);
    Vectors.multiply(out, exponent, n);
    Exp.exp(out, out, n);
  }

  /**
   * Keeps k(0⁻) of a flow, which may not be 0: its value at the start would be what was traded
   * although all of it was prohibited.
   *
   * @param key of the flow or pair, for the message
   * @param stated what says how much was traded
   * @param kept k(0⁻)
   * @param startKept where it is kept
   */
  public static Step keptBefore(String key, String stated, Real kept, Real startKept) {
    return Step.of(
            "KeptBefore",
            ports -> {
              RealPort from = ports.read(kept);
              RealPort to = ports.write(startKept);
              return (block, month) -> {
                double[] k = block.of(from);
                double[] result = block.of(to);
                for (int p = 0; p < block.paths(); p++) {
                  if (!(k[p] > 0)) {
                    throw allProhibited(key, stated, block.firstPath() + p);
                  }
                  result[p] = k[p];
                }
              };
            })
        .made(key, stated);
  }

  private static SimulationException allProhibited(String key, String stated, long path) {
    return new SimulationException(
        key
            + ": on path "
            + path
            + " the measures of the day before the start prohibit all of it, but "
            + stated
            + " is as it was traded under the measures then in force; lower cut, enforcement or"
            + " compliance, or let a waiver cover it");
  }

  /**
   * q(t) = min(1, share(t) · k̂(t)) with k̂(t) = k(t)/k(0⁻): the part of the spending that goes to
   * the partner.
   *
   * @param share of the partner after substitution
   * @param kept k(t)
   * @param startKept k(0⁻)
   * @param part q
   */
  public static Step partnerPart(Real share, Real kept, Real startKept, Real part) {
    return Loop.of(
        "PartnerPart",
        in(share),
        in(kept),
        in(startKept),
        out(part),
        (s, now, before, q, n, month) -> {
          for (int p = 0; p < n; p++) {
            q[p] = Math.min(1, s[p] * (now[p] / before[p]));
          }
        });
  }

  /**
   * value(t) = spending(t) · P̂^{1−η} · q(t)/p̂(t), at the exporter's border, before unrest.
   *
   * @param spending on the good from all sources
   * @param part q, the part that goes to the partner
   * @param bundle P̂^{1−η}
   * @param ratio p̂
   * @param value of the month
   */
  public static Step value(Real spending, Real part, Real bundle, Real ratio, Real value) {
    return Loop.of(
        "FlowValue",
        in(spending),
        in(part),
        in(bundle),
        in(ratio),
        out(value),
        (total, q, b, price, v, n, month) -> {
          for (int p = 0; p < n; p++) {
            v[p] = total[p] * q[p] * b[p] / price[p];
          }
        });
  }

  /**
   * diverted(t) = spending(t) · (P̂^{1−η} (1 − q(t)) − (1 − s)): what rivals gain; 0 if s = 1, for
   * then there are none.
   *
   * @param spending on the good from all sources
   * @param bundle P̂^{1−η}
   * @param part q, the part that goes to the partner
   * @param startShare s
   * @param diverted what rivals gain
   */
  public static Step diverted(
      Real spending, Real bundle, Real part, Real startShare, Real diverted) {
    return Loop.of(
        "Diversion",
        in(spending),
        in(bundle),
        in(part),
        in(startShare),
        out(diverted),
        (total, b, q, s, d, n, month) -> {
          for (int p = 0; p < n; p++) {
            d[p] = s[p] < 1 ? total[p] * (b[p] * (1 - q[p]) - (1 - s[p])) : 0;
          }
        });
  }

  /**
   * ln I(t) = ln I(t−1) + (1 − 2^(−1/h)) (ln (v(t)/X) − ln I(t−1)): how a flow follows its pair.
   *
   * @param ratio v/X
   * @param part 1 − 2^(−1/h), of the half-life h in months
   * @param log ln I
   * @param index I
   */
  public static Step index(Real ratio, Real part, Real log, Real index) {
    return Loop.of(
        "FlowIndex",
        in(ratio),
        in(part),
        inOut(log),
        out(index),
        (v, c, l, i, n, month) -> {
          Log.log(v, i, n);
          for (int p = 0; p < n; p++) {
            l[p] += c[p] * (i[p] - l[p]);
          }
          Exp.exp(l, i, n);
        });
  }

  /**
   * Spending times what the world makes of it: a flow's value of its index, what is diverted from
   * it of Σ (v_kj − X_kj)/X_ij.
   *
   * @param spending V_f of the month
   * @param index what it is multiplied by
   * @param value their product
   */
  public static Step indexed(Real spending, Real index, Real value) {
    return Loop.of(
        "Indexed",
        in(spending),
        in(index),
        out(value),
        (s, i, v, n, month) -> Vectors.product(s, i, v, n));
  }

  /**
   * value(t) ← value(t) · (1 − impact · 1{unrest in month t}).
   *
   * @param unrest 1 in a month of unrest
   * @param impact share of trade lost
   * @param value of a flow
   */
  public static Step unrestImpact(Real unrest, Real impact, Real value) {
    return Loop.of(
        "UnrestImpact",
        in(unrest),
        in(impact),
        inOut(value),
        (u, i, v, n, month) -> {
          for (int p = 0; p < n; p++) {
            v[p] *= 1 - i[p] * u[p];
          }
        });
  }
}
