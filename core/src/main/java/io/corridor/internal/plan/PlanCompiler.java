package io.corridor.internal.plan;

import static java.util.Objects.requireNonNull;

import io.corridor.internal.block.Column;
import io.corridor.internal.block.Column.Real;
import io.corridor.internal.block.Fill;
import io.corridor.internal.block.Ports;
import io.corridor.internal.block.RealPort;
import io.corridor.internal.block.Step;
import io.corridor.internal.question.Inquiry;
import io.corridor.internal.sampling.Dimensions;
import io.corridor.internal.sampling.Exchange;
import io.corridor.internal.sampling.MedianPath;
import io.corridor.internal.sampling.Sampler;
import io.corridor.model.Metric;
import io.corridor.model.MetricKind;
import io.corridor.model.Metrics;
import io.corridor.model.Sample;
import io.corridor.model.Sampling;
import io.corridor.model.Scenario;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** Compiles a scenario. */
public final class PlanCompiler {
  private final Scenario scenario;
  private final Sample sample;
  private final Dimensions dimensions;
  private final Calendar calendar;
  private final Wiring wiring = new Wiring();
  private final Ports results = new Ports();
  private final MetricColumns metrics = new MetricColumns();
  private final Draws draws;
  private final PolicyPlan policy;
  private final DriverPlan drivers;

  private PlanCompiler(Scenario scenario, Sample sample, Dimensions dimensions, Exchange exchange) {
    this(scenario, sample, dimensions, Sampler.of(sample, dimensions), exchange);
  }

  private PlanCompiler(
      Scenario scenario, Sample sample, Dimensions dimensions, Sampler sampler, Exchange exchange) {
    this.scenario = scenario;
    this.sample = sample;
    this.dimensions = dimensions;
    this.calendar = new Calendar(scenario);
    this.draws = new Draws(wiring, scenario, sample.seed(), sampler, exchange);
    this.policy = new PolicyPlan(scenario, calendar, wiring, draws);
    this.drivers = new DriverPlan(scenario, calendar, wiring, draws, policy);
  }

  /**
   * Returns the plan of random paths of a scenario.
   *
   * @param scenario valid
   * @param seed of the random numbers
   */
  public static Plan compile(Scenario scenario, long seed) {
    return compile(scenario, Sample.random(seed));
  }

  /**
   * Returns the plan of a scenario.
   *
   * @param scenario valid
   * @param sample which paths
   */
  public static Plan compile(Scenario scenario, Sample sample) {
    return of(scenario, sample, Dimensions.NONE).compile();
  }

  /**
   * Returns the plan of a scenario that is to be compared with another: what both draw is the same
   * on every path.
   *
   * @param scenario valid
   * @param base plan of the other
   */
  public static Plan compileVariant(Scenario scenario, Plan base) {
    return of(scenario, base.sample(), base.dimensions()).compile();
  }

  /**
   * Returns a plan that keeps what a replay looks at.
   *
   * @param scenario valid
   * @param sample which paths
   * @param metrics ids of the metrics to keep, in this order
   * @throws IllegalArgumentException if there is no such metric
   */
  public static Plan compileReplay(Scenario scenario, Sample sample, Collection<String> metrics) {
    return of(scenario, sample, Dimensions.NONE).replay(metrics);
  }

  /** Returns the same plan of the one path that {@link MedianPath} is. */
  public static Plan compileMedian(Scenario scenario, Collection<String> metrics) {
    Sample sample = Sample.random(scenario.run().seed());
    return new PlanCompiler(scenario, sample, Dimensions.NONE, new MedianPath(), Exchange.NONE)
        .replay(metrics);
  }

  private Plan replay(Collection<String> metricIds) {
    wire();
    List<Metric> kept = metricIds.stream().distinct().map(this::metric).toList();
    return assemble(kept, inquire(), draws.inputs(results), List.of());
  }

  /**
   * Returns a plan that keeps outcomes alone, and takes no step that none of them needs.
   *
   * @param scenario valid
   * @param sample which paths
   * @param exchange whose random numbers they have, by source
   * @param questions ids of the questions to answer; of one with `given`, those too that it names
   * @param metrics ids of the metrics to keep, in this order
   */
  public static Plan compileOutcomes(
      Scenario scenario,
      Sample sample,
      Exchange exchange,
      List<String> questions,
      List<String> metrics) {
    PlanCompiler compiler = of(scenario, sample, exchange);
    compiler.wire();
    List<Metric> kept = metrics.stream().map(compiler::metric).toList();
    return compiler.assemble(kept, compiler.inquire(questions), Map.of(), List.of());
  }

  /** Returns a plan that keeps the same and the numbers of each path that may go with them. */
  public static Plan compileGauged(
      Scenario scenario, Sample sample, List<String> questions, List<String> metrics) {
    PlanCompiler compiler = of(scenario, sample, Exchange.NONE);
    compiler.wire();
    List<Metric> kept = metrics.stream().map(compiler::metric).toList();
    List<Gauge> gauges =
        new GaugePlan(
                scenario, compiler.metrics, compiler.drivers, compiler::product, compiler.results)
            .add(compiler.draws);
    return compiler.assemble(kept, compiler.inquire(questions), Map.of(), gauges);
  }

  private static PlanCompiler of(Scenario scenario, Sample sample, Exchange exchange) {
    return of(scenario, sample, Dimensions.NONE, exchange);
  }

  /**
   * Returns a compiler of a scenario. Where draws are coordinates of points, it is compiled once to
   * see what it draws, whether or not somebody reads it: so its paths are the same whatever is
   * asked of them.
   */
  private static PlanCompiler of(Scenario scenario, Sample sample, Dimensions known) {
    return of(scenario, sample, known, Exchange.NONE);
  }

  private static PlanCompiler of(
      Scenario scenario, Sample sample, Dimensions known, Exchange exchange) {
    if (sample.sampling() != Sampling.SOBOL) {
      return new PlanCompiler(scenario, sample, known, exchange);
    }
    return new PlanCompiler(scenario, sample, dimensions(scenario, sample, known), exchange);
  }

  private static Dimensions dimensions(Scenario scenario, Sample sample, Dimensions known) {
    PlanCompiler trial = new PlanCompiler(scenario, sample, known, Exchange.NONE);
    trial.wire();
    return known.with(trial.draws.agenda());
  }

  /** Returns which coordinate each draw of {@code scenario} is, where its paths are points. */
  public static Dimensions dimensions(Scenario scenario) {
    return dimensions(scenario, Sample.random(scenario.run().seed()), Dimensions.NONE);
  }

  private Metric metric(String id) {
    metrics.get(id);
    Metric metric = Metrics.of(scenario).get(id);
    return metric == null ? MetricKind.parse(id).orElseThrow() : metric;
  }

  private Plan compile() {
    wire();
    return assemble(reported(), inquire(), Map.of(), List.of());
  }

  /** Adds the steps of every section but the questions. */
  private void wire() {
    Supplier<ProductPlan> products = this::product;
    Feedback feedback = feedback();
    policy.addWaivers(feedback);
    policy.addCompliance(feedback);
    TradePlan trade = new TradePlan(scenario, calendar, wiring, draws, policy, metrics);
    Real availability = trade.addArrears();
    Map<String, Real> carrierValues = new LinkedHashMap<>();
    scenario
        .energy()
        .ifPresent(
            energy -> {
              EnergyPlan plan =
                  new EnergyPlan(
                      energy,
                      calendar,
                      wiring,
                      draws,
                      policy,
                      products,
                      metrics,
                      scenario.parties()::delivers);
              plan.add(feedback, availability);
              energy
                  .carriers()
                  .keySet()
                  .forEach(id -> carrierValues.put(id, metrics.get(MetricKind.VALUE, id)));
            });
    Real unrest = trade.addUnrest(feedback);
    Real impact = trade.unrestImpact();
    FlowPlan flows = new FlowPlan(wiring, draws, policy, products);
    scenario
        .flows()
        .forEach(
            (id, flow) -> {
              flows.add(id, flow, unrest, impact);
              FlowPlan.Traded traded = flows.flow(id);
              metrics.put(MetricKind.FLOW, traded.value(), id);
              metrics.put(MetricKind.FLOW_DIVERTED, traded.diverted(), id);
              metrics.put(MetricKind.FLOW_SHARE, traded.share(), id);
              metrics.put(MetricKind.FLOW_COST, traded.cost(), id);
            });
    trade.addSettlement(List.copyOf(carrierValues.values()));
    scenario.partners().forEach((id, partner) -> trade.addPartner(id, partner, products));
    trade.addTotals(flows, carrierValues);
    addPolicyMetrics();
    scenario
        .drivers()
        .keySet()
        .forEach(id -> metrics.put(MetricKind.DRIVER, drivers.value(id), id));
    trade.addIndices();
  }

  private List<Inquiry> inquire(List<String> questions) {
    return new QuestionPlan(scenario, calendar, wiring, metrics).add(questions, results);
  }

  private List<Inquiry> inquire() {
    return inquire(List.copyOf(scenario.questions().keySet()));
  }

  /** The day before is kept where somebody listens to it; without carriers all of it is 0. */
  private Feedback feedback() {
    if (scenario.energy().isEmpty()) {
      Real zero = wiring.constant(0);
      return new Feedback(zero, zero, zero, zero);
    }
    Feedback feedback = new Feedback(wiring.real(), wiring.real(), wiring.real(), wiring.real());
    wiring.save(new Fill.WithColumn(feedback.dependency(), feedback.startDependency()));
    wiring.save(new Fill.WithColumn(feedback.unserved(), feedback.startUnserved()));
    return feedback;
  }

  private ProductPlan product() {
    return new ProductPlan(calendar, wiring, draws, drivers);
  }

  private void addPolicyMetrics() {
    scenario
        .waivers()
        .keySet()
        .forEach(
            id -> {
              metrics.put(MetricKind.COVERAGE, policy.coverage(id), id);
              metrics.put(MetricKind.EXPIRES, policy.expiry(id), id);
            });
    metrics.put(MetricKind.COMPLIANCE, policy.compliance());
    scenario
        .regime()
        .ifPresent(
            regime -> {
              regime
                  .states()
                  .forEach(state -> metrics.put(MetricKind.REGIME, policy.indicator(state), state));
              metrics.put(MetricKind.TURNED_TO, requireNonNull(policy.turnedTo()));
            });
  }

  private Plan assemble(
      List<Metric> reported,
      List<Inquiry> inquiries,
      Map<String, RealPort> inputs,
      List<Gauge> gauges) {
    RealPort[] columns =
        results.read(reported.stream().map(metric -> metrics.get(metric.id())).toList());
    Set<Column> live = wiring.live(results);
    List<Plan.Part> monthly = new ArrayList<>();
    for (Phase phase : Phase.values()) {
      keep(wiring.phase(phase), live)
          .forEach(step -> monthly.add(new Plan.Part(phase.section(), step)));
    }
    return new Plan(
        scenario,
        sample,
        dimensions,
        new Plan.Parts(
            opening(live),
            monthly,
            wiring.realCount(),
            wiring.wholeCount(),
            wiring.constants(),
            reported,
            columns,
            inquiries,
            inputs,
            gauges,
            draws.sources(),
            live));
  }

  private List<Metric> reported() {
    Map<String, Metric> all = Metrics.of(scenario);
    return scenario
        .output()
        .metrics()
        .map(
            ids ->
                all.values().stream()
                    .filter(
                        metric ->
                            ids.contains(metric.id())
                                || scenario.questions().values().stream()
                                    .anyMatch(q -> q.metric().equals(metric.id())))
                    .toList())
        .orElse(List.copyOf(all.values()));
  }

  /**
   * The day before (model, first page): D(−1) and U(−1) are those of the balance for month 0 with
   * k(0⁻), whose compliance is taken at the dependency of the same balance with k = 1; τ(0⁻) and
   * k(0⁻) of flows are taken at D(−1).
   */
  private List<Plan.At> opening(Set<Column> live) {
    List<Plan.At> opening = new ArrayList<>();
    take(opening, wiring.draws(), 0, live);
    take(opening, wiring.states(), 0, live);
    List<Step> saves = keep(wiring.saves(), live);
    boolean listens =
        wiring.phase(Phase.COMPLIANCE).stream()
            .anyMatch(step -> step.writes().stream().anyMatch(live::contains));
    if (saves.isEmpty() && !listens) {
      return opening;
    }
    take(opening, wiring.phase(Phase.BY_REGIME), -1, live);
    take(opening, wiring.undoes(), 0, live);
    take(opening, wiring.phase(Phase.ENERGY), 0, live);
    take(opening, wiring.undoes(), 0, live);
    take(opening, wiring.phase(Phase.COMPLIANCE), -1, live);
    take(opening, wiring.phase(Phase.CARRIER_SANCTIONS), -1, live);
    take(opening, wiring.phase(Phase.ENERGY), 0, live);
    take(opening, wiring.undoes(), 0, live);
    take(opening, wiring.phase(Phase.COMPLIANCE), -1, live);
    take(opening, wiring.phase(Phase.FLOW_SANCTIONS), -1, live);
    take(opening, saves, 0, live);
    return opening;
  }

  private static void take(List<Plan.At> opening, List<Step> steps, int month, Set<Column> live) {
    keep(steps, live).forEach(step -> opening.add(new Plan.At(step, month)));
  }

  private static List<Step> keep(List<Step> steps, Set<Column> live) {
    return steps.stream().filter(step -> step.writes().stream().anyMatch(live::contains)).toList();
  }
}
