package io.corridor.model;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Valid scenarios, each made from a seed alone, that between them use everything a scenario may
 * hold. Their numbers are of sizes that occur, so that no path overflows, and no measure leaves
 * nothing of a flow on the day before.
 */
public final class RandomScenarios {
  private static final String A = "AAA";
  private static final String B = "BBB";

  /** Of so many scenarios one has a world. */
  private static final double WORLDS = 0.3;

  private final RandomNumbers numbers;
  private final RandomWorlds worlds;
  private final boolean uncertain;
  private final boolean small;
  private final Scenario.Builder scenario;
  private final YearMonth start;
  private final int months;
  private final List<String> states = new ArrayList<>();
  private final Set<String> positiveDrivers = new LinkedHashSet<>();
  private final List<String> shocks = new ArrayList<>();
  private final List<String> flows = new ArrayList<>();
  private final List<String> carriers = new ArrayList<>();
  private final List<String> namedSources = new ArrayList<>();
  private final List<String> waivers = new ArrayList<>();

  private RandomScenarios(long seed, boolean uncertain, boolean small) {
    SplittableRandom random = new SplittableRandom(seed);
    this.numbers = new RandomNumbers(random.split(), uncertain);
    this.worlds = new RandomWorlds(new RandomNumbers(random.split(), false), uncertain);
    this.uncertain = uncertain;
    this.small = small;
    this.start = YearMonth.of(numbers.whole(2010, 2026), numbers.whole(1, 12));
    this.months = small ? numbers.whole(1, 12) : numbers.oneOf(1, 2, numbers.whole(3, 60));
    this.scenario = Scenario.builder("Random scenario " + seed, A, B, start, months);
  }

  /** Returns a scenario that may hold anything, of 1 to 60 months. */
  public static Scenario of(long seed) {
    return new RandomScenarios(seed, true, false).make();
  }

  /** Returns a scenario of 1 to 12 months with few drivers, carriers, flows and measures. */
  public static Scenario small(long seed) {
    return new RandomScenarios(seed, true, true).make();
  }

  /**
   * Returns a scenario of which all paths are the same: no distributions, no shocks, probabilities
   * of 0 and 1 alone.
   */
  public static Scenario deterministic(long seed) {
    return new RandomScenarios(seed, false, false).make();
  }

  private Scenario make() {
    if (numbers.chance(0.85)) {
      regime();
    }
    drivers();
    nameTargets();
    flows.forEach(this::flow);
    if (!carriers.isEmpty()) {
      energy();
    }
    partners();
    sanctions();
    waivers();
    if (numbers.chance(0.7)) {
      payments();
    }
    if (numbers.chance(0.6)) {
      scenario.unrest(unrest());
    }
    numbers.parameters().forEach(scenario::parameter);
    numbers.draws().forEach(scenario::draws);
    correlations();
    if (worlds.chance(WORLDS)) {
      worlds.add(scenario, start, states, positiveDrivers);
    }
    questions();
    return scenario.build();
  }

  private int most(int number) {
    return small ? Math.min(2, number) : number;
  }

  // Policy

  private void regime() {
    IntStream.range(0, numbers.whole(1, 4)).forEach(i -> states.add("state-" + i));
    Map<String, Map<String, Value>> monthly = new LinkedHashMap<>();
    for (String from : numbers.some(states, 0.7)) {
      monthly.put(from, row(from));
    }
    List<Regime.Event> events = new ArrayList<>();
    for (int i = 0; months > 1 && i < numbers.whole(0, 4); i++) {
      YearMonth month = start.plusMonths(numbers.oneOf(1, numbers.whole(1, months - 1)));
      events.add(new Regime.Event(month, oneOf(states), numbers.uncertainProbability()));
    }
    scenario.regime(new Regime(states, oneOf(states), monthly, events));
  }

  /** A row that sums to 1 at most, sometimes with what stays written out. */
  private Map<String, Value> row(String from) {
    Map<String, Value> row = new LinkedHashMap<>();
    List<String> others = new ArrayList<>(states);
    others.remove(from);
    List<String> next = numbers.some(others, 0.7);
    if (!uncertain) {
      next.stream().limit(1).forEach(to -> row.put(to, Value.of(1)));
      return row;
    }
    double left = 1;
    boolean drawn = numbers.chance(0.4);
    for (String to : next) {
      double probability = numbers.fixed(0, left / 2);
      row.put(to, drawn ? numbers.value(0, left / 2) : Value.of(probability));
      left -= drawn ? left / 2 : probability;
    }
    if (!drawn && numbers.chance(0.2)) {
      row.put(from, Value.of(left));
    }
    return row;
  }

  private <T> T oneOf(List<T> items) {
    return items.get(numbers.whole(0, items.size() - 1));
  }

  private interface Maker {
    Value next();
  }

  /** One number for all regimes, or a mapping with every regime. */
  private ByRegime byRegime(Maker maker) {
    if (states.isEmpty() || numbers.chance(0.4)) {
      return ByRegime.everywhere(maker.next());
    }
    return ByRegime.of(mapping(states, maker));
  }

  /** One number for all regimes, or a mapping with some of the regimes, 1 in the others. */
  private ByRegime someRegimes(Maker maker) {
    return numbers.chance(0.4)
        ? ByRegime.everywhere(maker.next())
        : ByRegime.of(mapping(numbers.some(states, 0.7), maker), 1);
  }

  private static Map<String, Value> mapping(Iterable<String> keys, Maker maker) {
    Map<String, Value> mapping = new LinkedHashMap<>();
    keys.forEach(key -> mapping.put(key, maker.next()));
    return mapping;
  }

  private Map<String, Value> factors() {
    return mapping(numbers.some(states, 0.4), () -> numbers.positive(0.5, 1.5));
  }

  private void sanctions() {
    List<String> targets = targetsAndSources();
    for (int i = 0; !targets.isEmpty() && i < numbers.whole(0, most(5)); i++) {
      YearMonth from =
          start.plusMonths(numbers.oneOf(-30, -1, 0, 1, numbers.whole(-3, months + 3)));
      Optional<YearMonth> until =
          numbers.chance(0.5)
              ? Optional.empty()
              : Optional.of(from.plusMonths(numbers.whole(0, 40)));
      scenario.sanction("measure-" + i, sanction(from, until, numbers.some(targets, 0.6)));
    }
    if (numbers.chance(0.7)) {
      Value exponent = Value.of(numbers.oneOf(0.0, 1.0, 0.5, 2.0));
      scenario.compliance(
          new Compliance(
              someRegimes(() -> numbers.value(0, 1)),
              numbers.chance(0.2) ? numbers.positive(0.3, 3) : exponent));
    }
  }

  /** Flows that a measure hits before the start keep a twentieth at least. */
  private Sanction sanction(YearMonth from, Optional<YearMonth> until, List<String> targets) {
    boolean carriersOnly = targets.stream().noneMatch(flows::contains);
    double most = carriersOnly || !from.isBefore(start) ? 1 : 0.95;
    Optional<Value> cut =
        Optional.of(numbers.chance(0.4) ? Value.of(most) : numbers.value(0, most));
    boolean costly = flows.containsAll(targets) && numbers.chance(0.7);
    Optional<Value> cost = costly ? Optional.of(numbers.value(0, 0.6)) : Optional.empty();
    return new Sanction(
        Optional.of(from),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        until,
        targets,
        cost,
        costly && numbers.chance(0.5) ? Optional.empty() : cut,
        Optional.empty(),
        someRegimes(() -> numbers.value(0, 1)));
  }

  private void waivers() {
    List<String> measures = new ArrayList<>(scenario.buildUnchecked().sanctions().keySet());
    for (int i = 0; i < numbers.whole(0, most(4)); i++) {
      Optional<List<String>> waives =
          numbers.chance(0.5) ? Optional.empty() : Optional.of(numbers.some(measures, 0.6));
      int expiry = numbers.oneOf(-40, 0, 1, 15, 31, numbers.whole(-10, 400));
      scenario.waiver(
          "waiver-" + i,
          new Waiver(
              numbers.some(targetsAndSources(), 0.6),
              waives,
              start.atDay(1).plusDays(expiry),
              terms(),
              byRegime(numbers::uncertainProbability),
              byRegime(numbers::uncertainProbability),
              numbers.free(-3, 3),
              numbers.free(-5, 5)));
      waivers.add("waiver-" + i);
    }
  }

  private Waiver.Terms terms() {
    if (states.isEmpty() || numbers.chance(0.5)) {
      return Waiver.Terms.of(termList());
    }
    Map<String, List<Waiver.Term>> terms = new LinkedHashMap<>();
    states.forEach(state -> terms.put(state, termList()));
    return Waiver.Terms.of(terms);
  }

  /** Terms of a few days make several decisions a month. */
  private List<Waiver.Term> termList() {
    List<Waiver.Term> terms = new ArrayList<>();
    terms.add(new Waiver.Term(days(), numbers.fixed(0.1, 3)));
    for (int i = 0; uncertain && i < numbers.whole(0, 2); i++) {
      terms.add(new Waiver.Term(days(), numbers.oneOf(0.0, 1.0, numbers.fixed(0, 5))));
    }
    return terms;
  }

  private int days() {
    return numbers.oneOf(1, numbers.whole(1, 10), numbers.whole(1, 10), 30, 45, 90, 120, 400);
  }

  // Drivers

  private void drivers() {
    for (int kind = 0; kind < 7; kind++) {
      if (numbers.chance(small ? 0.3 : 0.6)) {
        driver(kind);
      }
    }
    if (!small && numbers.chance(0.5)) {
      scenario.driver("brent-2", logOu());
      positiveDrivers.add("brent-2");
      shocks.add("brent-2");
    }
  }

  private void driver(int kind) {
    String id = "driver-" + kind;
    boolean positive = numbers.chance(0.7);
    switch (kind) {
      case 0 ->
          scenario.driver(
              id,
              new Driver.Constant(
                  positive ? numbers.positive(0.5, 2) : numbers.free(-1, 1), "index"));
      case 1 -> scenario.driver(id, new Driver.Path(points(positive ? 0.5 : -0.5, 2), ""));
      case 2 -> scenario.driver(id, gbm());
      case 3 -> scenario.driver(id, ou());
      case 4 -> scenario.driver(id, logOu());
      case 5 -> scenario.driver(id, jump());
      default -> scenario.driver(id, bootstrap());
    }
    if (kind < 2 ? positive : kind != 3) {
      positiveDrivers.add(id);
    }
    if (kind >= 2 && kind <= 5) {
      shocks.add(id);
    }
  }

  private Value volatility() {
    return uncertain ? numbers.value(0, 0.4) : Value.ZERO;
  }

  private Value reversion() {
    return numbers.chance(0.2) ? Value.ZERO : numbers.value(0, 6);
  }

  /** Makes an average of a driver at times. */
  private Optional<Value> end(Supplier<Value> value) {
    return numbers.chance(0.4) ? Optional.of(value.get()) : Optional.empty();
  }

  private Driver gbm() {
    return new Driver.Gbm(
        numbers.positive(1, 100),
        end(() -> numbers.positive(1, 100)),
        numbers.free(-0.05, 0.1),
        volatility(),
        overrides(true),
        "USD");
  }

  private Driver ou() {
    return new Driver.Ou(
        numbers.free(-1, 1),
        end(() -> numbers.free(-1, 1)),
        numbers.free(-1, 1),
        reversion(),
        volatility(),
        overrides(false),
        "");
  }

  private Driver logOu() {
    return new Driver.LogOu(
        numbers.positive(50, 80),
        end(() -> numbers.positive(50, 80)),
        numbers.positive(40, 90),
        reversion(),
        volatility(),
        overrides(false),
        "USD/bbl");
  }

  private Driver jump() {
    return new Driver.Jump(
        numbers.positive(1, 2),
        numbers.free(-0.05, 0.05),
        volatility(),
        uncertain ? numbers.value(0, 3) : Value.ZERO,
        numbers.free(-0.2, 0.2),
        numbers.value(0, 0.2),
        overrides(true),
        "");
  }

  /** A history; without uncertainty, one whose returns are all the same. */
  private Driver bootstrap() {
    List<Double> history = new ArrayList<>(List.of(numbers.fixed(1, 2)));
    for (int i = 0; i < numbers.whole(1, 40); i++) {
      history.add(history.get(i) * (uncertain ? numbers.fixed(0.9, 1.12) : 1.125));
    }
    return new Driver.Bootstrap(
        numbers.positive(1000, 1500),
        history,
        numbers.oneOf(1, 6, 24),
        numbers.chance(0.5),
        "history.csv",
        "value",
        "");
  }

  /** What regimes change: drifts where a driver drifts, levels where it returns to one. */
  private Map<String, Driver.Override> overrides(boolean drifts) {
    Map<String, Driver.Override> overrides = new LinkedHashMap<>();
    for (String state : numbers.some(states, 0.4)) {
      Optional<Value> place =
          Optional.of(numbers.positive(0.02, 0.08)).filter(v -> numbers.chance(0.7));
      Optional<Value> volatility = Optional.of(volatility()).filter(v -> numbers.chance(0.5));
      overrides.put(
          state,
          drifts
              ? new Driver.Override(place, volatility, Optional.empty())
              : new Driver.Override(
                  Optional.empty(), volatility, place.map(any -> numbers.positive(30, 90))));
    }
    return overrides;
  }

  private DatedPoints points(double low, double high) {
    Map<YearMonth, Double> points = new LinkedHashMap<>();
    for (int i = 0; i < numbers.whole(1, 5); i++) {
      points.put(start.plusMonths(numbers.whole(-6, months + 6)), numbers.fixed(low, high));
    }
    points.put(start, numbers.fixed(Math.max(low, 0.5), high));
    return DatedPoints.of(points);
  }

  private Map<String, Value> elasticities() {
    return mapping(numbers.some(positiveDrivers, 0.4), () -> numbers.free(-1, 1.5));
  }

  // Energy

  private void nameTargets() {
    IntStream.range(0, numbers.whole(0, most(5))).forEach(i -> flows.add("flow-" + i));
    carriers.addAll(
        numbers.oneOf(
            List.<String>of(),
            List.of("gas", "electricity"),
            List.of("gas", "electricity"),
            List.of("electricity", "oil"),
            List.of("oil", "gas", "electricity", "hydro")));
  }

  private List<String> targets() {
    List<String> targets = new ArrayList<>(flows);
    targets.addAll(carriers);
    return targets;
  }

  private List<String> targetsAndSources() {
    List<String> targets = targets();
    targets.addAll(namedSources);
    return targets;
  }

  private void energy() {
    Map<String, Carrier> made = new LinkedHashMap<>();
    for (String id : carriers) {
      made.put(id, carrier(id));
    }
    scenario.energy(
        new Energy(
            numbers.positive(1e8, 3e9),
            someCarrier(),
            someCarrier(),
            numbers.oneOf(0.0, 0.5, 1.0),
            made));
  }

  private Optional<String> someCarrier() {
    return numbers.chance(0.5) ? Optional.empty() : Optional.of(oneOf(carriers));
  }

  private Carrier carrier(String id) {
    Carrier.Kind kind =
        switch (id) {
          case "gas" -> Carrier.Kind.GAS;
          case "oil" -> Carrier.Kind.OIL;
          default -> Carrier.Kind.ELECTRICITY;
        };
    double size = kind == Carrier.Kind.ELECTRICITY ? 10_000 : 40;
    Optional<Carrier.Price> price = numbers.chance(0.9) ? Optional.of(price()) : Optional.empty();
    Optional<Carrier.Storage> stored =
        kind != Carrier.Kind.ELECTRICITY && numbers.chance(0.6)
            ? Optional.of(storage(size))
            : Optional.empty();
    return new Carrier(
        kind,
        new Carrier.Demand(quantity(0.5 * size, size), stored.isPresent() ? List.of() : blocks()),
        new Carrier.Supply(quantity(0.2 * size, 1.2 * size), fuel(id, kind), units(size)),
        imports(id, size, price.isEmpty()),
        price,
        stored,
        projects(size));
  }

  private Carrier.Price price() {
    return new Carrier.Price(numbers.value(5, 100), elasticities(), factors());
  }

  /** Blocks whose hours and factors are right within a thousandth. */
  private List<Carrier.Block> blocks() {
    if (numbers.chance(0.6)) {
      return List.of();
    }
    double peak = numbers.fixed(0.02, 0.4);
    double factor = numbers.oneOf(1.0, numbers.fixed(1, 1.6));
    double rest = (1 - peak * factor) / (1 - peak);
    double off = numbers.fixed(0.9995, 1.0005);
    return List.of(
        new Carrier.Block(peak * off, factor),
        new Carrier.Block(0.4 * (1 - peak), rest),
        new Carrier.Block(0.6 * (1 - peak), rest));
  }

  /** Units that run for sure, or never fail to, without uncertainty. */
  private Map<String, Carrier.Units> units(double size) {
    Map<String, Carrier.Units> units = new LinkedHashMap<>();
    for (int i = 0; numbers.chance(0.4) && i < 2; i++) {
      Optional<YearMonth> from =
          numbers.chance(0.3)
              ? Optional.of(start.plusMonths(numbers.whole(-2, months + 2)))
              : Optional.empty();
      Optional<YearMonth> until =
          numbers.chance(0.3)
              ? Optional.of(from.orElse(start).plusMonths(numbers.whole(0, months)))
              : Optional.empty();
      units.put(
          "units-" + i,
          new Carrier.Units(
              numbers.oneOf(0, 1, numbers.whole(2, 40)),
              numbers.value(0, 0.05 * size),
              uncertain ? numbers.value(0, 0.6) : Value.ZERO,
              from,
              until));
    }
    return units;
  }

  private Carrier.Imports imports(String carrier, double size, boolean priced) {
    if (!priced && numbers.chance(0.5)) {
      return source(size, Optional.empty(), Optional.empty());
    }
    Map<String, Carrier.Source> sources = new LinkedHashMap<>();
    for (int i = 0; i < numbers.whole(1, most(4)); i++) {
      Optional<String> from =
          numbers.oneOf(Optional.<String>empty(), Optional.of(A), Optional.of("CCC"));
      Optional<Carrier.Price> price =
          priced || numbers.chance(0.4) ? Optional.of(price()) : Optional.empty();
      sources.put("source-" + i, source(size, from, price));
      if (!from.equals(Optional.of("CCC"))) {
        namedSources.add(carrier + ".source-" + i);
      }
    }
    return new Carrier.Sources(sources);
  }

  /** Without uncertainty, one that opens for sure, and is interrupted never or in every month. */
  private Carrier.Source source(double size, Optional<String> from, Optional<Carrier.Price> price) {
    Schedule capacity = numbers.chance(0.4) ? points(0, size) : numbers.value(0, size);
    return new Carrier.Source(
        from,
        capacity,
        numbers.season(),
        elasticities(),
        factors(),
        numbers.chance(0.3) ? Optional.of(opening()) : Optional.empty(),
        uncertain && numbers.chance(0.4) ? Optional.of(interruptions()) : Optional.empty(),
        numbers.chance(0.3) ? numbers.value(0, 1) : Value.ZERO,
        price,
        noiseOfCarrier());
  }

  private Carrier.Opening opening() {
    return new Carrier.Opening(
        start.plusMonths(numbers.oneOf(-24, 0, 1, numbers.whole(-6, months + 6))),
        numbers.chance(0.3) ? Value.ZERO : numbers.free(-6, 18),
        Value.of(uncertain ? numbers.oneOf(0.0, 0.1, 1.0) : numbers.probability()),
        numbers.oneOf(1, 1, 6, 18));
  }

  private Carrier.Interruptions interruptions() {
    return new Carrier.Interruptions(
        numbers.value(0, numbers.oneOf(0.2, 2.0)), numbers.value(1, numbers.oneOf(3, 20, 90)));
  }

  private Quantity quantity(double low, double high) {
    return new Quantity(
        numbers.value(low, high),
        numbers.value(-0.1, 0.15),
        numbers.season(),
        elasticities(),
        noiseOfCarrier());
  }

  private Optional<Noise> noiseOfCarrier() {
    if (numbers.chance(0.7)) {
      return Optional.empty();
    }
    return Optional.of(noise());
  }

  /** A carrier burns one that stands before it, so that there is no ring: oil, gas, electricity. */
  private Optional<Carrier.Fuel> fuel(String id, Carrier.Kind kind) {
    int place = carriers.indexOf(id);
    if (place == 0 || numbers.chance(0.3)) {
      return Optional.empty();
    }
    double perUnit = kind == Carrier.Kind.ELECTRICITY ? 0.006 : 0.5;
    return Optional.of(
        new Carrier.Fuel(
            carriers.get(numbers.whole(0, place - 1)),
            numbers.value(0, 1),
            numbers.value(0, perUnit)));
  }

  private Carrier.Storage storage(double size) {
    List<Integer> all = IntStream.rangeClosed(1, 12).boxed().toList();
    return new Carrier.Storage(
        numbers.value(20 * size, 40 * size),
        numbers.value(0, 20 * size),
        numbers.value(0, 0.3 * size),
        numbers.value(0, 0.3 * size),
        numbers.some(all, 0.5));
  }

  private Map<String, Carrier.Project> projects(double size) {
    Map<String, Carrier.Project> projects = new LinkedHashMap<>();
    for (int i = 0; i < numbers.whole(0, most(4)); i++) {
      int planned = numbers.oneOf(-24, 0, 1, numbers.whole(-6, months + 6));
      projects.put(
          "project-" + i,
          new Carrier.Project(
              numbers.value(0, 0.3 * size),
              start.plusMonths(planned),
              numbers.chance(0.3) ? Value.ZERO : numbers.free(-6, 18),
              Value.of(uncertain ? numbers.oneOf(0.0, 0.1, 1.0) : numbers.probability()),
              numbers.oneOf(1, 1, 6, 18),
              numbers.value(0, 1)));
    }
    return projects;
  }

  // Trade

  private void flow(String id) {
    boolean outward = numbers.chance(0.6);
    boolean rivals = numbers.chance(0.7);
    Optional<Noise> noise = noise(id);
    scenario.flow(
        id,
        new Flow(
            outward ? A : B,
            outward ? B : A,
            numbers.positive(1e7, 8e9),
            rivals ? numbers.value(0.05, 1) : Value.ONE,
            rivals || numbers.chance(0.2) ? Optional.of(numbers.value(1.2, 6)) : Optional.empty(),
            numbers.chance(0.5) ? Value.ONE : numbers.value(0, 2),
            false,
            numbers.value(-0.1, 0.15),
            elasticities(),
            noise,
            numbers.season(),
            factors()));
  }

  private Optional<Noise> noise(String id) {
    if (numbers.chance(0.4)) {
      return Optional.empty();
    }
    shocks.add(id);
    return Optional.of(noise());
  }

  /** One that begins at the start, or has long been going on. */
  private Noise noise() {
    Noise young = new Noise(reversion(), volatility());
    return !uncertain || numbers.chance(0.7)
        ? young
        : new Noise(
            numbers.value(0.2, 4), young.volatility(), Optional.of(numbers.free(-0.5, 0.5)));
  }

  private void partners() {
    List<String> ids =
        IntStream.range(0, numbers.whole(0, most(4))).mapToObj(i -> "partner-" + i).toList();
    for (String id : ids) {
      scenario.partner(
          id,
          new Partner(
              numbers.positive(1e8, 1e10),
              numbers.value(-0.1, 0.15),
              elasticities(),
              noise(id),
              factors()));
    }
    if (!ids.isEmpty() && numbers.chance(0.5)) {
      scenario.rankOf(numbers.some(targets(), 0.6));
    }
  }

  private void payments() {
    Optional<String> waiver =
        waivers.isEmpty() || numbers.chance(0.3) ? Optional.empty() : Optional.of(oneOf(waivers));
    Optional<Value> limit =
        numbers.chance(0.3) ? Optional.empty() : Optional.of(numbers.value(0, 2e9));
    scenario.payments(
        new Payments(
            waiver,
            numbers.value(0, 1),
            numbers.value(0, 1),
            numbers.value(0, 0.2),
            new Payments.Arrears(numbers.value(0, 3e9), limit, numbers.value(0, 1))));
  }

  /** Without uncertainty, a rate of 0 never starts an episode, and one of 1 000 always does. */
  private Unrest unrest() {
    Value rate = uncertain ? numbers.value(0, 0.2) : Value.of(numbers.oneOf(0.0, 1000.0));
    Value onUnserved = uncertain ? numbers.free(-2, 6) : Value.ZERO;
    return new Unrest(rate, onUnserved, numbers.whole(1, 4), numbers.value(0, 1));
  }

  // Correlations and questions

  private void correlations() {
    correlate(numbers.some(shocks, 0.6));
    correlate(
        numbers.some(
            numbers.parameters().entrySet().stream()
                .filter(parameter -> parameter.getValue() instanceof Distribution)
                .map(Map.Entry::getKey)
                .toList(),
            0.6));
  }

  /**
   * Numbers that share one factor: rho is the product of two loadings; loadings of ±1 are singular.
   */
  private void correlate(List<String> ids) {
    boolean singular = numbers.chance(0.2);
    double[] loadings =
        ids.stream()
            .mapToDouble(id -> singular ? numbers.oneOf(-1.0, 1.0) : numbers.fixed(-0.95, 0.95))
            .toArray();
    for (int i = 0; i < ids.size(); i++) {
      for (int j = i + 1; j < ids.size(); j++) {
        boolean swap = numbers.chance(0.5);
        scenario.correlation(
            ids.get(swap ? j : i), ids.get(swap ? i : j), loadings[i] * loadings[j]);
      }
    }
  }

  private void questions() {
    new RandomQuestions(numbers, scenario.buildUnchecked()).addTo(scenario, most(12));
  }
}
