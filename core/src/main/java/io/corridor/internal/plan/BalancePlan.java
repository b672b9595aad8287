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
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Compiles the balance of one carrier, given its sides. With one source and all hours alike it is
 * one step; else a step for each block of hours.
 */
final class BalancePlan extends PlanPart {

  private final String id;
  private final Carrier carrier;
  private final EnergyPlan.Sides sides;

  BalancePlan(Wiring wiring, String id, Carrier carrier, EnergyPlan.Sides sides) {
    super(wiring);
    this.id = id;
    this.carrier = carrier;
    this.sides = sides;
  }

  /**
   * Adds the balance of the carrier, and its metrics.
   *
   * @param share where the unserved share is to go
   * @param dependency where the dependency is to go
   */
  void strike(Real share, Real dependency) {
    Real demand = demand();
    put(MetricKind.DEMAND, demand);
    put(MetricKind.DOMESTIC, domestic());
    put(MetricKind.PROJECTS, sides.projects());
    put(MetricKind.NEED, wiring.real());
    put(MetricKind.OFFERED, sum(columns(Offer::offered)));
    put(MetricKind.CARRIER_IMPORTS, imports());
    put(MetricKind.UNSERVED, wiring.real());
    put(MetricKind.UNSERVED_SHARE, share);
    put(MetricKind.DEPENDENCY, dependency);
    @Nullable Store store = carrier.storage().map(this::store).orElse(null);
    if (store != null) {
      put(MetricKind.STORAGE, store.content());
    }
    balance(store);
    wiring.add(Phase.ENERGY, EnergySteps.unservedShare(get(MetricKind.UNSERVED), demand, share));
    put(MetricKind.KEPT, kept());
    if (sides.price() != null) {
      put(MetricKind.CARRIER_PRICE, sides.price());
    }
    addSources();
  }

  private void put(MetricKind kind, Real column) {
    metrics.put(kind, column, id);
  }

  private Real get(MetricKind kind) {
    return metrics.get(kind, id);
  }

  private List<Real> columns(Function<Offer, Real> column) {
    return sides.offers().stream().map(column).toList();
  }

  private Real demand() {
    return sides.added() == null ? sides.own() : sum(List.of(sides.own(), sides.added()));
  }

  /**
   * What is supplied in the month is known by block alone where units fail in each by themselves.
   */
  private Real domestic() {
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
  private Real imports() {
    return sides.offers().size() == 1 ? sides.offers().get(0).imports() : wiring.real();
  }

  private Store store(Carrier.Storage storage) {
    String path = "energy.carriers." + id + ".storage";
    Real content = wiring.real();
    Real start = draws.column(storage.start(), path + ".start");
    wiring.state(Fill.copy(start, content));
    wiring.undo(Fill.copy(start, content));
    return new Store(
        calendar.days(),
        calendar.when(
            0, scenario.months(), month -> storage.fillMonths().contains(month.getMonthValue())),
        draws.column(storage.capacity(), path + ".capacity"),
        draws.column(storage.injection(), path + ".injection"),
        draws.column(storage.withdrawal(), path + ".withdrawal"),
        content);
  }

  private void balance(@Nullable Store store) {
    Real none = wiring.constant(0);
    Real added = sides.added() == null ? none : sides.added();
    Real fill = store == null ? none : wiring.real();
    Real withdrawable = store == null ? none : wiring.real();
    Real withdrawn = store == null ? none : wiring.real();
    if (store != null) {
      wiring.add(Phase.ENERGY, EnergySteps.plannedFill(store, fill, withdrawable));
    }
    if (carrier.namesSources()) {
      addLargestLost(added, withdrawable);
    }
    int blocks = sides.hours().count();
    boolean atOnce = blocks == 1 && sides.offers().size() == 1;
    Real unserved = get(MetricKind.UNSERVED);
    boolean direct = store == null && blocks == 1;
    List<Real> rests = direct ? List.of(unserved) : wiring.reals(blocks);
    if (atOnce) {
      strikeAtOnce(fill, rests.get(0));
    } else {
      strikeByBlock(added, fill, rests);
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
    addDependency(withdrawn);
    if (carrier.hasShortHours()) {
      addShortHours(added, rests);
    }
  }

  private void strikeAtOnce(Real fill, Real rest) {
    Offer offer = sides.offers().get(0);
    wiring.add(
        Phase.ENERGY,
        EnergySteps.balance(
            sides.own(),
            sides.domestic().get(0),
            fill,
            offer.offered(),
            offer.kept(),
            get(MetricKind.NEED),
            offer.imports(),
            rest));
  }

  private void strikeByBlock(Real added, Real fill, List<Real> rests) {
    Hours hours = sides.hours();
    Real need = get(MetricKind.NEED);
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
      wiring.add(
          Phase.ENERGY, TotalSteps.sum(columns(Offer::imports), get(MetricKind.CARRIER_IMPORTS)));
    }
  }

  private void addDependency(Real withdrawn) {
    Real imports = get(MetricKind.CARRIER_IMPORTS);
    List<Real> ours = sides.offers().stream().filter(Offer::ours).map(Offer::imports).toList();
    Real corridor = imports;
    if (ours.size() < sides.offers().size()) {
      corridor = ours.isEmpty() ? wiring.constant(0) : sum(ours);
    }
    wiring.add(
        Phase.ENERGY,
        EnergySteps.dependency(
            corridor, imports, get(MetricKind.DOMESTIC), withdrawn, get(MetricKind.DEPENDENCY)));
  }

  /** What could be withdrawn is what it is before the month's balance is struck. */
  private void addLargestLost(Real added, Real withdrawable) {
    Real without = wiring.real();
    put(MetricKind.WITHOUT_LARGEST, without);
    int peak = sides.hours().peak();
    wiring.add(
        Phase.ENERGY,
        EnergySteps.largestLost(
            sides.hours().factors()[peak],
            sides.own(),
            added,
            sides.domestic().get(peak),
            withdrawable,
            columns(Offer::offered),
            columns(Offer::kept),
            without));
  }

  private void addShortHours(Real added, List<Real> unserved) {
    Real hoursShort = wiring.real();
    put(MetricKind.HOURS_SHORT, hoursShort);
    wiring.add(
        Phase.ENERGY,
        EnergySteps.hoursShort(sides.hours(), sides.own(), added, unserved, hoursShort));
    put(MetricKind.PEAK_UNSERVED, unserved.get(sides.hours().peak()));
  }

  /** Returns kept(t), which is 1 where the corridor's sources offer nothing. */
  private Real kept() {
    List<Offer> ours = sides.offers().stream().filter(Offer::ours).toList();
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
  private void addSources() {
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
        metrics.put(MetricKind.SOURCE, offer.imports(), id, source);
        metrics.put(MetricKind.SOURCE_OFFERED, offer.offered(), id, source);
      }
      metrics.put(named ? MetricKind.SOURCE_BILLED : MetricKind.BILLED, billed, id, source);
      metrics.put(named ? MetricKind.SOURCE_COST : MetricKind.COST, cost, id, source);
      if (offer.down() != null) {
        metrics.put(named ? MetricKind.SOURCE_DOWN : MetricKind.DOWN, offer.down(), id, source);
      }
    }
    put(MetricKind.VALUE, values.isEmpty() ? wiring.constant(0) : sum(values));
    if (named) {
      put(MetricKind.COST, sum(costs));
      put(MetricKind.CONCENTRATION, concentration(get(MetricKind.CARRIER_IMPORTS)));
    }
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

  private Real concentration(Real imports) {
    return wiring.add(
        Phase.ENERGY, out -> EnergySteps.concentration(columns(Offer::imports), imports, out));
  }

  private double[] pricedPerMonth(Carrier.Kind kind) {
    int[] days = calendar.days();
    return calendar.byMonth(t -> kind.pricedPerDay() * days[t]);
  }
}
