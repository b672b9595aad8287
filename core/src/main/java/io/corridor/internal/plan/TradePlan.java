package io.corridor.internal.plan;

import io.corridor.internal.block.Column.Real;
import io.corridor.internal.block.Column.Whole;
import io.corridor.internal.block.Fill;
import io.corridor.internal.random.StreamName;
import io.corridor.internal.trade.PaymentSteps;
import io.corridor.internal.trade.TotalSteps;
import io.corridor.internal.trade.UnrestSteps;
import io.corridor.model.Flow;
import io.corridor.model.MetricKind;
import io.corridor.model.Partner;
import io.corridor.model.Payments;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Compiles sections 8 to 10: payments, unrest, totals, rank and indices. */
final class TradePlan extends PlanPart {
  private final PolicyPlan policy;

  TradePlan(Wiring wiring, PolicyPlan policy) {
    super(wiring);
    this.policy = policy;
  }

  // Section 8

  /** Adds the arrears and returns A(t); null without payments, or where the limit never binds. */
  @Nullable Real addArrears() {
    if (scenario.payments().isEmpty()) {
      return null;
    }
    Payments.Arrears section = scenario.payments().get().arrears();
    Real arrears = wiring.real();
    metrics.put(MetricKind.ARREARS, arrears);
    Real start = draws.column(section.start(), "payments.arrears.start");
    wiring.state(Fill.copy(start, arrears));
    if (section.limit().isEmpty() || scenario.energy().isEmpty()) {
      return null;
    }
    return wiring.add(
        Phase.ENERGY,
        availability ->
            PaymentSteps.availability(
                arrears,
                draws.column(section.limit().get(), "payments.arrears.limit"),
                draws.column(section.floor(), "payments.arrears.floor"),
                availability));
  }

  /** Adds the settlement of the month's bill, the sum of all carriers' values. */
  void addSettlement() {
    if (scenario.payments().isEmpty()) {
      return;
    }
    Payments section = scenario.payments().get();
    Real bill = wiring.real();
    Real paid = wiring.real();
    wiring.add(Phase.PAYMENTS, TotalSteps.sum(carrierValues(), bill));
    wiring.add(
        Phase.PAYMENTS,
        PaymentSteps.settlement(
            draws.column(section.waived(), "payments.waived"),
            draws.column(section.lapsed(), "payments.lapsed"),
            draws.column(section.catchUp(), "payments.catch-up"),
            section.waiver().map(policy::coverage).orElse(wiring.constant(1)),
            bill,
            paid,
            metrics.get(MetricKind.ARREARS)));
    metrics.put(MetricKind.BILL, bill);
    metrics.put(MetricKind.PAID, paid);
  }

  // Section 9

  /** Adds unrest and returns its indicator; null without. */
  @Nullable Real addUnrest(Feedback feedback) {
    if (scenario.unrest().isEmpty()) {
      return null;
    }
    var section = scenario.unrest().get();
    Whole last = wiring.whole();
    Real lasting = wiring.real();
    wiring.state(Fill.whole(-1, last));
    wiring.add(Phase.FLOWS, UnrestSteps.lasting(last, lasting));
    wiring.add(
        Phase.UNREST,
        UnrestSteps.start(
            draws.monthly(StreamName.UNREST.of(), "unrest", 1),
            section.duration(),
            draws.column(section.ratePerMonth(), "unrest.rate-per-month"),
            draws.column(section.onUnserved(), "unrest.on-unserved"),
            feedback.unserved(),
            feedback.startUnserved(),
            last));
    metrics.put(MetricKind.UNREST, lasting);
    return lasting;
  }

  /** Returns the share of trade that unrest holds up; null without. */
  @Nullable Real unrestImpact() {
    return scenario
        .unrest()
        .map(section -> draws.column(section.impact(), "unrest.impact"))
        .orElse(null);
  }

  // Section 10

  /** Adds the totals. */
  void addTotals() {
    List<Real> sold = new ArrayList<>();
    List<Real> bought = new ArrayList<>();
    scenario
        .flows()
        .forEach(
            (id, flow) ->
                (flow.from().equals(scenario.parties().exporter()) ? sold : bought)
                    .add(metrics.get(MetricKind.FLOW, id)));
    sold.addAll(carrierValues());
    Real exports = sum(sold);
    Real imports = sum(bought);
    Real total = sum(List.of(exports, imports));
    Real balance = wiring.real();
    wiring.add(
        Phase.TOTALS, TotalSteps.sum(new double[] {1, -1}, List.of(exports, imports), balance));
    metrics.put(MetricKind.EXPORTS, exports);
    metrics.put(MetricKind.IMPORTS, imports);
    metrics.put(MetricKind.TOTAL, total);
    metrics.put(MetricKind.BALANCE, balance);
    List<TotalSteps.YearBefore> before = new ArrayList<>();
    scenario.flows().forEach((id, flow) -> before.add(flowBefore(id, flow)));
    scenario
        .energy()
        .ifPresent(
            energy ->
                before.add(
                    flat(1.0 / 12, draws.column(energy.annualValue(), "energy.annual-value"))));
    metrics.put(MetricKind.TOTAL_OF_YEAR, twelveMonths(total, before));
    addRank();
  }

  private void addRank() {
    if (scenario.partners().isEmpty()) {
      return;
    }
    Real compared =
        scenario
            .rankOf()
            .map(ids -> compared(ids))
            .orElseGet(() -> metrics.get(MetricKind.TOTAL_OF_YEAR));
    metrics.put(MetricKind.COMPARED_OF_YEAR, compared);
    List<Real> others =
        scenario.partners().keySet().stream()
            .map(id -> metrics.get(MetricKind.PARTNER_OF_YEAR, id))
            .toList();
    Real rank = wiring.add(Phase.TOTALS, out -> TotalSteps.rank(others, compared, out));
    metrics.put(MetricKind.RANK, rank);
  }

  /**
   * Of the named: before the start a flow counts its annual value, a carrier its value in month 0.
   */
  private Real compared(List<String> ids) {
    List<Real> now = new ArrayList<>();
    List<TotalSteps.YearBefore> before = new ArrayList<>();
    for (String id : ids) {
      Flow flow = scenario.flows().get(id);
      if (flow != null) {
        now.add(metrics.get(MetricKind.FLOW, id));
        before.add(flowBefore(id, flow));
      } else {
        Real value = metrics.get(MetricKind.VALUE, id);
        now.add(value);
        before.add(flat(1, value));
      }
    }
    return twelveMonths(sum(now), before);
  }

  /** Adds a partner's 12-month total. */
  void addPartner(String id, Partner partner) {
    String path = "partners." + id;
    Num annual = draws.num(partner.annualValue(), path + ".annual-value");
    Real value =
        product()
            .times(wiring.map(annual, a -> a / 12))
            .growth(draws.num(partner.growth(), path + ".growth"))
            .elasticities(partner.elasticities(), path + ".elasticities")
            .times(policy.regimeFactor(partner.regimeFactor(), path + ".regime-factor"))
            .noise(path)
            .add(Phase.TOTALS);
    metrics.put(
        MetricKind.PARTNER_OF_YEAR,
        twelveMonths(value, List.of(flat(1.0 / 12, wiring.column(annual)))),
        id);
  }

  /** Adds the indices, once all other metrics are there. */
  void addIndices() {
    scenario
        .indices()
        .forEach(
            (id, weights) -> {
              List<Real> columns = weights.keySet().stream().map(metrics::get).toList();
              double[] numbers =
                  weights.values().stream().mapToDouble(Double::doubleValue).toArray();
              metrics.put(
                  MetricKind.INDEX,
                  wiring.add(Phase.TOTALS, out -> TotalSteps.sum(numbers, columns, out)),
                  id);
            });
  }

  private List<Real> carrierValues() {
    return scenario.carriers().keySet().stream()
        .map(id -> metrics.get(MetricKind.VALUE, id))
        .toList();
  }

  private Real sum(List<Real> columns) {
    return wiring.add(Phase.TOTALS, out -> TotalSteps.sum(columns, out));
  }

  private Real twelveMonths(Real value, List<TotalSteps.YearBefore> before) {
    List<Real> years = wiring.reals(12);
    Real running = wiring.real();
    Real out = wiring.real();
    wiring.add(Phase.TOTALS, TotalSteps.yearBefore(before, years));
    wiring.add(Phase.TOTALS, TotalSteps.twelveMonths(value, years, running, out));
    return out;
  }

  private TotalSteps.YearBefore flowBefore(String id, Flow flow) {
    double[] weights = new double[12];
    Arrays.setAll(weights, i -> calendar.season(flow.season(), i - 12) / 12);
    return new TotalSteps.YearBefore(
        weights, draws.column(flow.annualValue(), "flows." + id + ".annual-value"));
  }

  private static TotalSteps.YearBefore flat(double weight, Real value) {
    double[] weights = new double[12];
    Arrays.fill(weights, weight);
    return new TotalSteps.YearBefore(weights, value);
  }
}
