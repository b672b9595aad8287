package io.corridor.internal.plan;

import io.corridor.internal.block.Chance;
import io.corridor.internal.block.Column.Real;
import io.corridor.internal.block.Fill;
import io.corridor.internal.energy.Balance;
import io.corridor.internal.energy.Dependency;
import io.corridor.internal.energy.FuelNeed;
import io.corridor.internal.energy.FuelShortfall;
import io.corridor.internal.energy.ImportValue;
import io.corridor.internal.energy.ProjectSupply;
import io.corridor.internal.energy.StorageBalance;
import io.corridor.internal.energy.StorageDependency;
import io.corridor.internal.energy.UnservedShare;
import io.corridor.internal.random.StreamNames;
import io.corridor.internal.random.Words;
import io.corridor.model.Carrier;
import io.corridor.model.DatedPoints;
import io.corridor.model.Energy;
import io.corridor.model.Quantity;
import io.corridor.model.Value;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Compiles section 6: the energy balances. */
final class EnergyPlan {
  private final Energy energy;
  private final Calendar calendar;
  private final Wiring wiring;
  private final Draws draws;
  private final PolicyPlan policy;
  private final Supplier<ProductPlan> products;
  private final Map<String, Balanced> carriers = new LinkedHashMap<>();

  /**
   * The columns of a carrier. {@code projects}, the part of {@code domestic} that comes from them,
   * is no metric: it is computed for replays alone. {@code content} is null without storage.
   */
  record Balanced(
      Real demand,
      Real domestic,
      Real projects,
      Real need,
      Real offered,
      Real kept,
      Real imports,
      Real unserved,
      Real share,
      Real dependency,
      Real price,
      Real value,
      Real content) {

    /** Gives the metrics of the carrier to {@code sink}, by the last word of their ids. */
    void metrics(BiConsumer<String, Real> sink) {
      sink.accept("demand", demand);
      sink.accept("domestic", domestic);
      sink.accept("projects", projects);
      sink.accept("need", need);
      sink.accept("offered", offered);
      sink.accept("imports", imports);
      sink.accept("unserved", unserved);
      if (content != null) {
        sink.accept("storage", content);
      }
      sink.accept("unserved-share", share);
      sink.accept("dependency", dependency);
      sink.accept("kept", kept);
      sink.accept("price", price);
      sink.accept("value", value);
    }
  }

  EnergyPlan(
      Energy energy,
      Calendar calendar,
      Wiring wiring,
      Draws draws,
      PolicyPlan policy,
      Supplier<ProductPlan> products) {
    this.energy = energy;
    this.calendar = calendar;
    this.wiring = wiring;
    this.draws = draws;
    this.policy = policy;
    this.products = products;
  }

  /**
   * Adds the balances.
   *
   * @param feedback where dependency and unserved share are to go
   * @param availability A(t); null: 1
   */
  void add(Feedback feedback, Real availability) {
    energy
        .carriers()
        .forEach((id, carrier) -> carriers.put(id, sides(id, carrier, feedback, availability)));
    List<String> order = usersFirst();
    order.forEach(this::passOnFuelNeed);
    for (int i = order.size() - 1; i >= 0; i--) {
      strike(order.get(i));
    }
  }

  /** Returns the columns of a carrier. */
  Balanced carrier(String id) {
    return carriers.get(id);
  }

  /** First every carrier's domestic supply and own demand, and what the exporter offers. */
  private Balanced sides(String id, Carrier carrier, Feedback feedback, Real availability) {
    String path = "energy.carriers." + id;
    Real demand = quantity(carrier.demand(), path + ".demand");
    Real domestic = quantity(carrier.supply().quantity(), path + ".supply");
    Real projects = wiring.real();
    wiring.add(Phase.ENERGY, new Fill.WithNumber(0, projects));
    carrier
        .projects()
        .forEach((project, plan) -> addProject(id, project, plan, List.of(domestic, projects)));
    Real kept = policy.kept(id, Phase.CARRIER_SANCTIONS);
    if (kept != null) {
      wiring.undo(new Fill.WithNumber(1, kept));
    }
    return new Balanced(
        demand,
        domestic,
        projects,
        wiring.real(),
        offered(carrier.imports(), path + ".imports", availability),
        kept == null ? wiring.constant(1) : kept,
        wiring.real(),
        wiring.real(),
        id.equals(energy.unservedCarrier()) ? feedback.unserved() : wiring.real(),
        id.equals(energy.dependencyCarrier()) ? feedback.dependency() : wiring.real(),
        price(carrier.price(), path + ".price"),
        wiring.real(),
        carrier.storage().isPresent() ? wiring.real() : null);
  }

  private Real quantity(Quantity quantity, String path) {
    return products
        .get()
        .times(draws.num(quantity.base(), path + ".base"))
        .growth(draws.num(quantity.growth(), path + ".growth"))
        .season(quantity.season())
        .elasticities(quantity.elasticities(), path + ".elasticities")
        .add(Phase.ENERGY);
  }

  private Real offered(Carrier.Imports imports, String path, Real availability) {
    ProductPlan product = products.get();
    if (imports.capacity() instanceof DatedPoints points) {
      product.times(points);
    } else {
      product.times(draws.num((Value) imports.capacity(), path + ".capacity"));
    }
    return product
        .season(imports.season())
        .elasticities(imports.elasticities(), path + ".elasticities")
        .times(policy.regimeFactor(imports.regimeFactor(), path + ".regime-factor"))
        .times(availability)
        .add(Phase.ENERGY);
  }

  private Real price(Carrier.Price price, String path) {
    return products
        .get()
        .times(draws.num(price.base(), path + ".base"))
        .elasticities(price.elasticities(), path + ".elasticities")
        .times(policy.regimeFactor(price.regimeFactor(), path + ".regime-factor"))
        .add(Phase.ENERGY);
  }

  /** A project completes in month c = planned + ⌊delay + ½⌋; with probability `cancel` never. */
  private void addProject(String carrier, String id, Carrier.Project project, List<Real> sums) {
    String path = "energy.carriers." + carrier + ".projects." + id;
    int planned = calendar.index(project.planned());
    Num completion = new Num.Fixed(planned);
    if (planned > 0) {
      Num delay = draws.num(project.delay(), path + ".delay", path);
      Num cancel = draws.num(project.cancel(), path + ".cancel");
      Num built = wiring.map(delay, d -> planned + Math.floor(d + 0.5));
      completion = cancel.is(0) ? built : cancelled(carrier, id, path, cancel, built);
    }
    Num size =
        wiring.map(
            draws.num(project.capacity(), path + ".capacity"),
            draws.num(project.availability(), path + ".availability"),
            (capacity, availability) -> capacity * availability);
    draws.note(path, completion);
    for (Real sum : sums) {
      wiring.add(
          Phase.ENERGY,
          new ProjectSupply(
              wiring.column(size), wiring.column(completion), project.rampMonths(), sum));
    }
  }

  private Num cancelled(String carrier, String id, String path, Num probability, Num built) {
    Chance<Words> words = draws.once(StreamNames.cancellation(carrier, id), path);
    Real out = wiring.real();
    wiring.draw(new Cancellation(words, wiring.column(probability), wiring.column(built), out));
    return new Num.Drawn(out);
  }

  /** Then needs are passed on from users to their fuels. */
  private void passOnFuelNeed(String user) {
    energy
        .carriers()
        .get(user)
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
              Balanced burner = carriers.get(user);
              wiring.add(
                  Phase.ENERGY,
                  new FuelNeed(
                      wiring.column(perUnit),
                      burner.domestic(),
                      burner.demand(),
                      carriers.get(fuel.carrier()).demand()));
            });
  }

  /** Then balances are struck, fuels before their users. */
  private void strike(String id) {
    Carrier carrier = energy.carriers().get(id);
    Balanced c = carriers.get(id);
    carrier
        .supply()
        .fuel()
        .ifPresent(
            fuel -> {
              Num share = draws.num(fuel.share(), "energy.carriers." + id + ".supply.fuel.share");
              Real fuelShare = carriers.get(fuel.carrier()).share();
              for (Real supply : List.of(c.domestic(), c.projects())) {
                wiring.add(
                    Phase.ENERGY, new FuelShortfall(wiring.column(share), fuelShare, supply));
              }
            });
    if (carrier.storage().isPresent()) {
      strikeWithStorage(id, carrier.storage().get(), c);
    } else {
      wiring.add(
          Phase.ENERGY,
          new Balance(
              c.demand(),
              c.domestic(),
              c.offered(),
              c.kept(),
              c.need(),
              c.imports(),
              c.unserved()));
      wiring.add(Phase.ENERGY, new Dependency(c.imports(), c.domestic(), c.dependency()));
    }
    wiring.add(Phase.ENERGY, new UnservedShare(c.unserved(), c.demand(), c.share()));
    wiring.add(
        Phase.ENERGY,
        new ImportValue(pricedPerMonth(carrier.kind()), c.imports(), c.price(), c.value()));
  }

  private void strikeWithStorage(String id, Carrier.Storage storage, Balanced c) {
    String path = "energy.carriers." + id + ".storage";
    Real start = wiring.column(draws.num(storage.start(), path + ".start"));
    wiring.state(new Fill.WithColumn(start, c.content()));
    wiring.undo(new Fill.WithColumn(start, c.content()));
    boolean[] filling = new boolean[calendar.months()];
    for (int t = 0; t < filling.length; t++) {
      filling[t] = storage.fillMonths().contains(calendar.month(t).getMonthValue());
    }
    Real withdrawn = wiring.real();
    wiring.add(
        Phase.ENERGY,
        new StorageBalance(
            new StorageBalance.Inputs(c.demand(), c.domestic(), c.offered(), c.kept()),
            new StorageBalance.Store(
                calendar.days(),
                filling,
                wiring.column(draws.num(storage.capacity(), path + ".capacity")),
                wiring.column(draws.num(storage.injection(), path + ".injection")),
                wiring.column(draws.num(storage.withdrawal(), path + ".withdrawal")),
                c.content()),
            new StorageBalance.Outputs(c.need(), c.imports(), withdrawn, c.unserved())));
    wiring.add(
        Phase.ENERGY, new StorageDependency(c.imports(), c.domestic(), withdrawn, c.dependency()));
  }

  private double[] pricedPerMonth(Carrier.Kind kind) {
    int[] days = calendar.days();
    double[] priced = new double[days.length];
    for (int t = 0; t < priced.length; t++) {
      priced[t] = kind.pricedPerDay() * days[t];
    }
    return priced;
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
