package io.corridor.internal.plan;

import static java.util.Objects.requireNonNull;

import io.corridor.internal.block.Column.Real;
import io.corridor.internal.block.Fill;
import io.corridor.internal.plan.Num.Fixed;
import io.corridor.internal.trade.FlowSteps;
import io.corridor.internal.world.Economies;
import io.corridor.internal.world.WorldStep;
import io.corridor.internal.world.WorldStep.Kind;
import io.corridor.internal.world.WorldStep.Output;
import io.corridor.internal.world.WorldStep.Shock;
import io.corridor.model.Flow;
import io.corridor.model.MetricKind;
import io.corridor.model.TradeYear;
import io.corridor.model.World;
import io.corridor.model.World.Pair;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Compiles section 11: the world. Pairs that the same measures and costs move share what these come
 * to, and the one step of the month writes what somebody asks for.
 */
final class WorldPlan extends PlanPart {
  private final PolicyPlan policy;
  private final World world;
  private final List<String> ids;
  private final Num halfLife;
  private final WorldStep.Setup setup;
  private final Map<Real, Real> before = new HashMap<>();
  private final Map<List<Object>, Output> outputs = new LinkedHashMap<>();

  WorldPlan(Wiring wiring, PolicyPlan policy, World world) {
    super(wiring);
    this.policy = policy;
    this.world = world;
    TradeYear trade = world.at(scenario.start());
    this.ids = trade.countries();
    this.halfLife = draws.num(world.halfLife(), "world.half-life");
    this.setup = setup(trade);
    addMetrics();
  }

  private WorldStep.Setup setup(TradeYear trade) {
    int n = ids.size();
    double[] sales = new double[n * n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        sales[i * n + j] = trade.value(i, j);
      }
    }
    Num elasticity = draws.num(world.tradeElasticity(), "world.trade-elasticity");
    Economies base = Economies.of(n, sales);
    List<Real> balanced = List.of();
    if (world.deficits() == World.Deficits.ZERO) {
      base = base.withoutDeficits();
      if (elasticity instanceof Fixed fixed) {
        base = base.at(base.balancing(fixed.value()), fixed.value());
      } else {
        balanced = wiring.reals(n);
        wiring.draw(base.balance(wiring.column(elasticity), balanced));
      }
    }
    List<Shock> shocks = new ArrayList<>();
    int[] shockOf = shocks(trade, shocks);
    @Nullable Real[] output = new Real[n];
    @Nullable Real[] demand = new Real[n];
    for (int i = 0; i < n; i++) {
      World.Shift shift = world.shifts().get(ids.get(i));
      if (shift != null) {
        String path = "world.shifts." + ids.get(i);
        output[i] = change(shift.output(), path + ".output");
        demand[i] = change(shift.demand(), path + ".demand");
      }
    }
    return new WorldStep.Setup(
        base, shocks, shockOf, output, demand, wiring.column(elasticity), balanced);
  }

  private @Nullable Real change(World.Change change, String path) {
    Num growth = draws.num(change.growth(), path + ".growth");
    return growth.is(0) && change.elasticities().isEmpty()
        ? null
        : product()
            .growth(growth)
            .elasticities(change.elasticities(), path + ".elasticities")
            .add(Phase.WORLD_SHOCKS);
  }

  /** Adds the shocks of all pairs, each once, and returns which is whose. */
  private int[] shocks(TradeYear trade, List<Shock> shocks) {
    int n = ids.size();
    Map<String, Set<Pair>> targets = new LinkedHashMap<>();
    policy.targets().stream()
        .filter(World::isPair)
        .forEach(word -> targets.put(word, new HashSet<>(world.pairs(word, ids))));
    Map<String, Real> costs = new LinkedHashMap<>();
    Map<String, Set<Pair>> costly = new LinkedHashMap<>();
    world
        .costs()
        .forEach(
            (id, cost) -> {
              Set<Pair> pairs = new HashSet<>();
              cost.pairs().forEach(word -> pairs.addAll(world.pairs(word, ids)));
              costly.put(id, pairs);
              costs.put(
                  id,
                  product()
                      .elasticities(cost.elasticities(), "world.costs." + id + ".elasticities")
                      .add(Phase.WORLD_SHOCKS));
            });
    Map<Shock, Integer> known = new HashMap<>();
    int[] shockOf = new int[n * n];
    for (int i = 0; i < n; i++) {
      shockOf[i * n + i] = -1;
      for (int j = 0; j < n; j++) {
        if (i != j) {
          Pair pair = new Pair(i, j);
          Set<String> names = having(targets, pair);
          List<Real> factors =
              having(costly, pair).stream().map(id -> requireNonNull(costs.get(id))).toList();
          Shock shock = shock(names, pair, factors, trade.tariff(i, j));
          shockOf[i * n + j] =
              known.computeIfAbsent(
                  shock,
                  other -> {
                    shocks.add(other);
                    return shocks.size() - 1;
                  });
        }
      }
    }
    return shockOf;
  }

  private static Set<String> having(Map<String, Set<Pair>> words, Pair pair) {
    Set<String> names = new LinkedHashSet<>();
    words.forEach(
        (word, pairs) -> {
          if (pairs.contains(pair)) {
            names.add(word);
          }
        });
    return names;
  }

  private Shock shock(Set<String> names, Pair pair, List<Real> factors, double tariff) {
    String importer = ids.get(pair.importer());
    Real cost = policy.cost(names);
    Real added = policy.tariff(names);
    Real complied =
        importer.equals(scenario.parties().importer())
            ? policy.compliance()
            : policy.compliance(importer);
    Real kept = policy.kept(names, complied, Phase.FLOW_SANCTIONS);
    String target = "world." + ids.get(pair.exporter()) + "." + importer;
    return new Shock(
        cost,
        cost == null ? null : before(cost),
        factors,
        kept,
        kept == null
            ? null
            : before.computeIfAbsent(
                kept,
                column -> {
                  Real out = wiring.real();
                  wiring.save(FlowSteps.keptBefore(target, "the trade matrix", column, out));
                  return out;
                }),
        added,
        added == null ? null : before(added),
        tariff);
  }

  /** Returns where a column is kept as of the day before. */
  private Real before(Real column) {
    return before.computeIfAbsent(
        column,
        same -> {
          Real out = wiring.real();
          wiring.save(Fill.copy(column, out));
          return out;
        });
  }

  private void addMetrics() {
    for (int i = 0; i < ids.size(); i++) {
      later(MetricKind.WORLD_EXPORTS, Kind.ALL_EXPORTS, i);
      later(MetricKind.WORLD_IMPORTS, Kind.ALL_IMPORTS, i);
      later(MetricKind.WORLD_HOME, Kind.HOME, i);
      later(MetricKind.WORLD_WELFARE, Kind.WELFARE, i);
      later(MetricKind.WORLD_REAL_INCOME, Kind.REAL_INCOME, i);
      later(MetricKind.WORLD_PRICE, Kind.PRICE, i);
      later(MetricKind.WORLD_FACTORY_PRICE, Kind.FACTORY_PRICE, i);
      later(MetricKind.WORLD_REVENUE, Kind.REVENUE, i);
      for (int j = 0; j < ids.size(); j++) {
        if (i != j) {
          later(MetricKind.PAIR_EXPORTS, Kind.EXPORTS, i, j);
          later(MetricKind.PAIR_BEFORE, Kind.BEFORE, i, j);
          later(MetricKind.PAIR_SHARE, Kind.SHARE, i, j);
          later(MetricKind.PAIR_RANK, Kind.RANK, i, j);
          later(MetricKind.PAIR_COST, Kind.COST, i, j);
          later(MetricKind.PAIR_TARIFF, Kind.TARIFF, i, j);
        }
      }
    }
  }

  private void later(MetricKind metric, Kind kind, int country) {
    metrics.later(metric, () -> column(kind, country, country), ids.get(country));
  }

  private void later(MetricKind metric, Kind kind, int exporter, int importer) {
    metrics.later(
        metric, () -> column(kind, exporter, importer), ids.get(exporter), ids.get(importer));
  }

  /** Returns the column of something that the month's step writes. */
  private Real column(Kind kind, int country, int partner) {
    return outputs
        .computeIfAbsent(
            List.of(kind, country, partner),
            key -> new Output(kind, country, partner, wiring.real()))
        .column();
  }

  /** Returns the column of something of a flow's pair. */
  Real column(Kind kind, Flow flow) {
    return column(kind, ids.indexOf(flow.from()), ids.indexOf(flow.to()));
  }

  /** Returns I(t) of a flow, which follows v/X of its pair with the half-life. */
  Real index(Flow flow) {
    Real ratio = column(Kind.RATIO, flow);
    if (halfLife.is(0)) {
      return ratio;
    }
    Num part = wiring.map(halfLife, months -> months == 0 ? 1 : 1 - StrictMath.pow(2, -1 / months));
    Real log = wiring.real();
    wiring.state(Fill.number(0, log));
    return wiring.add(Phase.FLOWS, out -> FlowSteps.index(ratio, wiring.column(part), log, out));
  }

  /** Returns τ(t) of a flow's pair. */
  Real cost(Flow flow) {
    Real cost =
        requireNonNull(
                setup
                    .shocks()
                    .get(
                        setup
                            .shockOf()[
                            ids.indexOf(flow.from()) * ids.size() + ids.indexOf(flow.to())]))
            .cost();
    return cost == null ? wiring.constant(0) : cost;
  }

  /**
   * Adds the step of the month, once all has been asked for that it writes; returns the column that
   * says where prices weren't settled.
   */
  Real seal() {
    Real unsettled = column(Kind.UNSETTLED, 0, 0);
    List<Real> inputs = WorldStep.inputs(setup);
    wiring.add(
        Phase.WORLD,
        new WorldStep(setup, inputs, wiring.reals(inputs.size()), List.copyOf(outputs.values())));
    return unsettled;
  }
}
