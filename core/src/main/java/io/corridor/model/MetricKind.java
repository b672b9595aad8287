package io.corridor.model;

import static io.corridor.model.MetricUnit.FRACTION;
import static io.corridor.model.MetricUnit.HOURS_A_DAY;
import static io.corridor.model.MetricUnit.MONEY;
import static io.corridor.model.MetricUnit.MONEY_PER_MONTH;
import static io.corridor.model.MetricUnit.MONEY_PER_YEAR;
import static io.corridor.model.MetricUnit.NUMBER;
import static io.corridor.model.MetricUnit.OWN;
import static io.corridor.model.MetricUnit.PLACE;
import static io.corridor.model.MetricUnit.PRICE;
import static io.corridor.model.MetricUnit.STORED;
import static io.corridor.model.MetricUnit.SWITCH;
import static io.corridor.model.MetricUnit.VOLUME;
import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The kinds of metrics: each is declared here once, with its id, unit and noun, and what it is of.
 *
 * <p>In ids and nouns, {@code ID} stands for what a metric is of, and {@code S} for a source of a
 * carrier. Nouns also have {@code EXPORTER}, {@code IMPORTER}, {@code SELLER} (of a flow) and
 * {@code TRADE} (in what a flow is of).
 */
public enum MetricKind {
  /** Trade both ways, energy included. */
  TOTAL(Owner.TRADE, "total", MONEY_PER_MONTH, "monthly trade"),
  /** The exporter's sales to the importer, energy included. */
  EXPORTS(Owner.TRADE, "exports", MONEY_PER_MONTH, "monthly exports"),
  /** The importer's sales to the exporter. */
  IMPORTS(Owner.TRADE, "imports", MONEY_PER_MONTH, "monthly imports"),
  /** Exports less imports. */
  BALANCE(Owner.TRADE, "balance", MONEY_PER_MONTH, "the monthly trade balance"),
  /** Trade of the last twelve months; before the start as stated. */
  TOTAL_OF_YEAR(Owner.TRADE, "total.12m", MONEY_PER_YEAR, "trade"),
  /** The exporter's trade with another partner in the last twelve months. */
  PARTNER_OF_YEAR(Owner.PARTNER, "partner.ID.12m", MONEY_PER_YEAR, "EXPORTER's trade with ID"),
  /** The importer's place among the exporter's partners, 1 the largest. */
  RANK(Owner.PARTNERS, "rank", PLACE, "IMPORTER's rank among the partners of EXPORTER"),
  /** What of the trade is compared with that of other partners. */
  COMPARED_OF_YEAR(Owner.PARTNERS, "compared.12m", MONEY_PER_YEAR, "comparable trade"),
  /** The value of a flow. */
  FLOW(Owner.FLOW, "flow.ID", MONEY_PER_MONTH, "TRADE"),
  /** What rivals gain of a flow. */
  FLOW_DIVERTED(Owner.FLOW, "flow.ID.diverted", MONEY_PER_MONTH, "TRADE diverted to rivals"),
  /** The seller's share of what the buyer spends. */
  FLOW_SHARE(Owner.FLOW, "flow.ID.share", FRACTION, "SELLER's share of spending on ID"),
  /** What sanctions add to the price of a flow. */
  FLOW_COST(Owner.FLOW, "flow.ID.cost", FRACTION, "the sanctions' cost on ID"),
  /** What a country sells abroad, at its border. */
  WORLD_EXPORTS(Owner.COUNTRY, "world.exports.ID", MONEY_PER_YEAR, "ID's exports"),
  /** What a country buys abroad, at the exporters' borders. */
  WORLD_IMPORTS(Owner.COUNTRY, "world.imports.ID", MONEY_PER_YEAR, "ID's imports"),
  /** The share of a country's spending that stays at home. */
  WORLD_HOME(Owner.COUNTRY, "world.home.ID", FRACTION, "ID's purchases at home"),
  /** Real spending; 1 on the day before. */
  WORLD_WELFARE(Owner.COUNTRY, "world.welfare.ID", FRACTION, "ID's welfare"),
  /** Income from what is made, over prices; 1 on the day before. */
  WORLD_REAL_INCOME(Owner.COUNTRY, "world.real-income.ID", FRACTION, "ID's real income"),
  /** What a country's spending costs; 1 on the day before. */
  WORLD_PRICE(Owner.COUNTRY, "world.price.ID", FRACTION, "prices in ID"),
  /** What is paid for what a country makes; 1 on the day before. */
  WORLD_FACTORY_PRICE(Owner.COUNTRY, "world.factory-price.ID", FRACTION, "prices of what ID makes"),
  /** What a country's tariffs bring in. */
  WORLD_REVENUE(Owner.COUNTRY, "world.revenue.ID", MONEY_PER_YEAR, "ID's tariff revenue"),
  /** What a country sells to another, at its border. */
  PAIR_EXPORTS(Owner.PAIR, "world.exports.ID.S", MONEY_PER_YEAR, "ID's exports to S"),
  /** A country's share of what another buys abroad. */
  PAIR_SHARE(Owner.PAIR, "world.share.ID.S", FRACTION, "ID's share of S's imports"),
  /** A country's place among another's suppliers. */
  PAIR_RANK(Owner.PAIR, "world.rank.ID.S", PLACE, "ID's rank among the suppliers of S"),
  /** By how much trade is dearer than on the day before, tariffs apart. */
  PAIR_COST(Owner.PAIR, "world.cost.ID.S", FRACTION, "the added cost of ID's exports to S"),
  /** The tariff on what a country sells to another. */
  PAIR_TARIFF(Owner.PAIR, "world.tariff.ID.S", FRACTION, "S's tariff on ID's exports"),
  /** Demand for a carrier, with the fuel needs of others. */
  DEMAND(Owner.CARRIER, "energy.ID.demand", VOLUME, "the demand for ID"),
  /** Domestic supply of a carrier, after what its fuel lacks. */
  DOMESTIC(Owner.CARRIER, "energy.ID.domestic", VOLUME, "domestic ID"),
  /** What domestic supply leaves of the demand for a carrier. */
  NEED(Owner.CARRIER, "energy.ID.need", VOLUME, "the need for imported ID"),
  /** What the sources of a carrier could deliver. */
  OFFERED(Owner.CARRIER, "energy.ID.offered", VOLUME, "the ID on offer"),
  /** What is imported of a carrier. */
  CARRIER_IMPORTS(Owner.CARRIER, "energy.ID.imports", VOLUME, "imported ID"),
  /** Demand for a carrier that isn't served. */
  UNSERVED(Owner.CARRIER, "energy.ID.unserved", VOLUME, "unserved demand for ID"),
  /** What is in store at the month's end. */
  STORAGE(
      Owner.CARRIER,
      "energy.ID.storage",
      STORED,
      "stored ID",
      carrier -> carrier.storage().isPresent()),
  /** The share of demand that isn't served. */
  UNSERVED_SHARE(Owner.CARRIER, "energy.ID.unserved-share", FRACTION, "the unserved share of ID"),
  /** The share of supply that comes from the exporter. */
  DEPENDENCY(Owner.CARRIER, "energy.ID.dependency", FRACTION, "the dependency on imported ID"),
  /** The share of imports that sanctions let through. */
  KEPT(Owner.CARRIER, "energy.ID.kept", FRACTION, "the share of ID imports that sanctions leave"),
  /** The price of a carrier. */
  CARRIER_PRICE(
      Owner.CARRIER,
      "energy.ID.price",
      PRICE,
      "the price of ID",
      carrier -> carrier.price().isPresent()),
  /** What is paid to the exporter for a carrier. */
  VALUE(Owner.CARRIER, "energy.ID.value", MONEY_PER_MONTH, "the value of imported ID"),
  /** What is imported from one source of a carrier. */
  SOURCE(Owner.CARRIER, "energy.ID.source.S", VOLUME, "ID from S", Carrier::namesSources),
  /** What all sources of a carrier cost, rivals too. */
  COST(
      Owner.CARRIER,
      "energy.ID.cost",
      MONEY_PER_MONTH,
      "the cost of imported ID",
      Carrier::namesSources),
  /** How much rests on few sources. */
  CONCENTRATION(
      Owner.CARRIER,
      "energy.ID.concentration",
      FRACTION,
      "the concentration of ID imports",
      Carrier::namesSources),
  /** Supply without the largest source over demand, at the peak. */
  WITHOUT_LARGEST(
      Owner.CARRIER, "energy.ID.n-1", FRACTION, "the N-1 ratio of ID", Carrier::namesSources),
  /** Hours a day in which something isn't served. */
  HOURS_SHORT(
      Owner.CARRIER,
      "energy.ID.hours-short",
      HOURS_A_DAY,
      "the time short of ID",
      Carrier::hasShortHours),
  /** What isn't served at the peak. */
  PEAK_UNSERVED(
      Owner.CARRIER,
      "energy.ID.peak-unserved",
      VOLUME,
      "unserved peak demand for ID",
      Carrier::hasShortHours),
  /** The share of the month's days on which a waiver is in force. */
  COVERAGE(Owner.WAIVER, "waiver.ID.coverage", FRACTION, "the coverage of ID"),
  /** What the importer gives up of what is prohibited. */
  COMPLIANCE(Owner.SANCTIONS, "compliance", FRACTION, "compliance"),
  /** Whether it is the month's regime. */
  REGIME(Owner.REGIME, "regime.ID", SWITCH, "the regime ID"),
  /** What is owed at the month's end. */
  ARREARS(Owner.PAYMENTS, "arrears", MONEY, "arrears"),
  /** The value of all carriers. */
  BILL(Owner.PAYMENTS, "bill", MONEY_PER_MONTH, "the energy bill"),
  /** What of bills and arrears is paid. */
  PAID(Owner.PAYMENTS, "paid", MONEY_PER_MONTH, "what is paid for energy"),
  /** Whether there is unrest. */
  UNREST(Owner.UNREST, "unrest", SWITCH, "unrest"),
  /** The value of a driver. */
  DRIVER(Owner.DRIVER, "driver.ID", OWN, "ID"),
  /** A weighted sum of metrics. */
  INDEX(Owner.INDEX, "index.ID", NUMBER, "ID"),

  /** What a country sold to another on the day before, at its border. */
  PAIR_BEFORE(
      Owner.REPLAY,
      "world.exports.ID.S.before",
      MONEY_PER_YEAR,
      "ID's exports to S on the day before"),
  /** The part of a carrier's domestic supply that comes from projects. */
  PROJECTS(Owner.REPLAY, "energy.ID.projects", VOLUME, "new projects of ID"),
  /** What is paid for of the only source of a carrier, bought or not. */
  BILLED(Owner.REPLAY, "energy.ID.billed", VOLUME, "billed ID"),
  /** The share of the month's days on which the only source of a carrier is interrupted. */
  DOWN(Owner.REPLAY, "energy.ID.down", FRACTION, "interruptions of ID"),
  /** What a source of a carrier could deliver. */
  SOURCE_OFFERED(Owner.REPLAY, "energy.ID.source.S.offered", VOLUME, "ID on offer from S"),
  /** What is paid for of a source, bought or not. */
  SOURCE_BILLED(Owner.REPLAY, "energy.ID.source.S.billed", VOLUME, "ID billed by S"),
  /** What a source costs. */
  SOURCE_COST(Owner.REPLAY, "energy.ID.source.S.cost", MONEY_PER_MONTH, "the cost of ID from S"),
  /** The share of the month's days on which a source is interrupted. */
  SOURCE_DOWN(Owner.REPLAY, "energy.ID.source.S.down", FRACTION, "interruptions of ID from S"),
  /**
   * At the month's end the first day without a waiver, counted from the start's first day as 0;
   * negative once it is lapsed.
   */
  EXPIRES(Owner.REPLAY, "waiver.ID.expires", NUMBER, "the expiry of ID"),
  /** Whether a measure is in force and enforced. */
  MEASURE_ON(Owner.REPLAY, "sanction.ID.on", SWITCH, "the measure ID"),
  /** The place of the regime after the month's transition, before its events. */
  TURNED_TO(Owner.REPLAY, "regime", NUMBER, "the regime before events");

  /** What metrics are of, in the order in which they are listed. */
  public enum Owner {
    /** The whole trade. */
    TRADE(scenario -> once(true)),
    /** Another partner of the exporter. */
    PARTNER(scenario -> scenario.partners().keySet()),
    /** All of these partners. */
    PARTNERS(scenario -> once(!scenario.partners().isEmpty())),
    /** A flow. */
    FLOW(scenario -> scenario.flows().keySet()),
    /** A country of the world. */
    COUNTRY(Scenario::countries),
    /** A country of the world and one that it sells to: {@code IRN IRQ}. */
    PAIR(Owner::pairs),
    /** An energy carrier. */
    CARRIER(scenario -> scenario.energy().map(e -> e.carriers().keySet()).orElse(Set.of())),
    /** A waiver. */
    WAIVER(scenario -> scenario.waivers().keySet()),
    /** All sanctions. */
    SANCTIONS(scenario -> once(!scenario.sanctions().isEmpty())),
    /** A state of the regime. */
    REGIME(scenario -> scenario.regime().<Collection<String>>map(Regime::states).orElse(Set.of())),
    /** The payments. */
    PAYMENTS(scenario -> once(scenario.payments().isPresent())),
    /** Unrest. */
    UNREST(scenario -> once(scenario.unrest().isPresent())),
    /** A driver. */
    DRIVER(scenario -> scenario.drivers().keySet()),
    /** An index. */
    INDEX(scenario -> scenario.indices().keySet()),
    /** No metric of a scenario: a column that explains metrics where paths are replayed. */
    REPLAY(scenario -> Set.of());

    private final Function<Scenario, Collection<String>> ids;

    Owner(Function<Scenario, Collection<String>> ids) {
      this.ids = ids;
    }

    /**
     * Returns the ids of all that a scenario has of them; one that is empty for what it has once.
     */
    Collection<String> ids(Scenario scenario) {
      return ids.apply(scenario);
    }

    private static List<String> pairs(Scenario scenario) {
      List<String> ids = scenario.countries();
      return ids.stream()
          .flatMap(from -> ids.stream().filter(to -> !to.equals(from)).map(to -> from + " " + to))
          .toList();
    }

    private static Set<String> once(boolean isThere) {
      return isThere ? Set.of("") : Set.of();
    }
  }

  private final Owner owner;
  private final List<String> pattern;
  private final MetricUnit unit;
  private final String noun;
  private final Predicate<Carrier> has;

  MetricKind(Owner owner, String pattern, MetricUnit unit, String noun) {
    this(owner, pattern, unit, noun, carrier -> true);
  }

  MetricKind(Owner owner, String pattern, MetricUnit unit, String noun, Predicate<Carrier> has) {
    this.owner = owner;
    this.pattern = List.of(pattern.split("[.]"));
    this.unit = unit;
    this.noun = noun;
    this.has = has;
  }

  /** Returns what metrics of the kind are of. */
  public Owner owner() {
    return owner;
  }

  /** Returns the form of their ids: {@code energy.ID.source.S}. */
  public String pattern() {
    return String.join(".", pattern);
  }

  /** Returns what their values are counted in. */
  public MetricUnit unit() {
    return unit;
  }

  /** Returns the noun for them: {@code ID from S}. */
  public String noun() {
    return noun;
  }

  /** Returns the value that others are seen against: 1 of what is 1 on the day before, else 0. */
  public double origin() {
    return switch (this) {
      case WORLD_WELFARE, WORLD_REAL_INCOME, WORLD_PRICE, WORLD_FACTORY_PRICE -> 1;
      default -> 0;
    };
  }

  /** Returns whether their values are of the last twelve months. */
  public boolean ofYear() {
    return pattern.contains("12m");
  }

  /** Returns the id of what is of {@code owners}: of a carrier, and one of its sources. */
  public String id(String... owners) {
    List<String> parts = new ArrayList<>(pattern);
    parts.replaceAll(part -> part.equals("ID") ? owners[0] : part.equals("S") ? owners[1] : part);
    return String.join(".", parts);
  }

  /** Returns the metric of {@code owners} whose values are in {@code unit}. */
  public Metric metric(String unit, String... owners) {
    return new Metric(id(owners), unit, this, List.of(owners));
  }

  /** Returns the metrics of what has the id {@code of} in a scenario. */
  List<Metric> metrics(Scenario scenario, String of) {
    if (owner == Owner.DRIVER) {
      return List.of(metric(requireNonNull(scenario.drivers().get(of), of).unit(), of));
    }
    if (owner == Owner.PAIR) {
      return List.of(metric(unit.words(), of.split(" ", 2)));
    }
    if (owner != Owner.CARRIER) {
      return List.of(pattern.contains("ID") ? metric(unit.words(), of) : metric(unit.words()));
    }
    Carrier carrier = requireNonNull(scenario.energy().orElseThrow().carriers().get(of), of);
    if (!has.test(carrier)) {
      return List.of();
    }
    String text = unit.words(carrier.kind());
    return this == SOURCE
        ? carrier.sources().keySet().stream().map(source -> metric(text, of, source)).toList()
        : List.of(metric(text, of));
  }

  /**
   * Returns the metric that an id is of, whether or not a scenario has it; without a unit where
   * that is the scenario's. Empty if no kind has such ids.
   */
  public static Optional<Metric> parse(String id) {
    List<String> parts = List.of(id.split("[.]", -1));
    for (MetricKind kind : values()) {
      List<String> owners = new ArrayList<>();
      boolean fits = parts.size() == kind.pattern.size();
      for (int i = 0; fits && i < parts.size(); i++) {
        String part = kind.pattern.get(i);
        if (part.equals("ID") || part.equals("S")) {
          owners.add(parts.get(i));
        } else {
          fits = part.equals(parts.get(i));
        }
      }
      if (fits) {
        String unit = kind.unit.isOfTheScenario() ? "" : kind.unit.words();
        return Optional.of(new Metric(id, unit, kind, owners));
      }
    }
    return Optional.empty();
  }

  /** Returns whether an id is that of a metric whose values are of the last twelve months. */
  public static boolean isOfYear(String id) {
    return parse(id).filter(metric -> metric.kind().ofYear()).isPresent();
  }

  /** Returns whether an id is that of a metric of the kind. */
  public boolean is(String id) {
    return parse(id).filter(metric -> metric.kind() == this).isPresent();
  }
}
