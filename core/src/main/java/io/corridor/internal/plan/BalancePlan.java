package io.corridor.internal.plan;

import static java.util.Objects.requireNonNull;

import io.corridor.internal.block.Column.Real;
import io.corridor.internal.block.Fill;
import io.corridor.internal.energy.EnergySteps;
import io.corridor.internal.energy.Hours;
import io.corridor.internal.energy.Store;
import io.corridor.internal.trade.TotalSteps;
import io.corridor.model.Carrier;
import io.corridor.model.MetricKind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Compiles the balance of one carrier, given its sides. With one source and all hours alike it is
 * one step; else a step for each block of hours.
 */
final class BalancePlan extends PlanPart {

  BalancePlan(Wiring wiring) {
    super(wiring);
  }

  /**
   * Adds the balance of a carrier, and its metrics.
   *
   * @param share where the unserved share is to go
   * @param dependency where the dependency is to go
   */
  void strike(String id, Carrier carrier, EnergyPlan.Sides sides, Real share, Real dependency) {
    Map<MetricKind, Real> metrics = new EnumMap<>(MetricKind.class);
    Real demand = demand(sides);
    Real domestic = domestic(sides);
    metrics.put(MetricKind.DEMAND, demand);
    metrics.put(MetricKind.DOMESTIC, domestic);
    metrics.put(MetricKind.PROJECTS, sides.projects());
    metrics.put(MetricKind.NEED, wiring.real());
    metrics.put(MetricKind.OFFERED, sum(sides.offers().stream().map(Offer::offered).toList()));
    metrics.put(MetricKind.CARRIER_IMPORTS, imports(sides.offers()));
    metrics.put(MetricKind.UNSERVED, wiring.real());
    metrics.put(MetricKind.UNSERVED_SHARE, share);
    metrics.put(MetricKind.DEPENDENCY, dependency);
    @Nullable Store store = carrier.storage().map(storage -> store(id, storage)).orElse(null);
    if (store != null) {
      metrics.put(MetricKind.STORAGE, store.content());
    }
    if (carrier.namesSources()) {
      metrics.put(MetricKind.WITHOUT_LARGEST, wiring.real());
    }
    if (carrier.hasShortHours()) {
      metrics.put(MetricKind.HOURS_SHORT, wiring.real());
    }
    balance(sides, store, metrics);
    wiring.add(
        Phase.ENERGY,
        EnergySteps.unservedShare(known(metrics, MetricKind.UNSERVED), demand, share));
    metrics.put(MetricKind.KEPT, kept(sides.offers()));
    if (sides.price() != null) {
      metrics.put(MetricKind.CARRIER_PRICE, sides.price());
    }
    addSources(id, carrier, sides, metrics);
    metrics.forEach((kind, column) -> this.metrics.put(kind, column, id));
  }

  private Real demand(EnergyPlan.Sides sides) {
    return sides.added() == null ? sides.own() : sum(List.of(sides.own(), sides.added()));
  }

  /**
   * What is supplied in the month is known by block alone where units fail in each by themselves.
   */
  private Real domestic(EnergyPlan.Sides sides) {
    List<Real> supplies = sides.domestic();
    return supplies.stream().distinct().count() == 1
        ? supplies.get(0)
        : mean(sides.hours(), supplies);
  }

  private Real mean(Hours hours, List<Real> columns) {
    return wiring.add(Phase.ENERGY, out -> TotalSteps.sum(hours.shares(), columns, out));
  }

  private Real sum(List<Real> columns) {
    if (columns.size() == 1) {
      return columns.get(0);
    }
    return wiring.add(Phase.ENERGY, out -> TotalSteps.sum(columns, out));
  }

  /** Returns the column of all imports; their sum is added once they are known. */
  private Real imports(List<Offer> offers) {
    return offers.size() == 1 ? offers.get(0).imports() : wiring.real();
  }

  private Store store(String id, Carrier.Storage storage) {
    String path = "energy.carriers." + id + ".storage";
    Real content = wiring.real();
    Real start = draws.column(storage.start(), path + ".start");
    wiring.state(Fill.copy(start, content));
    wiring.undo(Fill.copy(start, content));
    boolean[] filling = new boolean[calendar.months()];
    for (int t = 0; t < filling.length; t++) {
      filling[t] = storage.fillMonths().contains(calendar.month(t).getMonthValue());
    }
    return new Store(
        calendar.days(),
        filling,
        draws.column(storage.capacity(), path + ".capacity"),
        draws.column(storage.injection(), path + ".injection"),
        draws.column(storage.withdrawal(), path + ".withdrawal"),
        content);
  }

  private void balance(
      EnergyPlan.Sides sides, @Nullable Store store, Map<MetricKind, Real> metrics) {
    Real none = wiring.constant(0);
    Real added = sides.added() == null ? none : sides.added();
    Real fill = store == null ? none : wiring.real();
    Real withdrawable = store == null ? none : wiring.real();
    Real withdrawn = store == null ? none : wiring.real();
    if (store != null) {
      wiring.add(Phase.ENERGY, EnergySteps.plannedFill(store, fill, withdrawable));
    }
    addLargestLost(sides, added, withdrawable, metrics);
    int blocks = sides.hours().count();
    boolean atOnce = blocks == 1 && sides.offers().size() == 1;
    Real unserved = known(metrics, MetricKind.UNSERVED);
    boolean direct = store == null && blocks == 1;
    List<Real> rests = direct ? List.of(unserved) : wiring.reals(blocks);
    if (atOnce) {
      strikeAtOnce(sides, fill, metrics, rests.get(0));
    } else {
      strikeByBlock(sides, added, fill, metrics, rests);
    }
    if (store != null) {
      Real filled = atOnce ? none : fill;
      wiring.add(
          Phase.ENERGY,
          EnergySteps.storeSettlement(
              store, rests.get(0), filled, withdrawable, withdrawn, unserved));
      rests = List.of(unserved);
    } else if (!direct) {
      wiring.add(Phase.ENERGY, TotalSteps.sum(sides.hours().shares(), rests, unserved));
    }
    addDependency(sides.offers(), metrics, withdrawn);
    addShortHours(sides, added, rests, metrics);
  }

  private void strikeAtOnce(
      EnergyPlan.Sides sides, Real fill, Map<MetricKind, Real> metrics, Real rest) {
    Offer offer = sides.offers().get(0);
    wiring.add(
        Phase.ENERGY,
        EnergySteps.balance(
            sides.own(),
            sides.domestic().get(0),
            fill,
            offer.offered(),
            offer.kept(),
            known(metrics, MetricKind.NEED),
            offer.imports(),
            rest));
  }

  private void strikeByBlock(
      EnergyPlan.Sides sides,
      Real added,
      Real fill,
      Map<MetricKind, Real> metrics,
      List<Real> rests) {
    Hours hours = sides.hours();
    Real need = known(metrics, MetricKind.NEED);
    for (int b = 0; b < rests.size(); b++) {
      Real rest = rests.get(b);
      Real domestic = sides.domestic().get(b);
      wiring.add(
          Phase.ENERGY,
          EnergySteps.blockNeed(b, hours, sides.own(), added, domestic, fill, need, rest));
      for (Offer offer : sides.offers()) {
        wiring.add(
            Phase.ENERGY,
            EnergySteps.blockImports(
                b, hours, offer.offered(), offer.kept(), offer.imports(), rest));
      }
    }
    if (sides.offers().size() > 1) {
      List<Real> bought = sides.offers().stream().map(Offer::imports).toList();
      wiring.add(Phase.ENERGY, TotalSteps.sum(bought, known(metrics, MetricKind.CARRIER_IMPORTS)));
    }
  }

  private void addDependency(List<Offer> offers, Map<MetricKind, Real> metrics, Real withdrawn) {
    Real imports = known(metrics, MetricKind.CARRIER_IMPORTS);
    List<Real> ours = offers.stream().filter(Offer::ours).map(Offer::imports).toList();
    Real corridor = imports;
    if (ours.size() < offers.size()) {
      corridor = ours.isEmpty() ? wiring.constant(0) : sum(ours);
    }
    wiring.add(
        Phase.ENERGY,
        EnergySteps.dependency(
            corridor,
            imports,
            known(metrics, MetricKind.DOMESTIC),
            withdrawn,
            known(metrics, MetricKind.DEPENDENCY)));
  }

  /** What could be withdrawn is what it is before the month's balance is struck. */
  private void addLargestLost(
      EnergyPlan.Sides sides, Real added, Real withdrawable, Map<MetricKind, Real> metrics) {
    if (!metrics.containsKey(MetricKind.WITHOUT_LARGEST)) {
      return;
    }
    int peak = sides.hours().peak();
    wiring.add(
        Phase.ENERGY,
        EnergySteps.largestLost(
            sides.hours().factors()[peak],
            sides.own(),
            added,
            sides.domestic().get(peak),
            withdrawable,
            sides.offers().stream().map(Offer::offered).toList(),
            sides.offers().stream().map(Offer::kept).toList(),
            known(metrics, MetricKind.WITHOUT_LARGEST)));
  }

  private void addShortHours(
      EnergyPlan.Sides sides, Real added, List<Real> unserved, Map<MetricKind, Real> metrics) {
    if (!metrics.containsKey(MetricKind.HOURS_SHORT)) {
      return;
    }
    Real hoursShort = known(metrics, MetricKind.HOURS_SHORT);
    wiring.add(
        Phase.ENERGY,
        EnergySteps.hoursShort(sides.hours(), sides.own(), added, unserved, hoursShort));
    metrics.put(MetricKind.PEAK_UNSERVED, unserved.get(sides.hours().peak()));
  }

  /** Returns kept(t), which is 1 where the corridor's sources offer nothing. */
  private Real kept(List<Offer> offers) {
    List<Offer> ours = offers.stream().filter(Offer::ours).toList();
    Real one = wiring.constant(1);
    if (ours.stream().allMatch(offer -> offer.kept().equals(one))) {
      return one;
    }
    return wiring.add(
        Phase.ENERGY,
        out ->
            EnergySteps.keptShare(
                ours.stream().map(Offer::offered).toList(),
                ours.stream().map(Offer::kept).toList(),
                out));
  }

  /**
   * Adds what is bought and paid of single sources. What is offered, billed, paid and down of one
   * is no metric: it is there for replays.
   */
  private void addSources(
      String id, Carrier carrier, EnergyPlan.Sides sides, Map<MetricKind, Real> metrics) {
    double[] priced = pricedPerMonth(carrier.kind());
    boolean named = carrier.namesSources();
    List<Real> costs = new ArrayList<>();
    List<Real> values = new ArrayList<>();
    List<String> sources = List.copyOf(carrier.sources().keySet());
    for (int s = 0; s < sources.size(); s++) {
      String source = sources.get(s);
      Offer offer = sides.offers().get(s);
      Real billed = billed(offer);
      Real price = offer.price() == null ? requireNonNull(sides.price()) : offer.price();
      Real cost =
          wiring.add(Phase.ENERGY, out -> EnergySteps.importValue(priced, billed, price, out));
      costs.add(cost);
      if (offer.ours()) {
        values.add(cost);
      }
      if (named) {
        this.metrics.put(MetricKind.SOURCE, offer.imports(), id, source);
        this.metrics.put(MetricKind.SOURCE_OFFERED, offer.offered(), id, source);
      }
      this.metrics.put(named ? MetricKind.SOURCE_BILLED : MetricKind.BILLED, billed, id, source);
      this.metrics.put(named ? MetricKind.SOURCE_COST : MetricKind.COST, cost, id, source);
      if (offer.down() != null) {
        this.metrics.put(
            named ? MetricKind.SOURCE_DOWN : MetricKind.DOWN, offer.down(), id, source);
      }
    }
    metrics.put(MetricKind.VALUE, values.isEmpty() ? wiring.constant(0) : sum(values));
    if (named) {
      metrics.put(MetricKind.COST, sum(costs));
      metrics.put(
          MetricKind.CONCENTRATION,
          concentration(sides.offers(), known(metrics, MetricKind.CARRIER_IMPORTS)));
    }
  }

  private static Real known(Map<MetricKind, Real> metrics, MetricKind kind) {
    return requireNonNull(metrics.get(kind), kind.pattern());
  }

  private Real billed(Offer offer) {
    if (offer.least() == null) {
      return offer.imports();
    }
    Real billed = wiring.real();
    wiring.add(
        Phase.ENERGY,
        EnergySteps.billed(offer.imports(), offer.kept(), offer.least(), offer.offered(), billed));
    return billed;
  }

  private Real concentration(List<Offer> offers, Real imports) {
    return wiring.add(
        Phase.ENERGY,
        out ->
            EnergySteps.concentration(offers.stream().map(Offer::imports).toList(), imports, out));
  }

  private double[] pricedPerMonth(Carrier.Kind kind) {
    int[] days = calendar.days();
    return calendar.byMonth(t -> kind.pricedPerDay() * days[t]);
  }
}
