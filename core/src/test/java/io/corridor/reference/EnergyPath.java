package io.corridor.reference;

import io.corridor.internal.random.StreamName;
import io.corridor.model.Carrier;
import io.corridor.model.DatedPoints;
import io.corridor.model.Distribution;
import io.corridor.model.Energy;
import io.corridor.model.Quantity;
import io.corridor.model.Scenario;
import io.corridor.model.Value;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    final Map<String, Double> bySource = new LinkedHashMap<>();
    double cost;
    double concentration;
    double nMinusOne;
    double hoursShort;
    double peakUnserved;
    // By block of hours: domestic supply, own demand, unserved.
    double[] domestics;
    double[] owns;
    double fuelNeeds;
  }

  /**
   * Returns the balances of {@code month}, with what is in store since the month before.
   *
   * @param a A(t), the share that the exporter is willing to sell
   * @param kept k(t) of what has some names
   * @param supplies what fails of units and sources
   */
  Map<String, Balance> balances(
      Month month, double a, ToDoubleFunction<Set<String>> kept, Supplies supplies) {
    Map<String, Balance> balances = new LinkedHashMap<>();
    carriers.forEach(
        (id, parts) -> {
          Balance balance = new Balance();
          double steady = domestic(parts, month);
          double own = parts.demand.at(month);
          int blocks = parts.hours.length;
          balance.domestics = new double[blocks];
          balance.owns = new double[blocks];
          for (int b = 0; b < blocks; b++) {
            balance.domestics[b] = steady + supplies.running(id, b);
            balance.owns[b] = own * parts.factors[b];
          }
          balances.put(id, balance);
        });
    List<String> usersFirst = usersFirst();
    for (String user : usersFirst) {
      Fuel fuel = carriers.get(user).fuel;
      if (fuel != null) {
        Balance b = balances.get(user);
        for (int h = 0; h < b.owns.length; h++) {
          balances.get(fuel.carrier).fuelNeeds +=
              carriers.get(user).hours[h]
                  * fuel.share
                  * Math.min(b.domestics[h], b.owns[h] + b.fuelNeeds)
                  * fuel.perUnit;
        }
      }
    }
    List<String> fuelsFirst = new ArrayList<>(usersFirst);
    Collections.reverse(fuelsFirst);
    for (String id : fuelsFirst) {
      Fuel fuel = carriers.get(id).fuel;
      Balance b = balances.get(id);
      if (fuel != null) {
        for (int h = 0; h < b.domestics.length; h++) {
          b.domestics[h] *= 1 - fuel.share * balances.get(fuel.carrier).unservedShare;
        }
      }
      strike(id, b, stored.get(id), month, a, kept, supplies);
    }
    return balances;
  }

  /** Takes the noises to the next month, under the shocks of what stands at their paths. */
  void step(Map<String, Double> z) {
    carriers.forEach(
        (id, parts) -> {
          String key = "energy.carriers." + id + ".";
          parts.demand.noise.step(z.get(key + "demand"));
          parts.supply.noise.step(z.get(key + "supply"));
          parts.sources.forEach(
              source -> source.noise.step(z.get(key + Shocks.imports(source.id))));
        });
  }

  /** What fails, or doesn't, in a month. */
  interface Supplies {
    /** Returns what the units of a carrier supply in a block of hours. */
    double running(String carrier, int block);

    /** Returns the share of the month's days on which a source runs. */
    double up(String carrier, String source);
  }

  /** Returns the supplies of the day before: no source is interrupted, the mean of units runs. */
  Supplies dayBefore() {
    return new Supplies() {
      @Override
      public double running(String carrier, int block) {
        double sum = 0;
        for (Units units : carriers.get(carrier).units) {
          if (units.model.isThere(scenario.start())) {
            sum += units.model.count() * (1 - units.outage) * units.size;
          }
        }
        return sum;
      }

      @Override
      public double up(String carrier, String source) {
        return 1;
      }
    };
  }

  /** Draws what fails in the month that follows the last. */
  Supplies draw(Month month) {
    Map<String, Double> up = new LinkedHashMap<>();
    carriers.forEach(
        (id, parts) ->
            parts.sources.forEach(source -> up.put(id + "." + source.id, up(source, month))));
    return new Supplies() {
      @Override
      public double running(String carrier, int block) {
        double sum = 0;
        for (Units units : carriers.get(carrier).units) {
          if (units.model.isThere(month.calendar())) {
            double u = draws.uniform(StreamName.UNITS.of(carrier, units.id), month.t(), block);
            sum += Quantiles.binomial(units.model.count(), 1 - units.outage, u) * units.size;
          }
        }
        return sum;
      }

      @Override
      public double up(String carrier, String source) {
        return up.get(carrier + "." + source);
      }
    };
  }

  // Day by day: an interruption begins on one of the month's days, and lasts over its end.
  private double up(Source source, Month month) {
    if (source.model.interruptions().isEmpty()) {
      return 1;
    }
    LocalDate first = month.calendar().atDay(1);
    String stream = StreamName.INTERRUPTIONS.of(source.stream);
    boolean runs = source.until == null || !source.until.isAfter(first);
    if (runs && draws.uniform(stream, month.t(), 0) < 1 - StrictMath.exp(-source.rate)) {
      int day = (int) Math.floor(draws.uniform(stream, month.t(), 1) * month.d());
      Value days = source.model.interruptions().get().days();
      double length =
          days instanceof Distribution law
              ? Quantiles.of(law, draws.uniform(stream, month.t(), 2))
              : source.days;
      source.from = first.plusDays(day);
      source.until = source.from.plusDays((long) Math.max(1, Math.floor(length + 0.5)));
    }
    int up = 0;
    for (int day = 0; day < month.d(); day++) {
      LocalDate date = first.plusDays(day);
      boolean down =
          source.from != null && !date.isBefore(source.from) && date.isBefore(source.until);
      up += down ? 0 : 1;
    }
    return (double) up / month.d();
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

  private void strike(
      String id,
      Balance b,
      double s,
      Month month,
      double a,
      ToDoubleFunction<Set<String>> kept,
      Supplies supplies) {
    Parts parts = carriers.get(id);
    Store store = parts.storage;
    int d = month.d();
    double[] offered = new double[parts.sources.size()];
    double[] k = new double[offered.length];
    double[] bought = new double[offered.length];
    double ours = 0;
    double oursKept = 0;
    for (int i = 0; i < offered.length; i++) {
      Source source = parts.sources.get(i);
      double ramp = Math.min(1, (month.t() - source.c + 1) / source.ramp);
      offered[i] =
          source.capacity.apply(month.calendar())
              * Notation.season(source.model.season(), month.calendar())
              * notation.pi(source.elasticities, month)
              * notation.rho(source.factor, month)
              * source.noise.factor(month)
              * (source.model.opens().isPresent() ? Math.max(0, ramp) : 1)
              * supplies.up(id, source.id);
      k[i] = 1;
      if (scenario.parties().delivers(source.model)) {
        offered[i] *= a;
        k[i] = kept.applyAsDouble(Set.of(id, id + "." + source.id));
        ours += offered[i];
        oursKept += offered[i] * k[i];
      }
    }
    b.kept = ours > 0 ? oursKept / ours : 1;
    double fill =
        store != null && store.fillMonths.contains(month.calendar().getMonthValue())
            ? Math.min(store.injection, (store.capacity - s) / d)
            : 0;
    double withdrawable = store == null ? 0 : Math.min(store.withdrawal, s / d);
    int peak = 0;
    for (int h = 0; h < parts.hours.length; h++) {
      double weight = parts.hours[h];
      double demand = b.owns[h] + b.fuelNeeds;
      double need = Math.max(0, demand - b.domestics[h]);
      double rest = need + fill;
      double all = 0;
      for (int i = 0; i < offered.length; i++) {
        double imports = Math.min(rest, offered[i]) * k[i];
        all += imports;
        require(imports <= offered[i], parts.sources.get(i).id + " brings no more than it offers");
        bought[i] = Math.min(offered[i], bought[i] + weight * imports);
        rest -= imports;
      }
      double shortage = rest - fill;
      double withdrawn = Math.min(Math.max(0, shortage), withdrawable);
      double unserved = Math.max(0, shortage) - withdrawn;
      double supplied = b.domestics[h] + all - Math.max(0, -shortage) + withdrawn + unserved;
      require(
          need == 0 || Math.abs(demand - supplied) <= 1e-9 * (demand + all),
          id + ": demand is met or unserved in block " + h);
      b.demand += weight * demand;
      b.domestic += weight * b.domestics[h];
      b.need += weight * need;
      b.withdrawn += weight * withdrawn;
      b.stored += weight * Math.max(0, -shortage);
      b.unserved += weight * unserved;
      b.hoursShort += unserved > 1e-9 * demand ? 24 * weight : 0;
      if (h == 0 || parts.factors[h] > parts.factors[peak]) {
        peak = h;
        b.peakUnserved = unserved;
      }
    }
    b.storage = store == null ? 0 : store.held(s + (b.stored - b.withdrawn) * d);
    b.unservedShare = b.demand == 0 ? 0 : b.unserved / b.demand;
    double corridor = 0;
    double left = 0;
    double largest = 0;
    for (int i = 0; i < offered.length; i++) {
      Source source = parts.sources.get(i);
      boolean isOurs = scenario.parties().delivers(source.model);
      b.offered += offered[i];
      b.imports += bought[i];
      corridor += isOurs ? bought[i] : 0;
      left += offered[i] * k[i];
      largest = Math.max(largest, offered[i] * k[i]);
      b.bySource.put(source.id, bought[i]);
      double least =
          source.takeOrPay
              * source.capacity.apply(month.calendar())
              * Notation.season(source.model.season(), month.calendar());
      double billed = Math.max(bought[i], k[i] * Math.min(least, offered[i]));
      Price price = source.price == null ? parts.price : source.price;
      double cost = billed * parts.kind.pricedPerDay() * d * price.at(month, notation);
      b.cost += cost;
      b.value += isOurs ? cost : 0;
    }
    for (double part : bought) {
      b.concentration += b.imports == 0 ? 0 : part / b.imports * (part / b.imports);
    }
    double supplied = b.domestic + b.imports + b.withdrawn;
    b.dependency = supplied == 0 ? 0 : corridor / supplied;
    double peakDemand = b.owns[peak] + b.fuelNeeds;
    b.nMinusOne =
        peakDemand == 0 ? 1 : (b.domestics[peak] + withdrawable + left - largest) / peakDemand;
    b.price = parts.price == null ? Double.NaN : parts.price.at(month, notation);
  }

  private static void require(boolean holds, String what) {
    if (!holds) {
      throw new AssertionError("it doesn't hold that " + what);
    }
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
      double[] hours,
      double[] factors,
      Amount supply,
      List<Units> units,
      Fuel fuel,
      List<Project> projects,
      List<Source> sources,
      Price price,
      Store storage) {}

  private record Units(String id, Carrier.Units model, double size, double outage) {}

  private record Price(double base, Map<String, Double> elasticities, Map<String, Double> factor) {
    double at(Month month, Notation notation) {
      return base * notation.pi(elasticities, month) * notation.rho(factor, month);
    }
  }

  /** A source, and its latest interruption. */
  private static final class Source {
    private String id;
    private String stream;
    private Carrier.Source model;
    private Function<YearMonth, Double> capacity;
    private Map<String, Double> elasticities;
    private Map<String, Double> factor;
    private double c;
    private double ramp;
    private double rate;
    private double days;
    private double takeOrPay;
    private Price price;
    private NoisePath noise;
    private LocalDate from;
    private LocalDate until;
  }

  /** base · (1 + growth)^y · season[m] · π · exp(n(t) − v(t)/2). */
  private record Amount(
      double base,
      double growth,
      List<Double> season,
      Map<String, Double> elasticities,
      NoisePath noise,
      Notation notation) {
    double at(Month month) {
      return base
          * Notation.growth(growth, month)
          * Notation.season(season, month.calendar())
          * notation.pi(elasticities, month)
          * noise.factor(month);
    }
  }

  private record Fuel(String carrier, double share, double perUnit) {}

  private record Store(
      double capacity,
      double start,
      double injection,
      double withdrawal,
      List<Integer> fillMonths) {

    /** Returns a content within what it holds; within 1e-9 of that from an end, the end. */
    double held(double content) {
      if (Math.abs(content - capacity) <= 1e-9 * capacity) {
        return capacity;
      }
      return Math.abs(content) <= 1e-9 * capacity ? 0 : Math.min(Math.max(0, content), capacity);
    }
  }

  /** A project; c is infinite where it is cancelled. */
  private record Project(double capacity, double availability, double c, double ramp) {}

  private Parts parts(String id, Carrier carrier) {
    String key = "energy.carriers." + id + ".";
    List<Carrier.Block> blocks =
        carrier.demand().blocks().isEmpty()
            ? List.of(new Carrier.Block(1, 1))
            : carrier.demand().blocks();
    double hours = blocks.stream().mapToDouble(Carrier.Block::hours).sum();
    double mean = blocks.stream().mapToDouble(b -> b.hours() / hours * b.factor()).sum();
    return new Parts(
        carrier.kind(),
        amount(key + "demand", carrier.demand().quantity()),
        blocks.stream().mapToDouble(b -> b.hours() / hours).toArray(),
        blocks.stream().mapToDouble(b -> b.factor() / mean).toArray(),
        amount(key + "supply", carrier.supply().quantity()),
        carrier.supply().units().entrySet().stream()
            .map(u -> units(key + "supply.units." + u.getKey() + ".", u.getKey(), u.getValue()))
            .toList(),
        carrier.supply().fuel().map(fuel -> fuel(key + "supply.fuel.", fuel)).orElse(null),
        carrier.projects().entrySet().stream()
            .map(p -> project(key + "projects." + p.getKey() + ".", id, p.getKey(), p.getValue()))
            .toList(),
        sources(key + "imports.", id, carrier),
        carrier.price().map(price -> price(key + "price.", price)).orElse(null),
        carrier.storage().map(storage -> store(key + "storage.", storage)).orElse(null));
  }

  private Units units(String key, String id, Carrier.Units units) {
    return new Units(
        id,
        units,
        numbers.at(key + "size", units.size()),
        numbers.at(key + "outage", units.outage()));
  }

  private Price price(String key, Carrier.Price price) {
    return new Price(
        numbers.at(key + "base", price.base()),
        numbers.at(key + "elasticities", price.elasticities()),
        numbers.at(key + "regime-factor", price.regimeFactor()));
  }

  // The first source draws what the only one of a carrier without names does.
  private List<Source> sources(String key, String carrier, Carrier model) {
    List<Source> sources = new ArrayList<>();
    model
        .sources()
        .forEach(
            (id, source) -> {
              boolean first = sources.isEmpty();
              sources.add(
                  source(
                      first ? key : key + "sources." + id + ".",
                      id,
                      first ? carrier : carrier + "." + id,
                      source));
              sources.get(sources.size() - 1).noise =
                  new NoisePath(
                      "energy.carriers." + carrier + "." + Shocks.imports(id) + ".noise",
                      source.noise(),
                      numbers);
            });
    return sources;
  }

  private Source source(String key, String id, String stream, Carrier.Source model) {
    Source source = new Source();
    source.id = id;
    source.stream = stream;
    source.model = model;
    source.capacity = capacity(key + "capacity", model);
    source.elasticities = numbers.at(key + "elasticities", model.elasticities());
    source.factor = numbers.at(key + "regime-factor", model.regimeFactor());
    source.takeOrPay = numbers.at(key + "take-or-pay", model.takeOrPay());
    source.price = model.price().map(price -> price(key + "price.", price)).orElse(null);
    source.ramp = 1;
    model
        .opens()
        .ifPresent(
            opening -> {
              source.ramp = opening.rampMonths();
              source.c =
                  completion(
                      key + "opens.",
                      StreamName.OPENING.of(stream),
                      opening.planned(),
                      opening.delay(),
                      opening.cancel());
            });
    model
        .interruptions()
        .ifPresent(
            interruptions -> {
              source.rate =
                  numbers.at(key + "interruptions.rate-per-month", interruptions.ratePerMonth());
              source.days = numbers.at(key + "interruptions.days", interruptions.days());
            });
    return source;
  }

  private Amount amount(String key, Quantity quantity) {
    return new Amount(
        numbers.at(key + ".base", quantity.base()),
        numbers.at(key + ".growth", quantity.growth()),
        quantity.season(),
        numbers.at(key + ".elasticities", quantity.elasticities()),
        new NoisePath(key + ".noise", quantity.noise(), numbers),
        notation);
  }

  private Fuel fuel(String key, Carrier.Fuel fuel) {
    return new Fuel(
        fuel.carrier(),
        numbers.at(key + "share", fuel.share()),
        numbers.at(key + "per-unit", fuel.perUnit()));
  }

  private Function<YearMonth, Double> capacity(String key, Carrier.Source imports) {
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
        completion(
            key,
            StreamName.CANCELLATION.of(carrier, id),
            project.planned(),
            project.delay(),
            project.cancel()),
        project.rampMonths());
  }

  private double completion(String key, String stream, YearMonth month, Value delay, Value cancel) {
    double planned = ChronoUnit.MONTHS.between(scenario.start(), month);
    if (draws.uniform(stream, 0, 0) < numbers.at(key + "cancel", cancel)) {
      return Double.POSITIVE_INFINITY;
    }
    return planned + Math.floor(numbers.delay(key + "delay", delay) + 0.5);
  }
}
