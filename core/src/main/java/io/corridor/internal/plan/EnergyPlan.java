package io.corridor.internal.plan;

import static java.util.Objects.requireNonNull;

import io.corridor.internal.block.Column.Real;
import io.corridor.internal.block.Fill;
import io.corridor.internal.energy.EnergySteps;
import io.corridor.internal.energy.Hours;
import io.corridor.internal.random.StreamName;
import io.corridor.internal.trade.TotalSteps;
import io.corridor.model.Carrier;
import io.corridor.model.Energy;
import io.corridor.model.MetricKind;
import io.corridor.model.Quantity;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Compiles section 6: the energy balances. */
final class EnergyPlan extends PlanPart {
  private final Energy energy;
  private final OfferPlan offers;
  private final Map<String, Sides> sides = new LinkedHashMap<>();

  /**
   * The sides of a carrier's balance.
   *
   * @param hours the month's blocks
   * @param own demand of the importer itself; with one block, with the fuel needs of others
   * @param added fuel needs of others, beside {@code own}; null: none there
   * @param domestic domestic supply in each block
   * @param projects the part of it that comes from projects: no metric, computed for replays alone
   * @param offers the sources in their order
   * @param price the carrier's; null: every source has its own
   */
  record Sides(
      Hours hours,
      Real own,
      @Nullable Real added,
      List<Real> domestic,
      Real projects,
      List<Offer> offers,
      @Nullable Real price) {

    /** Returns where other carriers' needs of this one go. */
    Real needed() {
      return added == null ? own : added;
    }
  }

  EnergyPlan(Wiring wiring, PolicyPlan policy, Energy energy) {
    super(wiring);
    this.energy = energy;
    this.offers = new OfferPlan(wiring, policy);
  }

  /**
   * Adds the balances and their metrics.
   *
   * @param feedback where dependency and unserved share are to go
   * @param availability A(t); null: 1
   */
  void add(Feedback feedback, @Nullable Real availability) {
    energy.carriers().forEach((id, carrier) -> sides.put(id, sides(id, carrier, availability)));
    List<String> order = usersFirst();
    order.forEach(this::passOnFuelNeed);
    for (int i = order.size() - 1; i >= 0; i--) {
      String id = order.get(i);
      Carrier carrier = requireNonNull(energy.carriers().get(id));
      loseFuel(id, carrier);
      Real share = id.equals(energy.unservedCarrier()) ? feedback.unserved() : wiring.real();
      Real dependency =
          id.equals(energy.dependencyCarrier()) ? feedback.dependency() : wiring.real();
      new BalancePlan(wiring, id, carrier, side(id)).strike(share, dependency);
    }
  }

  private Sides side(String carrier) {
    return requireNonNull(sides.get(carrier), carrier);
  }

  /** First every carrier's domestic supply and own demand, and what its sources offer. */
  private Sides sides(String id, Carrier carrier, @Nullable Real availability) {
    String path = "energy.carriers." + id;
    Hours hours = hours(carrier);
    Real own = quantity(carrier.demand().quantity(), path + ".demand");
    Real domestic = quantity(carrier.supply().quantity(), path + ".supply");
    Real projects = wiring.add(Phase.ENERGY, out -> Fill.number(0, out));
    carrier
        .projects()
        .forEach((project, plan) -> addProject(id, project, plan, List.of(domestic, projects)));
    Real added = null;
    if (hours.count() > 1 && users(id).findAny().isPresent()) {
      added = wiring.real();
      wiring.add(Phase.ENERGY, Fill.number(0, added));
    }
    List<Real> supplied = withUnits(id, carrier, hours.count(), domestic);
    return new Sides(
        hours,
        own,
        added,
        supplied,
        projects,
        offers.add(id, carrier, availability),
        carrier.price().map(price -> offers.price(price, path + ".price")).orElse(null));
  }

  /**
   * Returns the blocks of a carrier. Without units, those of the same factor have the same balance
   * and are struck as one.
   */
  private static Hours hours(Carrier carrier) {
    List<Carrier.Block> blocks = carrier.demand().blocks();
    if (blocks.isEmpty()) {
      return Hours.ALIKE;
    }
    boolean fails = !carrier.supply().units().isEmpty();
    Map<Object, double[]> distinct = new LinkedHashMap<>();
    for (int b = 0; b < blocks.size(); b++) {
      Carrier.Block block = blocks.get(b);
      distinct
              .computeIfAbsent(
                  fails ? (Object) b : block.factor(), any -> new double[] {0, block.factor()})[
              0] +=
          block.hours();
    }
    return Hours.of(
        distinct.values().stream().mapToDouble(block -> block[0]).toArray(),
        distinct.values().stream().mapToDouble(block -> block[1]).toArray());
  }

  private List<Real> withUnits(String id, Carrier carrier, int blocks, Real domestic) {
    if (carrier.supply().units().isEmpty()) {
      return Collections.nCopies(blocks, domestic);
    }
    List<Real> supplied = new ArrayList<>();
    for (Real running : new UnitsPlan(wiring).add(id, carrier.supply().units(), blocks)) {
      Real sum = wiring.add(Phase.ENERGY, out -> TotalSteps.sum(List.of(domestic, running), out));
      supplied.add(sum);
    }
    return supplied;
  }

  private Real quantity(Quantity quantity, String path) {
    return product()
        .times(draws.num(quantity.base(), path + ".base"))
        .growth(draws.num(quantity.growth(), path + ".growth"))
        .season(quantity.season())
        .elasticities(quantity.elasticities(), path + ".elasticities")
        .noise(path)
        .add(Phase.ENERGY);
  }

  private void addProject(String carrier, String id, Carrier.Project project, List<Real> sums) {
    String path = "energy.carriers." + carrier + ".projects." + id;
    Num completion =
        new Completion(wiring)
            .add(
                path,
                StreamName.CANCELLATION.of(carrier, id),
                project.planned(),
                project.delay(),
                project.cancel());
    Num size =
        wiring.map(
            draws.num(project.capacity(), path + ".capacity"),
            draws.num(project.availability(), path + ".availability"),
            (capacity, availability) -> capacity * availability);
    for (Real sum : sums) {
      wiring.add(
          Phase.ENERGY,
          EnergySteps.projectSupply(
              wiring.column(size), wiring.column(completion), project.rampMonths(), sum));
    }
  }

  /** Then needs are passed on from users to their fuels. */
  private void passOnFuelNeed(String user) {
    requireNonNull(energy.carriers().get(user))
        .supply()
        .fuel()
        .ifPresent(
            fuel -> {
              String path = "energy.carriers." + user + ".supply.fuel";
              Num perUnit =
                  wiring.map(
                      draws.num(fuel.share(), path + ".share"),
                      draws.num(fuel.perUnit(), path + ".per-unit"),
                      (share, need) -> share * need);
              need(side(user), wiring.column(perUnit), side(fuel.carrier()).needed());
            });
  }

  private void need(Sides burner, Real perUnit, Real fuelDemand) {
    Hours hours = burner.hours();
    Real added = burner.added() == null ? wiring.constant(0) : burner.added();
    for (int b = 0; b < hours.count(); b++) {
      wiring.add(
          Phase.ENERGY,
          EnergySteps.fuelNeed(
              hours.shares()[b],
              hours.factors()[b],
              perUnit,
              burner.domestic().get(b),
              burner.own(),
              added,
              fuelDemand));
    }
  }

  /** Then balances are struck, fuels before their users, who lose what they have no fuel for. */
  private void loseFuel(String id, Carrier carrier) {
    carrier
        .supply()
        .fuel()
        .ifPresent(
            fuel -> {
              Num share = draws.num(fuel.share(), "energy.carriers." + id + ".supply.fuel.share");
              Real unserved = metrics.get(MetricKind.UNSERVED_SHARE, fuel.carrier());
              List<Real> supplies = new ArrayList<>(new LinkedHashSet<>(side(id).domestic()));
              supplies.add(side(id).projects());
              for (Real supply : supplies) {
                wiring.add(
                    Phase.ENERGY,
                    EnergySteps.fuelShortfall(wiring.column(share), unserved, supply));
              }
            });
  }

  /** Returns the carriers so that each stands before the fuel it burns. */
  private List<String> usersFirst() {
    Set<String> order = new LinkedHashSet<>();
    Deque<String> waiting = new ArrayDeque<>();
    for (String first : energy.carriers().keySet()) {
      waiting.push(first);
      while (!waiting.isEmpty()) {
        users(waiting.peek())
            .filter(user -> !order.contains(user))
            .findFirst()
            .ifPresentOrElse(waiting::push, () -> order.add(waiting.pop()));
      }
    }
    return List.copyOf(order);
  }

  private Stream<String> users(String fuel) {
    return energy.carriers().entrySet().stream()
        .filter(
            entry ->
                entry.getValue().supply().fuel().filter(f -> f.carrier().equals(fuel)).isPresent())
        .map(Map.Entry::getKey);
  }
}
