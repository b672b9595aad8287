package io.corridor.scenarios.internal.format;

import io.corridor.model.Carrier;
import io.corridor.model.Carrier.Kind;
import io.corridor.model.Carrier.Project;
import io.corridor.model.Carrier.Storage;
import io.corridor.model.Limits;
import io.corridor.model.Quantity;
import io.corridor.model.Range;
import io.corridor.model.Schedule;
import io.corridor.model.Value;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The sections of carriers of one kind. */
record CarrierSections(Kind kind) {

  private Measure flow() {
    return Measure.inUnit(kind.unit());
  }

  private Measure volume() {
    return kind.storageUnit().isEmpty() ? flow() : Measure.inUnit(kind.storageUnit());
  }

  private String of(String noun) {
    return noun + " of " + kind.key();
  }

  private Values flows() {
    return Values.of(flow(), Range.NOT_NEGATIVE);
  }

  private Key<Quantity, Value> base() {
    return Key.required("base", flows(), Quantity::base, "at the start");
  }

  private static final Key<Quantity, Value> GROWTH =
      Key.optional(
          "growth",
          Values.of(Dimension.YEARLY, Range.ABOVE_MINUS_ONE),
          Quantity::growth,
          Value.ZERO,
          "per year; default 0");
  private static final Key<Quantity, List<Double>> SEASON =
      Key.optional(
          "season", Shapes.SEASON, Quantity::season, List.of(), "twelve factors, January first");
  private static final Key<Quantity, Map<String, Value>> ELASTICITIES =
      Key.optional(
          "elasticities", Shapes.ELASTICITIES, Quantity::elasticities, Map.of(), "by driver");

  private Section<Quantity> quantity() {
    Key<Quantity, Value> base = base();
    return Section.of(
        of("demand"),
        List.of(base, GROWTH, SEASON, ELASTICITIES),
        in -> new Quantity(in.get(base), in.get(GROWTH), in.get(SEASON), in.get(ELASTICITIES)));
  }

  private Section<Carrier.Supply> supply() {
    Key<Carrier.Supply, Value> base =
        Key.required("base", flows(), s -> s.quantity().base(), "at the start");
    Key<Carrier.Supply, Value> growth = supplied(GROWTH);
    Key<Carrier.Supply, List<Double>> season = supplied(SEASON);
    Key<Carrier.Supply, Map<String, Value>> elasticities = supplied(ELASTICITIES);
    Key<Carrier.Supply, Optional<Carrier.Fuel>> fuel =
        Key.maybe("fuel", fuel(), Carrier.Supply::fuel, "the carrier that it burns");
    return Section.of(
        of("supply"),
        List.of(base, growth, season, elasticities, fuel),
        in ->
            new Carrier.Supply(
                new Quantity(in.get(base), in.get(growth), in.get(season), in.get(elasticities)),
                in.get(fuel)));
  }

  private static <V> Key<Carrier.Supply, V> supplied(Key<Quantity, V> key) {
    return Key.optional(
        key.name(),
        key.shape(),
        supply -> key.getter().apply(supply.quantity()),
        key.fallback().orElseThrow(),
        key.says());
  }

  private static Section<Carrier.Fuel> fuel() {
    Key<Carrier.Fuel, String> carrier =
        Key.required("carrier", Scalars.ID, Carrier.Fuel::carrier, "the fuel");
    Key<Carrier.Fuel, Value> share =
        Key.required(
            "share",
            Values.of(Dimension.FRACTION, Range.FRACTION),
            Carrier.Fuel::share,
            "of domestic supply that burns it");
    Key<Carrier.Fuel, Value> perUnit =
        Key.required(
            "per-unit",
            Values.of(Dimension.NUMBER, Range.NOT_NEGATIVE),
            Carrier.Fuel::perUnit,
            "fuel, in its unit, for each unit of supply");
    return Section.of(
        "a fuel",
        List.of(carrier, share, perUnit),
        in -> new Carrier.Fuel(in.get(carrier), in.get(share), in.get(perUnit)));
  }

  private Section<Carrier.Imports> imports() {
    Key<Carrier.Imports, Schedule> capacity =
        Key.required(
            "capacity",
            Shapes.schedule(flow(), Range.NOT_NEGATIVE),
            Carrier.Imports::capacity,
            "what the exporter can deliver; a number, or numbers by month");
    Key<Carrier.Imports, List<Double>> season =
        Key.optional("season", Shapes.SEASON, Carrier.Imports::season, List.of(), "twelve factors");
    Key<Carrier.Imports, Map<String, Value>> elasticities =
        Key.optional(
            "elasticities",
            Shapes.ELASTICITIES,
            Carrier.Imports::elasticities,
            Map.of(),
            "by driver");
    Key<Carrier.Imports, Map<String, Value>> regimeFactor =
        Key.optional(
            "regime-factor",
            Shapes.REGIME_FACTOR,
            Carrier.Imports::regimeFactor,
            Map.of(),
            "by regime; 1 where absent");
    return Section.of(
        of("imports"),
        List.of(capacity, season, elasticities, regimeFactor),
        in ->
            new Carrier.Imports(
                in.get(capacity), in.get(season), in.get(elasticities), in.get(regimeFactor)));
  }

  private Section<Carrier.Price> price() {
    Key<Carrier.Price, Value> base =
        Key.required(
            "base",
            Values.of(Measure.inUnit(kind.priceUnit()), Range.NOT_NEGATIVE),
            Carrier.Price::base,
            "border price at the start");
    Key<Carrier.Price, Map<String, Value>> elasticities =
        Key.optional(
            "elasticities",
            Shapes.ELASTICITIES,
            Carrier.Price::elasticities,
            Map.of(),
            "by driver");
    Key<Carrier.Price, Map<String, Value>> regimeFactor =
        Key.optional(
            "regime-factor",
            Shapes.REGIME_FACTOR,
            Carrier.Price::regimeFactor,
            Map.of(),
            "by regime; 1 where absent");
    return Section.of(
        of("price"),
        List.of(base, elasticities, regimeFactor),
        in -> new Carrier.Price(in.get(base), in.get(elasticities), in.get(regimeFactor)));
  }

  private Section<Storage> storage() {
    Values volumes = Values.of(volume(), Range.NOT_NEGATIVE);
    Key<Storage, Value> capacity =
        Key.required("capacity", volumes, Storage::capacity, "what it holds");
    Key<Storage, Value> start =
        Key.required("start", volumes, Storage::start, "content at the start");
    Key<Storage, Value> injection =
        Key.required("injection", flows(), Storage::injection, "most that goes in");
    Key<Storage, Value> withdrawal =
        Key.required("withdrawal", flows(), Storage::withdrawal, "most that comes out");
    Key<Storage, List<Integer>> fillMonths =
        Key.required(
            "fill-months",
            ListOf.any("a list of calendar months", Numbers.whole(Dimension.NUMBER, 1, 12)),
            Storage::fillMonths,
            "calendar months, 1 to 12, in which it is filled");
    return Section.of(
        of("storage"),
        List.of(capacity, start, injection, withdrawal, fillMonths),
        in ->
            new Storage(
                in.get(capacity),
                in.get(start),
                in.get(injection),
                in.get(withdrawal),
                in.get(fillMonths)));
  }

  private Section<Project> project() {
    Values fraction = Values.of(Dimension.FRACTION, Range.FRACTION);
    Key<Project, Value> capacity =
        Key.required("capacity", flows(), Project::capacity, "when complete");
    Key<Project, YearMonth> planned =
        Key.required(
            "planned", Scalars.MONTH_OF_YEAR, Project::planned, "month of completion as planned");
    Key<Project, Value> delay =
        Key.optional(
            "delay",
            Values.of(Dimension.MONTHS, Range.FREE).ofEitherSign(),
            Project::delay,
            Value.ZERO,
            "months, may be negative; default 0");
    Key<Project, Value> cancel =
        Key.optional("cancel", fraction, Project::cancel, Value.ZERO, "probability; default 0");
    Key<Project, Integer> ramp =
        Key.optional(
            "ramp-months",
            Numbers.whole(Dimension.MONTHS, 1, Limits.DURATION),
            Project::rampMonths,
            1,
            "from completion to full supply; default 1");
    Key<Project, Value> availability =
        Key.optional(
            "availability",
            fraction,
            Project::availability,
            Value.ONE,
            "share of capacity supplied; default 1");
    return Section.of(
        of("a project"),
        List.of(capacity, planned, delay, cancel, ramp, availability),
        in ->
            new Project(
                in.get(capacity),
                in.get(planned),
                in.get(delay),
                in.get(cancel),
                in.get(ramp),
                in.get(availability)));
  }

  /** Returns the section of a carrier, whose id says its kind, or not. */
  Section<Carrier> carrier(boolean named) {
    Word<Kind> word = new Word<>(Map.of(kind.key(), kind));
    Key<Carrier, Kind> kindKey =
        new Key<>(
            CarrierFormat.KIND,
            word,
            Carrier::kind,
            named ? Optional.of(kind) : Optional.empty(),
            "electricity, gas or oil; needed where the id is none of these");
    Key<Carrier, Quantity> demand =
        Key.required("demand", quantity(), Carrier::demand, "the importer's own demand");
    Key<Carrier, Carrier.Supply> supply =
        Key.required("supply", supply(), Carrier::supply, "the importer's domestic supply");
    Key<Carrier, Carrier.Imports> imports =
        Key.required("imports", imports(), Carrier::imports, "what the exporter can deliver");
    Key<Carrier, Carrier.Price> price =
        Key.required("price", price(), Carrier::price, "the border price");
    Key<Carrier, Optional<Storage>> storage =
        Key.maybe("storage", storage(), Carrier::storage, "the importer's store");
    Key<Carrier, Map<String, Project>> projects =
        Key.optional(
            "projects",
            MapOf.ids("a mapping of projects", project()),
            Carrier::projects,
            Map.of(),
            "what adds to domestic supply, by id");
    return Section.of(
        (named ? "the carrier " : "a carrier of kind ") + kind.key(),
        List.of(kindKey, demand, supply, imports, price, storage, projects),
        in ->
            new Carrier(
                kind,
                in.get(demand),
                in.get(supply),
                in.get(imports),
                in.get(price),
                in.get(storage),
                in.get(projects)));
  }
}
