package io.corridor.reference;

import io.corridor.model.Carrier;
import io.corridor.model.Energy;
import io.corridor.model.Metrics;
import io.corridor.model.Scenario;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One simulated path: the order of a month, and the day before the first. */
public final class ReferencePath {
  private final Scenario scenario;
  private final RegimePath regime;
  private final Shocks shocks;
  private final Map<String, DriverPath> drivers = new LinkedHashMap<>();
  private final Map<String, WaiverPath> waivers = new LinkedHashMap<>();
  private final SanctionRules sanctions;
  private final Optional<WorldPath> world;
  private final Month zero;
  private final EnergyPath energy;
  private final Map<String, FlowPath> flows = new LinkedHashMap<>();
  private final PaymentsPath payments;
  private final UnrestPath unrest;
  private final Map<String, PartnerPath> partners = new LinkedHashMap<>();
  private final Totals totals;
  private final Map<String, double[]> metrics = new LinkedHashMap<>();

  private ReferencePath(Scenario scenario, long seed, long path) {
    this.scenario = scenario;
    Draws draws = new Draws(seed, path);
    Numbers numbers = new Numbers(scenario, draws);
    regime = new RegimePath(scenario, draws, numbers);
    shocks = new Shocks(scenario, draws);
    scenario
        .drivers()
        .keySet()
        .forEach(id -> drivers.put(id, DriverPath.of(id, scenario, numbers, draws)));
    zero = monthZero();
    Notation notation = new Notation(zero);
    scenario
        .waivers()
        .keySet()
        .forEach(id -> waivers.put(id, new WaiverPath(id, scenario, numbers, draws)));
    sanctions = new SanctionRules(scenario, numbers, draws);
    world = scenario.world().map(section -> new WorldPath(section, scenario, numbers, notation));
    energy = new EnergyPath(scenario, numbers, draws, notation);
    scenario
        .flows()
        .forEach((id, flow) -> flows.put(id, new FlowPath(id, flow, numbers, notation)));
    payments = new PaymentsPath(scenario, numbers);
    unrest = new UnrestPath(scenario, numbers, draws);
    scenario
        .partners()
        .forEach((id, p) -> partners.put(id, new PartnerPath(id, p, numbers, notation)));
    totals = new Totals(scenario, numbers, flows, partners, metrics);
  }

  /**
   * Simulates path {@code path} of {@code scenario} under {@code seed}.
   *
   * @return every metric of the scenario by id, a value for each month
   */
  public static Map<String, double[]> simulate(Scenario scenario, long seed, long path) {
    return new ReferencePath(scenario, seed, path).run();
  }

  private Map<String, double[]> run() {
    for (String id : Metrics.of(scenario).keySet()) {
      double[] values = new double[scenario.months()];
      Arrays.fill(values, Double.NaN);
      metrics.put(id, values);
    }
    Map<String, double[]> partnerValues = new LinkedHashMap<>();
    partners.keySet().forEach(id -> partnerValues.put(id, new double[scenario.months()]));

    // D(−1) and U(−1), then D(t−1) and U(t−1).
    Map<String, EnergyPath.Balance> before = dayBefore();
    double dStart = energy.d(before);
    double uStart = energy.u(before);
    double d = dStart;
    double u = uStart;
    Month month = zero;

    for (int t = 0; t < scenario.months(); t++) {
      if (t > 0) {
        month = next(month, shocks.at(t));
      }
      recordDrivers(month);
      sanctions.month(month.regime());
      Map<String, Double> coverage = coverage(month, d - dStart, u - uStart);
      double compliance = sanctions.compliance(month.regime(), d);
      put("compliance", t, !scenario.sanctions().isEmpty(), compliance);
      Map<String, EnergyPath.Balance> balances = energy(month, coverage, compliance);
      d = energy.d(balances);
      u = energy.u(balances);
      move(month, coverage, compliance);
      trade(month, coverage, compliance);
      pay(t, balances, coverage);
      put("unrest", t, scenario.unrest().isPresent(), unrest.lasts(t) ? 1 : 0);
      unrest.step(t, u - uStart);
      for (String id : partners.keySet()) {
        partnerValues.get(id)[t] = partners.get(id).at(month);
      }
    }
    totals.fill(partnerValues);
    return metrics;
  }

  private Month monthZero() {
    Map<String, Double> x = new LinkedHashMap<>();
    drivers.forEach((id, driver) -> x.put(id, driver.start()));
    return new Month(0, scenario.start(), regime.start(), x);
  }

  // The day before: sets τ(0⁻) and k(0⁻) of flows and returns the balances that D(−1) and U(−1) are
  // of.
  private Map<String, EnergyPath.Balance> dayBefore() {
    Map<String, Double> coverage = new LinkedHashMap<>();
    waivers.forEach((id, waiver) -> coverage.put(id, waiver.dayBefore()));
    Measures measures = new Measures(scenario.start().minusMonths(1), zero.regime(), coverage);

    double a = payments.a();
    double dUncut = energy.d(energy.balances(zero, a, id -> 1, energy.dayBefore()));
    double c = sanctions.compliance(zero.regime(), dUncut);
    Map<String, EnergyPath.Balance> balances =
        energy.balances(zero, a, x -> measures.kept(x, c), energy.dayBefore());

    double cOfFlows = sanctions.compliance(zero.regime(), energy.d(balances));
    flows.forEach(
        (id, flow) ->
            flow.dayBefore(measures.tau(Set.of(id)), measures.kept(Set.of(id), cOfFlows)));
    world.ifPresent(w -> w.dayBefore(measures::of, cOfFlows, zero.regime()));
    return balances;
  }

  private void move(Month month, Map<String, Double> coverage, double compliance) {
    Measures measures = new Measures(month.calendar(), month.regime(), coverage);
    world.ifPresent(
        w -> {
          w.move(month, measures::of, compliance);
          w.metrics().forEach((id, value) -> put(id, month.t(), true, value));
        });
  }

  private Month next(Month last, Map<String, Double> z) {
    int t = last.t() + 1;
    String now = regime.step(last.regime(), t);
    Map<String, Double> x = new LinkedHashMap<>();
    drivers.forEach(
        (id, driver) ->
            x.put(id, driver.step(last.drivers().get(id), t, now, z.getOrDefault(id, Double.NaN))));
    flows.forEach((id, flow) -> flow.noise().step(z.get(id)));
    partners.forEach((id, partner) -> partner.noise().step(z.get(id)));
    energy.step(z);
    return new Month(t, scenario.month(t), now, x);
  }

  private void recordDrivers(Month month) {
    scenario
        .regime()
        .ifPresent(
            r ->
                r.states()
                    .forEach(
                        state ->
                            put(
                                "regime." + state,
                                month.t(),
                                true,
                                state.equals(month.regime()) ? 1 : 0)));
    month.drivers().forEach((id, x) -> put("driver." + id, month.t(), true, x));
  }

  private Map<String, Double> coverage(Month month, double dependency, double unserved) {
    Map<String, Double> coverage = new LinkedHashMap<>();
    waivers.forEach((id, waiver) -> coverage.put(id, waiver.step(month, dependency, unserved)));
    coverage.forEach((id, w) -> put("waiver." + id + ".coverage", month.t(), true, w));
    return coverage;
  }

  private Map<String, EnergyPath.Balance> energy(
      Month month, Map<String, Double> coverage, double compliance) {
    Measures measures = new Measures(month.calendar(), month.regime(), coverage);
    Map<String, EnergyPath.Balance> balances =
        energy.balances(month, payments.a(), x -> measures.kept(x, compliance), energy.draw(month));
    energy.store(balances);
    balances.forEach((id, balance) -> record(id, balance, month.t()));
    return balances;
  }

  private void record(String id, EnergyPath.Balance b, int t) {
    Carrier carrier = scenario.energy().map(Energy::carriers).orElseThrow().get(id);
    String prefix = "energy." + id + ".";
    put(prefix + "demand", t, true, b.demand);
    put(prefix + "domestic", t, true, b.domestic);
    put(prefix + "need", t, true, b.need);
    put(prefix + "offered", t, true, b.offered);
    put(prefix + "imports", t, true, b.imports);
    put(prefix + "unserved", t, true, b.unserved);
    put(prefix + "storage", t, carrier.storage().isPresent(), b.storage);
    put(prefix + "unserved-share", t, true, b.unservedShare);
    put(prefix + "dependency", t, true, b.dependency);
    put(prefix + "kept", t, true, b.kept);
    put(prefix + "price", t, carrier.price().isPresent(), b.price);
    put(prefix + "value", t, true, b.value);
    boolean named = carrier.namesSources();
    b.bySource.forEach((source, x) -> put(prefix + "source." + source, t, named, x));
    put(prefix + "cost", t, named, b.cost);
    put(prefix + "concentration", t, named, b.concentration);
    put(prefix + "n-1", t, named, b.nMinusOne);
    put(prefix + "hours-short", t, carrier.hasShortHours(), b.hoursShort);
    put(prefix + "peak-unserved", t, carrier.hasShortHours(), b.peakUnserved);
  }

  private void trade(Month month, Map<String, Double> coverage, double compliance) {
    Measures measures = new Measures(month.calendar(), month.regime(), coverage);
    int t = month.t();
    flows.forEach(
        (id, flow) -> {
          if (scenario.flows().get(id).world()) {
            WorldPath w = world.orElseThrow();
            FlowPath.Trade trade = w.at(id, flow.spending(month), unrest.loss(t));
            put("flow." + id, t, true, trade.value());
            put("flow." + id + ".diverted", t, true, trade.diverted());
            put("flow." + id + ".share", t, true, trade.share());
            put("flow." + id + ".cost", t, true, w.cost(id));
            return;
          }
          double tau = measures.tau(Set.of(id));
          FlowPath.Trade trade =
              flow.at(month, tau, measures.kept(Set.of(id), compliance), unrest.loss(t));
          put("flow." + id, t, true, trade.value());
          put("flow." + id + ".diverted", t, true, trade.diverted());
          put("flow." + id + ".share", t, true, trade.share());
          put("flow." + id + ".cost", t, true, tau);
        });
  }

  private void pay(int t, Map<String, EnergyPath.Balance> balances, Map<String, Double> coverage) {
    double bill = balances.values().stream().mapToDouble(b -> b.value).sum();
    PaymentsPath.Settlement settlement = payments.settle(bill, coverage);
    boolean exists = scenario.payments().isPresent();
    put("arrears", t, exists, settlement.arrears());
    put("bill", t, exists, settlement.bill());
    put("paid", t, exists, settlement.paid());
  }

  private void put(String metric, int t, boolean exists, double value) {
    if (exists) {
      metrics.get(metric)[t] = value;
    }
  }

  /** The measures in force in a month, under a regime and the waivers' coverage. */
  private final class Measures {
    private final YearMonth month;
    private final String regime;
    private final Map<String, Double> coverage;

    Measures(YearMonth month, String regime, Map<String, Double> coverage) {
      this.month = month;
      this.regime = regime;
      this.coverage = coverage;
    }

    double tau(Set<String> x) {
      return sanctions.tau(x, month, regime, coverage);
    }

    WorldPath.Measured of(Set<String> x, double c) {
      return new WorldPath.Measured(
          tau(x), kept(x, c), sanctions.tariff(x, month, regime, coverage));
    }

    double kept(Set<String> x, double c) {
      return sanctions.kept(x, month, regime, coverage, c);
    }
  }
}
