package io.corridor.model;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Checks the sections {@code flows}, {@code payments}, {@code unrest}, {@code rank-of} and {@code
 * partners}.
 */
final class TradeCheck {
  /** What the mean of a flow's season may miss 1 by, rounding of the sum allowed for. */
  private static final double SEASON_TOLERANCE = 0.001 + 1e-12;

  private final Scenario scenario;
  private final NumberCheck numbers;
  private final NameCheck names;
  private final RegimeCheck regimes;
  private final DriverCheck drivers;
  private final Problems problems;

  TradeCheck(
      Scenario scenario,
      NumberCheck numbers,
      NameCheck names,
      RegimeCheck regimes,
      DriverCheck drivers,
      Problems problems) {
    this.scenario = scenario;
    this.numbers = numbers;
    this.names = names;
    this.regimes = regimes;
    this.drivers = drivers;
    this.problems = problems;
  }

  /** Returns the ids of the flows and carriers. */
  static Set<String> flowsAndCarriers(Scenario scenario) {
    Set<String> ids = new LinkedHashSet<>();
    scenario.energy().ifPresent(energy -> ids.addAll(energy.carriers().keySet()));
    ids.addAll(scenario.flows().keySet());
    return ids;
  }

  /** Checks the section {@code flows}. */
  void flows() {
    scenario.flows().forEach((id, flow) -> flow("flows." + id, id, flow));
  }

  private void flow(String key, String id, Flow flow) {
    names.shared(key, id);
    direction(key, flow);
    numbers.value(key + ".annual-value", flow.annualValue(), Range.NOT_NEGATIVE);
    numbers.value(key + ".partner-share", flow.partnerShare(), Range.POSITIVE_FRACTION);
    substitution(key + ".substitution", flow);
    numbers.value(key + ".upper-elasticity", flow.upperElasticity(), Range.NOT_NEGATIVE);
    numbers.value(key + ".growth", flow.growth(), Range.ABOVE_MINUS_ONE);
    drivers.elasticities(key + ".elasticities", flow.elasticities());
    numbers.noise(key + ".noise", flow.noise());
    numbers.season(key + ".season", flow.season());
    mean(key + ".season", flow.season());
    regimes.factors(key + ".regime-factor", flow.regimeFactor());
  }

  private void direction(String key, Flow flow) {
    Parties parties = scenario.parties();
    Set<String> both = new LinkedHashSet<>(List.of(parties.exporter(), parties.importer()));
    names.reference(key + ".from", "party", flow.from(), both);
    names.reference(key + ".to", "party", flow.to(), both);
    if (flow.from().equals(flow.to()) && both.contains(flow.to())) {
      problems.add(
          key + ".to",
          "a flow goes from one party to the other, but both ends are " + Wording.quote(flow.to()));
    }
  }

  private void substitution(String key, Flow flow) {
    numbers.value(key, flow.substitution(), Range.ABOVE_ONE);
    boolean rivals =
        numbers.support(flow.partnerShare()).filter(share -> share.low() < 1).isPresent();
    if (rivals && flow.substitution().isEmpty()) {
      problems.add(key, "is required where `partner-share` may be below 1; it must be above 1");
    }
  }

  private void mean(String key, List<Double> season) {
    double mean = season.stream().mapToDouble(Double::doubleValue).average().orElse(1);
    if (season.size() == NumberCheck.SEASONS && Math.abs(mean - 1) > SEASON_TOLERANCE) {
      problems.add(
          key, "the mean of a flow's season must be 1 within 0.1 %, not " + Wording.number(mean));
    }
  }

  /** Checks the section {@code payments}. */
  void payments() {
    scenario.payments().ifPresent(this::payments);
  }

  private void payments(Payments payments) {
    payments
        .waiver()
        .ifPresent(
            id -> names.reference("payments.waiver", "waiver", id, scenario.waivers().keySet()));
    numbers.value("payments.waived", payments.waived(), Range.FRACTION);
    numbers.value("payments.lapsed", payments.lapsed(), Range.FRACTION);
    numbers.value("payments.catch-up", payments.catchUp(), Range.FRACTION);
    numbers.value("payments.arrears.start", payments.arrears().start(), Range.NOT_NEGATIVE);
    numbers.value("payments.arrears.limit", payments.arrears().limit(), Range.NOT_NEGATIVE);
    numbers.value("payments.arrears.floor", payments.arrears().floor(), Range.FRACTION);
  }

  /** Checks the section {@code unrest}. */
  void unrest() {
    scenario
        .unrest()
        .ifPresent(
            unrest -> {
              numbers.value("unrest.rate-per-month", unrest.ratePerMonth(), Range.NOT_NEGATIVE);
              numbers.value("unrest.on-unserved", unrest.onUnserved(), Range.FREE);
              numbers.duration("unrest.duration", unrest.duration());
              numbers.value("unrest.impact", unrest.impact(), Range.FRACTION);
            });
  }

  /** Checks the sections {@code rank-of} and {@code partners}. */
  void partners() {
    scenario
        .rankOf()
        .ifPresent(
            ids -> names.references("rank-of", "flow or carrier", ids, flowsAndCarriers(scenario)));
    scenario.partners().forEach((id, partner) -> partner("partners." + id, id, partner));
  }

  private void partner(String key, String id, Partner partner) {
    names.shared(key, id);
    numbers.value(key + ".annual-value", partner.annualValue(), Range.NOT_NEGATIVE);
    numbers.value(key + ".growth", partner.growth(), Range.ABOVE_MINUS_ONE);
    drivers.elasticities(key + ".elasticities", partner.elasticities());
    numbers.noise(key + ".noise", partner.noise());
    regimes.factors(key + ".regime-factor", partner.regimeFactor());
  }
}
