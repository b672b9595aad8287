package io.corridor.reference;

import io.corridor.internal.random.StreamNames;
import io.corridor.model.Carrier;
import io.corridor.model.DatedPoints;
import io.corridor.model.Energy;
import io.corridor.model.Quantity;
import io.corridor.model.Scenario;
import io.corridor.model.Value;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** Section 6: the importer's balances of its carriers. */
final class EnergyPath {
  private final Scenario scenario;
  private final Numbers numbers;
  private final Draws draws;
  private final Notation notation;
  private final Map<String, Parts> carriers = new LinkedHashMap<>();

  /** S(t−1) by carrier. */
  private final Map<String, Double> stored = new LinkedHashMap<>();

  EnergyPath(Scenario scenario, Numbers numbers, Draws draws, Notation notation) {
    this.scenario = scenario;
    this.numbers = numbers;
    this.draws = draws;
    this.notation = notation;
    scenario
        .energy()
        .map(Energy::carriers)
        .orElse(Map.of())
        .forEach(
            (id, carrier) -> {
              Parts parts = parts(id, carrier);
              carriers.put(id, parts);
              stored.put(id, parts.storage == null ? 0 : parts.storage.start);
            });
  }

  /** A carrier's balance of one month; what is not metric is left in the equations. */
  static final class Balance {
    double demand;
    double domestic;
    double need;
    double offered;
    double kept;
    double imports;
    double stored;
    double withdrawn;
    double storage;
    double unserved;
    double unservedShare;
    double dependency;
    double price;
    double value;
  }

  /**
   * Returns the balances of {@code month}, with what is in store since the month before.
   *
   * @param a A(t), the share that the exporter is willing to sell
   * @param kept k(t) by carrier
   */
  Map<String, Balance> balances(Month month, double a, ToDoubleFunction<String> kept) {
    Map<String, Balance> balances = new LinkedHashMap<>();
    carriers.forEach(
        (id, parts) -> {
          Balance balance = new Balance();
          balance.domestic = domestic(parts, month);
          balance.demand = parts.demand.at(month);
          balances.put(id, balance);
        });

    List<String> usersFirst = usersFirst();
    for (String user : usersFirst) {
      Fuel fuel = carriers.get(user).fuel;
      if (fuel != null) {
        Balance b = balances.get(user);
        balances.get(fuel.carrier).demand +=
            fuel.share * Math.min(b.domestic, b.demand) * fuel.perUnit;
      }
    }

    List<String> fuelsFirst = new ArrayList<>(usersFirst);
    Collections.reverse(fuelsFirst);
    for (String id : fuelsFirst) {
      Fuel fuel = carriers.get(id).fuel;
      Balance b = balances.get(id);
      if (fuel != null) {
        b.domestic *= 1 - fuel.share * balances.get(fuel.carrier).unservedShare;
      }
      strike(b, carriers.get(id), stored.get(id), month, a, kept.applyAsDouble(id));
    }
    return balances;
  }

  /** Keeps S(t) of the balances for the month that follows. */
  void store(Map<String, Balance> balances) {
    balances.forEach((id, balance) -> stored.put(id, balance.storage));
  }

  /** Returns D of {@code balances}; 0 with no carriers. */
  double d(Map<String, Balance> balances) {
    return scenario.energy().map(e -> balances.get(e.dependencyCarrier()).dependency).orElse(0.0);
  }

  /** Returns U of {@code balances}; 0 with no carriers. */
  double u(Map<String, Balance> balances) {
    return scenario.energy().map(e -> balances.get(e.unservedCarrier()).unservedShare).orElse(0.0);
  }

  private double domestic(Parts parts, Month month) {
    double domestic = parts.supply.at(month);
    for (Project i : parts.projects) {
      double ramp = Math.min(1, (month.t() - i.c + 1) / i.ramp);
      domestic += i.capacity * i.availability * Math.max(0, ramp);
    }
    return domestic;
  }

  private void strike(Balance b, Parts parts, double s, Month month, double a, double k) {
    Store store = parts.storage;
    int d = month.d();
    b.kept = k;
    b.need = Math.max(0, b.demand - b.domestic);
    b.offered =
        parts.capacity.apply(month.calendar())
            * Notation.season(parts.importSeason, month.calendar())
            * notation.pi(parts.importElasticities, month)
            * notation.rho(parts.importFactor, month)
            * a;
    double fill =
        store != null && store.fillMonths.contains(month.calendar().getMonthValue())
            ? Math.min(store.injection, (store.capacity - s) / d)
            : 0;
    b.imports = Math.min(b.need + fill, b.offered) * k;
    double shortage = b.need - b.imports;
    b.withdrawn =
        store == null ? 0 : Math.min(Math.max(0, shortage), Math.min(store.withdrawal, s / d));
    b.stored = Math.max(0, -shortage);
    b.storage =
        store == null ? 0 : Math.min(Math.max(0, s + (b.stored - b.withdrawn) * d), store.capacity);
    b.unserved = Math.max(0, shortage) - b.withdrawn;
    b.unservedShare = b.demand == 0 ? 0 : b.unserved / b.demand;
    double sources = b.domestic + b.imports + b.withdrawn;
    b.dependency = sources == 0 ? 0 : b.imports / sources;
    b.price =
        parts.price
            * notation.pi(parts.priceElasticities, month)
            * notation.rho(parts.priceFactor, month);
    b.value = b.imports * parts.kind.pricedPerDay() * d * b.price;
  }

  // Each carrier after all those that burn it.
  private List<String> usersFirst() {
    List<String> order = new ArrayList<>();
    while (order.size() < carriers.size()) {
      order.add(
          carriers.keySet().stream()
              .filter(id -> !order.contains(id))
              .filter(id -> order.containsAll(usersOf(id)))
              .findFirst()
              .orElseThrow(() -> new IllegalArgumentException("fuels go round in a ring")));
    }
    return order;
  }

  private List<String> usersOf(String fuel) {
    return carriers.keySet().stream()
        .filter(id -> carriers.get(id).fuel != null && carriers.get(id).fuel.carrier.equals(fuel))
        .toList();
  }

  private record Parts(
      Carrier.Kind kind,
      Amount demand,
      Amount supply,
      Fuel fuel,
      List<Project> projects,
      Function<YearMonth, Double> capacity,
      List<Double> importSeason,
      Map<String, Double> importElasticities,
      Map<String, Double> importFactor,
      double price,
      Map<String, Double> priceElasticities,
      Map<String, Double> priceFactor,
      Store storage) {}

  /** base · (1 + growth)^y · season[m] · π. */
  private record Amount(
      double base,
      double growth,
      List<Double> season,
      Map<String, Double> elasticities,
      Notation notation) {
    double at(Month month) {
      return base
          * Notation.growth(growth, month)
          * Notation.season(season, month.calendar())
          * notation.pi(elasticities, month);
    }
  }

  private record Fuel(String carrier, double share, double perUnit) {}

  private record Store(
      double capacity,
      double start,
      double injection,
      double withdrawal,
      List<Integer> fillMonths) {}

  /** A project; c is infinite where it is cancelled. */
  private record Project(double capacity, double availability, double c, double ramp) {}

  private Parts parts(String id, Carrier carrier) {
    String key = "energy.carriers." + id + ".";
    Carrier.Imports imports = carrier.imports();
    Carrier.Price price = carrier.price();
    return new Parts(
        carrier.kind(),
        amount(key + "demand", carrier.demand()),
        amount(key + "supply", carrier.supply().quantity()),
        carrier.supply().fuel().map(fuel -> fuel(key + "supply.fuel.", fuel)).orElse(null),
        carrier.projects().entrySet().stream()
            .map(p -> project(key + "projects." + p.getKey() + ".", id, p.getKey(), p.getValue()))
            .toList(),
        capacity(key + "imports.capacity", imports),
        imports.season(),
        numbers.at(key + "imports.elasticities", imports.elasticities()),
        numbers.at(key + "imports.regime-factor", imports.regimeFactor()),
        numbers.at(key + "price.base", price.base()),
        numbers.at(key + "price.elasticities", price.elasticities()),
        numbers.at(key + "price.regime-factor", price.regimeFactor()),
        carrier.storage().map(storage -> store(key + "storage.", storage)).orElse(null));
  }

  private Amount amount(String key, Quantity quantity) {
    return new Amount(
        numbers.at(key + ".base", quantity.base()),
        numbers.at(key + ".growth", quantity.growth()),
        quantity.season(),
        numbers.at(key + ".elasticities", quantity.elasticities()),
        notation);
  }

  private Fuel fuel(String key, Carrier.Fuel fuel) {
    return new Fuel(
        fuel.carrier(),
        numbers.at(key + "share", fuel.share()),
        numbers.at(key + "per-unit", fuel.perUnit()));
  }

  private Function<YearMonth, Double> capacity(String key, Carrier.Imports imports) {
    if (imports.capacity() instanceof DatedPoints points) {
      return points::at;
    }
    double capacity = numbers.at(key, (Value) imports.capacity());
    return month -> capacity;
  }

  private Store store(String key, Carrier.Storage storage) {
    return new Store(
        numbers.at(key + "capacity", storage.capacity()),
        numbers.at(key + "start", storage.start()),
        numbers.at(key + "injection", storage.injection()),
        numbers.at(key + "withdrawal", storage.withdrawal()),
        storage.fillMonths());
  }

  private Project project(String key, String carrier, String id, Carrier.Project project) {
    return new Project(
        numbers.at(key + "capacity", project.capacity()),
        numbers.at(key + "availability", project.availability()),
        completion(key, carrier, id, project),
        project.rampMonths());
  }

  private double completion(String key, String carrier, String id, Carrier.Project project) {
    double planned = ChronoUnit.MONTHS.between(scenario.start(), project.planned());
    if (planned <= 0) {
      return planned;
    }
    double u = draws.uniform(StreamNames.cancellation(carrier, id), 0, 0);
    if (u < numbers.at(key + "cancel", project.cancel())) {
      return Double.POSITIVE_INFINITY;
    }
    return planned + Math.floor(numbers.at(key + "delay", project.delay()) + 0.5);
  }
}
