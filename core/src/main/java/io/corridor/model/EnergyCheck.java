package io.corridor.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Checks the section {@code energy}. */
final class EnergyCheck {
  private static final int MONTHS_OF_YEAR = 12;

  private final Energy energy;
  private final NumberCheck numbers;
  private final NameCheck names;
  private final RegimeCheck regimes;
  private final DriverCheck drivers;
  private final DateCheck dates;
  private final Problems problems;

  EnergyCheck(
      Energy energy,
      NumberCheck numbers,
      NameCheck names,
      RegimeCheck regimes,
      DriverCheck drivers,
      DateCheck dates,
      Problems problems) {
    this.energy = energy;
    this.numbers = numbers;
    this.names = names;
    this.regimes = regimes;
    this.drivers = drivers;
    this.dates = dates;
    this.problems = problems;
  }

  /** Checks the section. */
  void section() {
    numbers.value("energy.annual-value", energy.annualValue(), Range.NOT_NEGATIVE);
    named("energy.dependency-of", energy.dependencyOf());
    named("energy.unserved-of", energy.unservedOf());
    if (energy.carriers().isEmpty()) {
      problems.add("energy.carriers", "must have at least one carrier");
    }
    Map<String, String> rings = rings();
    energy
        .carriers()
        .forEach((id, carrier) -> carrier("energy.carriers." + id, id, carrier, rings.get(id)));
  }

  private void named(String key, Optional<String> carrier) {
    carrier.ifPresent(id -> names.reference(key, "carrier", id, energy.carriers().keySet()));
  }

  private void carrier(String key, String id, Carrier carrier, String ring) {
    names.shared(key, id);
    numbers.quantity(key + ".demand", carrier.demand(), drivers);
    numbers.quantity(key + ".supply", carrier.supply().quantity(), drivers);
    carrier.supply().fuel().ifPresent(fuel -> fuel(key + ".supply.fuel", fuel, ring));
    imports(key + ".imports", carrier.imports());
    price(key + ".price", carrier.price());
    carrier.storage().ifPresent(storage -> storage(key + ".storage", carrier.kind(), storage));
    carrier
        .projects()
        .forEach((project, plan) -> project(key + ".projects." + project, project, plan));
  }

  private void fuel(String key, Carrier.Fuel fuel, String ring) {
    names.reference(key + ".carrier", "carrier", fuel.carrier(), energy.carriers().keySet());
    if (ring != null) {
      problems.add(key + ".carrier", "carriers may not burn each other in a ring: " + ring);
    }
    numbers.value(key + ".share", fuel.share(), Range.FRACTION);
    numbers.value(key + ".per-unit", fuel.perUnit(), Range.NOT_NEGATIVE);
  }

  private void imports(String key, Carrier.Imports imports) {
    if (imports.capacity() instanceof DatedPoints points) {
      drivers.points(key + ".capacity", points, Range.NOT_NEGATIVE);
    } else {
      numbers.value(key + ".capacity", (Value) imports.capacity(), Range.NOT_NEGATIVE);
    }
    numbers.season(key + ".season", imports.season());
    drivers.elasticities(key + ".elasticities", imports.elasticities());
    regimes.factors(key + ".regime-factor", imports.regimeFactor());
  }

  private void price(String key, Carrier.Price price) {
    numbers.value(key + ".base", price.base(), Range.NOT_NEGATIVE);
    drivers.elasticities(key + ".elasticities", price.elasticities());
    regimes.factors(key + ".regime-factor", price.regimeFactor());
  }

  private void storage(String key, Carrier.Kind kind, Carrier.Storage storage) {
    if (kind == Carrier.Kind.ELECTRICITY) {
      problems.add(key, "electricity has no storage; gas and oil have");
    }
    numbers.value(key + ".capacity", storage.capacity(), Range.NOT_NEGATIVE);
    numbers.value(key + ".start", storage.start(), Range.NOT_NEGATIVE);
    content(key + ".start", storage);
    numbers.value(key + ".injection", storage.injection(), Range.NOT_NEGATIVE);
    numbers.value(key + ".withdrawal", storage.withdrawal(), Range.NOT_NEGATIVE);
    Set<Integer> seen = new HashSet<>();
    for (int i = 0; i < storage.fillMonths().size(); i++) {
      fillMonth(key + ".fill-months." + i, storage.fillMonths().get(i), seen);
    }
  }

  /** The same parameter in both places is the same number, whatever its distribution. */
  private void content(String key, Carrier.Storage storage) {
    Optional<Support> start = numbers.support(storage.start());
    Optional<Support> capacity = numbers.support(storage.capacity());
    boolean same =
        storage.start() instanceof Value.Parameter && storage.start().equals(storage.capacity());
    if (!same
        && start.isPresent()
        && capacity.isPresent()
        && start.get().high() > capacity.get().low()) {
      problems.add(
          key,
          "must not exceed the capacity, but it "
              + start.get().words()
              + " and the capacity "
              + capacity.get().words());
    }
  }

  private void fillMonth(String key, int month, Set<Integer> seen) {
    if (month < 1 || month > MONTHS_OF_YEAR) {
      problems.add(key, "must be a month from 1 (January) to 12 (December), not " + month);
    }
    names.once(key, month, seen);
  }

  private void project(String key, String id, Carrier.Project project) {
    names.id(key, id);
    numbers.value(key + ".capacity", project.capacity(), Range.NOT_NEGATIVE);
    dates.month(key + ".planned", project.planned());
    numbers.value(key + ".delay", project.delay(), Range.FREE);
    numbers.value(key + ".cancel", project.cancel(), Range.FRACTION);
    numbers.duration(key + ".ramp-months", project.rampMonths());
    numbers.value(key + ".availability", project.availability(), Range.FRACTION);
  }

  /**
   * Returns each ring of fuels in words, by the carrier to report it at. A carrier burns one fuel
   * at most, so following fuels comes to an end, to a carrier of an earlier walk, or back to this
   * one.
   */
  private Map<String, String> rings() {
    Map<String, String> rings = new HashMap<>();
    Map<String, String> walks = new HashMap<>();
    for (String first : energy.carriers().keySet()) {
      String carrier = first;
      while (carrier != null && walks.putIfAbsent(carrier, first) == null) {
        carrier = fuelOf(carrier);
      }
      if (carrier != null && walks.get(carrier).equals(first)) {
        rings.put(carrier, ring(carrier));
      }
    }
    return rings;
  }

  /** Returns the known fuel of {@code carrier}, or null. */
  private String fuelOf(String carrier) {
    return energy
        .carriers()
        .get(carrier)
        .supply()
        .fuel()
        .map(Carrier.Fuel::carrier)
        .filter(energy.carriers()::containsKey)
        .orElse(null);
  }

  private String ring(String first) {
    List<String> ring = new ArrayList<>(List.of(first));
    for (String next = fuelOf(first); !next.equals(first); next = fuelOf(next)) {
      ring.add(next);
    }
    return Wording.ring(ring);
  }
}
