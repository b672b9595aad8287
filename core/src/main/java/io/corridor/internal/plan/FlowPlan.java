package io.corridor.internal.plan;

import static java.util.Objects.requireNonNull;

import io.corridor.internal.block.Column.Real;
import io.corridor.internal.block.Fill;
import io.corridor.internal.trade.FlowSteps;
import io.corridor.internal.world.WorldStep.Kind;
import io.corridor.model.Flow;
import io.corridor.model.MetricKind;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compiles section 7: flows of goods and services. */
final class FlowPlan extends PlanPart {
  private final PolicyPlan policy;
  private final @Nullable WorldPlan world;

  /** How the buyer responds to sanctions. */
  private record Response(Real share, Real part, Real bundle, Real ratio) {}

  FlowPlan(Wiring wiring, PolicyPlan policy, @Nullable WorldPlan world) {
    super(wiring);
    this.policy = policy;
    this.world = world;
  }

  /** Adds a flow; {@code unrest} and {@code impact} are null where there is no unrest. */
  void add(String id, Flow flow, @Nullable Real unrest, @Nullable Real impact) {
    String path = "flows." + id;
    Num annual = draws.num(flow.annualValue(), path + ".annual-value");
    Real value = flow.world() ? ofWorld(id, flow, annual) : corridor(id, flow, annual);
    if (unrest != null) {
      wiring.add(Phase.FLOWS, FlowSteps.unrestImpact(unrest, requireNonNull(impact), value));
    }
    metrics.put(MetricKind.FLOW, value, id);
  }

  /** What the pair's trade becomes in the world, the flow's value does. */
  private Real ofWorld(String id, Flow flow, Num annual) {
    WorldPlan all = requireNonNull(world);
    Real spending = spending(id, flow, annual, Num.ONE);
    metrics.put(MetricKind.FLOW_COST, all.cost(flow), id);
    metrics.later(MetricKind.FLOW_SHARE, () -> all.column(Kind.SHARE, flow), id);
    metrics.later(
        MetricKind.FLOW_DIVERTED, () -> indexed(spending, all.column(Kind.DIVERTED, flow)), id);
    return indexed(spending, all.index(flow));
  }

  private Real indexed(Real spending, Real index) {
    return wiring.add(Phase.FLOWS, out -> FlowSteps.indexed(spending, index, out));
  }

  private Real corridor(String id, Flow flow, Num annual) {
    Num startShare = draws.num(flow.partnerShare(), "flows." + id + ".partner-share");
    Real cost = policy.cost(Set.of(id));
    Real kept = policy.kept(Set.of(id), Phase.FLOW_SANCTIONS);
    metrics.put(MetricKind.FLOW_COST, cost == null ? wiring.constant(0) : cost, id);
    return cost == null && kept == null
        ? unsanctioned(id, flow, annual, startShare)
        : sanctioned(id, flow, annual, startShare, cost, kept);
  }

  /**
   * Without measures p̂ = k̂ = 1: the value is the partner's share of the spending, V_f at the
   * start.
   */
  private Real unsanctioned(String id, Flow flow, Num annual, Num startShare) {
    metrics.put(MetricKind.FLOW_DIVERTED, wiring.constant(0), id);
    metrics.put(MetricKind.FLOW_SHARE, wiring.column(startShare), id);
    return spending(id, flow, annual, Num.ONE);
  }

  private Real sanctioned(
      String id, Flow flow, Num annual, Num startShare, @Nullable Real cost, @Nullable Real kept) {
    Response response = response(id, flow, startShare, cost, kept);
    Real spending = spending(id, flow, annual, startShare);
    Real value = wiring.real();
    wiring.add(
        Phase.FLOWS,
        FlowSteps.value(spending, response.part(), response.bundle(), response.ratio(), value));
    Real diverted = wiring.real();
    wiring.add(
        Phase.FLOWS,
        FlowSteps.diverted(
            spending, response.bundle(), response.part(), wiring.column(startShare), diverted));
    metrics.put(MetricKind.FLOW_DIVERTED, diverted, id);
    metrics.put(MetricKind.FLOW_SHARE, response.share(), id);
    return value;
  }

  /** spending(t) = (V_f/12)/s · (1 + growth)^y · season[m] · π · ϱ(t) · exp(n(t) − v(t)/2). */
  private Real spending(String id, Flow flow, Num annual, Num startShare) {
    String path = "flows." + id;
    return product()
        .times(wiring.map(annual, startShare, (value, share) -> value / 12 / share))
        .growth(draws.num(flow.growth(), path + ".growth"))
        .season(flow.season())
        .elasticities(flow.elasticities(), path + ".elasticities")
        .times(policy.regimeFactor(flow.regimeFactor(), path + ".regime-factor"))
        .noise(path)
        .add(Phase.FLOWS);
  }

  private Response response(
      String id, Flow flow, Num startShare, @Nullable Real cost, @Nullable Real kept) {
    Real share = wiring.column(startShare);
    Real bundle = wiring.constant(1);
    Real ratio = bundle;
    if (cost != null) {
      ratio = priceRatio(cost);
      Num eta = draws.num(flow.upperElasticity(), "flows." + id + ".upper-elasticity");
      Real base = ratio;
      Num exponent = wiring.map(eta, e -> 1 - e);
      if (!startShare.is(1)) {
        Num sigma = draws.num(flow.substitution().orElseThrow(), "flows." + id + ".substitution");
        share = wiring.real();
        base = partnerShare(ratio, startShare, sigma, share);
        exponent = wiring.map(eta, sigma, (e, s) -> (1 - e) / (1 - s));
      }
      if (!eta.is(1)) {
        bundle = bundle(base, wiring.column(exponent));
      }
    }
    return new Response(share, kept == null ? share : part(id, share, kept), bundle, ratio);
  }

  private Real priceRatio(Real cost) {
    Real before = wiring.real();
    wiring.save(Fill.copy(cost, before));
    return wiring.add(Phase.FLOWS, ratio -> FlowSteps.priceRatio(cost, before, ratio));
  }

  /** Adds the partner's share and returns P̂^{1−σ}. */
  private Real partnerShare(Real ratio, Num startShare, Num sigma, Real share) {
    Real exponent = wiring.column(wiring.map(sigma, s -> 1 - s));
    return wiring.add(
        Phase.FLOWS,
        bundle ->
            FlowSteps.partnerShare(ratio, wiring.column(startShare), exponent, share, bundle));
  }

  private Real bundle(Real base, Real exponent) {
    return wiring.add(Phase.FLOWS, bundle -> FlowSteps.bundle(base, exponent, bundle));
  }

  private Real part(String id, Real share, Real kept) {
    Real before = wiring.real();
    wiring.save(FlowSteps.keptBefore("flows." + id, "annual-value", kept, before));
    return wiring.add(Phase.FLOWS, part -> FlowSteps.partnerPart(share, kept, before, part));
  }
}
