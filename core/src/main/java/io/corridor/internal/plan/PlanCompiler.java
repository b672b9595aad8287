package io.corridor.internal.plan;

import io.corridor.internal.block.Column;
import io.corridor.internal.block.Column.Real;
import io.corridor.internal.block.Fill;
import io.corridor.internal.block.Ports;
import io.corridor.internal.block.RealPort;
import io.corridor.internal.block.Step;
import io.corridor.internal.question.Inquiry;
import io.corridor.internal.sampling.Dimensions;
import io.corridor.model.Metric;
import io.corridor.model.MetricKind;
import io.corridor.model.Metrics;
import io.corridor.model.Sampling;
import io.corridor.model.Scenario;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compiles a scenario. */
public final class PlanCompiler {
  private final Scenario scenario;
  private final Drawn drawn;
  private final Wiring wiring;
  private final PolicyPlan policy;
  private final Ports results = new Ports();
  private @Nullable WorldPlan world;

  private PlanCompiler(Scenario scenario, Drawn drawn) {
    this.scenario = scenario;
    this.drawn = drawn;
    this.wiring = new Wiring(scenario, drawn);
    this.policy = new PolicyPlan(wiring);
    DriverPlan.add(wiring);
    wire();
  }

  /**
   * Returns the plan of a scenario. One that is compiled with what another's paths draw draws the
   * same on every path, as far as both draw it.
   *
   * @param scenario valid
   * @param drawn what its paths draw
   * @param wanted what is kept of them
   * @throws IllegalArgumentException if there is no such metric
   */
  public static Plan compile(Scenario scenario, Drawn drawn, Wanted wanted) {
    Drawn known =
        drawn.sample().sampling() == Sampling.SOBOL
            ? drawn.withDimensions(dimensions(scenario, drawn))
            : drawn;
    return new PlanCompiler(scenario, known).assemble(wanted);
  }

  /** Returns which coordinate each draw of {@code scenario} is, where its paths are points. */
  public static Dimensions dimensions(Scenario scenario) {
    return dimensions(scenario, Drawn.of(scenario.run().seed()));
  }

  /**
   * Where draws are coordinates of points, a scenario is compiled once to see what it draws,
   * whether or not somebody reads it: so its paths are the same whatever is asked of them.
   */
  private static Dimensions dimensions(Scenario scenario, Drawn drawn) {
    PlanCompiler trial = new PlanCompiler(scenario, drawn);
    return drawn.dimensions().with(trial.wiring.draws.agenda());
  }

  /** Adds the steps of every section but the questions. */
  private void wire() {
    Feedback feedback = feedback();
    policy.addWaivers(feedback);
    policy.addCompliance(feedback);
    world = scenario.world().map(all -> new WorldPlan(wiring, policy, all)).orElse(null);
    TradePlan trade = new TradePlan(wiring, policy);
    Real availability = trade.addArrears();
    scenario
        .energy()
        .ifPresent(energy -> new EnergyPlan(wiring, policy, energy).add(feedback, availability));
    Real unrest = trade.addUnrest(feedback);
    Real impact = trade.unrestImpact();
    FlowPlan flows = new FlowPlan(wiring, policy, world);
    scenario.flows().forEach((id, flow) -> flows.add(id, flow, unrest, impact));
    trade.addSettlement();
    scenario.partners().forEach(trade::addPartner);
    trade.addTotals();
    policy.addMetrics();
    wiring.drivers.forEach(
        (id, driver) ->
            wiring.metrics.put(
                MetricKind.DRIVER, driver.value(new ProductPlan(wiring), wiring), id));
    trade.addIndices();
  }

  /** The day before is kept where somebody listens to it; without carriers all of it is 0. */
  private Feedback feedback() {
    if (scenario.energy().isEmpty()) {
      Real zero = wiring.constant(0);
      return new Feedback(zero, zero, zero, zero);
    }
    Feedback feedback = new Feedback(wiring.real(), wiring.real(), wiring.real(), wiring.real());
    wiring.save(Fill.copy(feedback.dependency(), feedback.startDependency()));
    wiring.save(Fill.copy(feedback.unserved(), feedback.startUnserved()));
    return feedback;
  }

  private Plan assemble(Wanted wanted) {
    List<Metric> metrics = wanted.metrics().map(this::metrics).orElseGet(this::reported);
    Map<String, RealPort> numbers = new LinkedHashMap<>();
    numbers(wanted).forEach((id, column) -> numbers.put(id, results.read(column)));
    List<Inquiry> inquiries =
        new QuestionPlan(wiring)
            .add(
                wanted.questions().orElseGet(() -> List.copyOf(scenario.questions().keySet())),
                results);
    List<Real> columns = metrics.stream().map(metric -> wiring.metrics.get(metric.id())).toList();
    results.read(columns);
    Optional<Real> unsettled = Optional.ofNullable(world).map(WorldPlan::seal);
    Set<Column> live = wiring.live(results);
    boolean solves = !kept(Phase.WORLD, live).isEmpty();
    List<Plan.Part> monthly = new ArrayList<>();
    for (Phase phase : Phase.values()) {
      if (phase.isMonthly()) {
        kept(phase, live).forEach(step -> monthly.add(new Plan.Part(phase.section(), step)));
      }
    }
    return new Plan(
        scenario,
        drawn,
        new Plan.Parts(
            opening(live),
            monthly,
            wiring.realCount(),
            wiring.wholeCount(),
            wiring.constants(),
            metrics,
            columns,
            inquiries,
            numbers,
            unsettled.filter(column -> solves).map(results::read),
            wiring.draws.sources(),
            live));
  }

  private Map<String, Real> numbers(Wanted wanted) {
    return switch (wanted.numbers()) {
      case NONE -> Map.of();
      case INPUTS -> wiring.draws.inputs();
      case GAUGES -> new GaugePlan(wiring).add();
    };
  }

  private List<Metric> metrics(List<String> ids) {
    Map<String, Metric> all = Metrics.of(scenario);
    return ids.stream()
        .map(
            id -> {
              wiring.metrics.get(id); // throws if there is none
              Metric metric = all.get(id);
              return metric == null ? MetricKind.parse(id).orElseThrow() : metric;
            })
        .toList();
  }

  private List<Metric> reported() {
    if (scenario.output().metrics().isEmpty()) {
      List<Metric> all = new ArrayList<>(Metrics.reported(scenario).values());
      return all;
    }
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
    take(opening, Phase.DRAWS, 0, live);
    take(opening, Phase.STATES, 0, live);
    if (kept(Phase.SAVES, live).isEmpty() && kept(Phase.COMPLIANCE, live).isEmpty()) {
      return opening;
    }
    take(opening, Phase.BY_REGIME, -1, live);
    take(opening, Phase.ANSWERS, -1, live);
    take(opening, Phase.UNDOES, 0, live);
    take(opening, Phase.ENERGY, 0, live);
    take(opening, Phase.UNDOES, 0, live);
    take(opening, Phase.COMPLIANCE, -1, live);
    take(opening, Phase.CARRIER_SANCTIONS, -1, live);
    take(opening, Phase.ENERGY, 0, live);
    take(opening, Phase.UNDOES, 0, live);
    take(opening, Phase.COMPLIANCE, -1, live);
    take(opening, Phase.FLOW_SANCTIONS, -1, live);
    take(opening, Phase.SAVES, 0, live);
    return opening;
  }

  private void take(List<Plan.At> opening, Phase phase, int month, Set<Column> live) {
    kept(phase, live).forEach(step -> opening.add(new Plan.At(step, month)));
  }

  private List<Step> kept(Phase phase, Set<Column> live) {
    return wiring.phase(phase).stream()
        .filter(step -> step.writes().stream().anyMatch(live::contains))
        .toList();
  }
}
