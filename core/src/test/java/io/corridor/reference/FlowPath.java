package io.corridor.reference;

import io.corridor.model.Flow;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;

/** Section 7: one flow of goods or services. */
final class FlowPath {
  private final Notation notation;
  private final double v;
  private final double s;
  private final double sigma;
  private final double eta;
  private final double growth;
  private final Map<String, Double> elasticities;
  private final Map<String, Double> regimeFactor;
  private final List<Double> season;
  private final NoisePath noise;
  private double tauBefore;
  private double keptBefore;

  /** What a flow is in one month. */
  record Trade(double value, double diverted, double share) {}

  FlowPath(String id, Flow flow, Numbers numbers, Notation notation) {
    String key = "flows." + id + ".";
    this.notation = notation;
    v = numbers.at(key + "annual-value", flow.annualValue());
    s = numbers.at(key + "partner-share", flow.partnerShare());
    // Without rivals it doesn't matter.
    sigma = flow.substitution().map(value -> numbers.at(key + "substitution", value)).orElse(2.0);
    eta = numbers.at(key + "upper-elasticity", flow.upperElasticity());
    growth = numbers.at(key + "growth", flow.growth());
    elasticities = numbers.at(key + "elasticities", flow.elasticities());
    regimeFactor = numbers.at(key + "regime-factor", flow.regimeFactor());
    season = flow.season();
    noise = new NoisePath(key + "noise", flow.noise(), numbers);
  }

  /** Sets τ(0⁻) and k(0⁻). */
  void dayBefore(double tau, double kept) {
    if (kept == 0) {
      throw new IllegalArgumentException("k(0-) = 0: nothing was traded the day before the start");
    }
    tauBefore = tau;
    keptBefore = kept;
  }

  /** Returns the flow's noise. */
  NoisePath noise() {
    return noise;
  }

  /** Returns what a month before the start counts, V_f/12 · season[m]. */
  double valueBefore(YearMonth month) {
    return v / 12 * Notation.season(season, month);
  }

  /**
   * Returns the flow in {@code month}.
   *
   * @param tau τ(t)
   * @param kept k(t)
   * @param loss impact · 1{unrest in the month}
   */
  Trade at(Month month, double tau, double kept, double loss) {
    double spending = spending(month);
    double pHat = (1 + tau) / (1 + tauBefore);
    double kHat = kept / keptBefore;
    double share = share(pHat);
    double priceIndex = StrictMath.pow(priceIndex(pHat), 1 - eta);
    double q = Math.min(1, share * kHat);
    double value = spending * priceIndex * q / pHat * (1 - loss);
    double diverted = s == 1 ? 0 : spending * (priceIndex * (1 - q) - (1 - s));
    return new Trade(value, diverted, share);
  }

  /** Returns what is spent in {@code month} on the good from all sources. */
  double spending(Month month) {
    return (v / 12)
        / s
        * Notation.growth(growth, month)
        * Notation.season(season, month.calendar())
        * notation.pi(elasticities, month)
        * notation.rho(regimeFactor, month)
        * noise.factor(month);
  }

  // P̂ = (s p̂^{1−σ} + 1 − s)^{1/(1−σ)}, which is p̂ where there is no rival.
  private double priceIndex(double pHat) {
    return s == 1
        ? pHat
        : StrictMath.pow(s * StrictMath.pow(pHat, 1 - sigma) + 1 - s, 1 / (1 - sigma));
  }

  // s p̂^{1−σ}/(s p̂^{1−σ} + 1 − s)
  private double share(double pHat) {
    if (s == 1) {
      return 1;
    }
    double own = s * StrictMath.pow(pHat, 1 - sigma);
    return own / (own + 1 - s);
  }
}
