package io.corridor.reference;

import io.corridor.model.Partner;
import java.util.Map;

/** Section 10: the exporter's trade with another partner. */
final class PartnerPath {
  private final Notation notation;
  private final double annual;
  private final double growth;
  private final Map<String, Double> elasticities;
  private final Map<String, Double> regimeFactor;
  private final NoisePath noise;

  PartnerPath(String id, Partner partner, Numbers numbers, Notation notation) {
    String key = "partners." + id + ".";
    this.notation = notation;
    annual = numbers.at(key + "annual-value", partner.annualValue());
    growth = numbers.at(key + "growth", partner.growth());
    elasticities = numbers.at(key + "elasticities", partner.elasticities());
    regimeFactor = numbers.at(key + "regime-factor", partner.regimeFactor());
    noise = new NoisePath(key + "noise", partner.noise(), numbers);
  }

  /** Returns the partner's noise. */
  NoisePath noise() {
    return noise;
  }

  /** Returns what a month before the start counts. */
  double valueBefore() {
    return annual / 12;
  }

  /** Returns the value of {@code month}. */
  double at(Month month) {
    return annual
        / 12
        * Notation.growth(growth, month)
        * notation.pi(elasticities, month)
        * notation.rho(regimeFactor, month)
        * noise.factor(month);
  }
}
