package io.corridor.model;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks the section {@code energy}. */
final class EnergyCheck {
  /** What sums over the hours may miss 1 by, rounding allowed for. */
  private static final double SUM_TOLERANCE = 0.001 + 1e-12;

  private final Scenario scenario;
  private final Energy energy;
  private final NumberCheck numbers;
  private final NameCheck names;
  private final DateCheck dates;
  private final Problems problems;

  EnergyCheck(
      Scenario scenario,
      Energy energy,
      NumberCheck numbers,
      NameCheck names,
      DateCheck dates,
      Problems problems) {
    this.scenario = scenario;
    this.energy = energy;
    this.dates = dates;
    this.numbers = numbers;
    this.names = names;
    this.problems = problems;
  }

  /** Checks the carriers together. */
  void energy(KeyPath key) {
    if (energy.carriers().isEmpty()) {
      problems.add(key.child("carriers"), "must have at least one carrier");
    }
    rings()
        .forEach(
            (id, ring) ->
                problems.add(
                    key.child("carriers", id, "supply", "fuel", "carrier"),
                    "carriers may not burn each other in a ring: " + ring));
  }

  /** Checks what the keys of a carrier must agree on. */
  void carrier(KeyPath key, Carrier carrier) {
    if (carrier.storage().isPresent() && carrier.kind() == Carrier.Kind.ELECTRICITY) {
      problems.add(key.child("storage"), "electricity has no storage; gas and oil have");
    }
    if (carrier.storage().isPresent() && !carrier.demand().blocks().isEmpty()) {
      problems.add(
          key.child("demand", "blocks"),
          "hours can't be told apart where there is a store, which evens them out; leave out"
              + " `blocks` or `storage`");
    }
    imports(key, carrier);
  }

  private void imports(KeyPath key, Carrier carrier) {
    if (!carrier.namesSources()) {
      Carrier.Source source = requireNonNull(carrier.sources().get(""));
      if (source.from().isPresent() || source.price().isPresent()) {
        problems.add(
            key.child("imports"),
            "a source without a name has no `from` and no `price` of its own");
      }
      if (carrier.price().isEmpty()) {
        problems.add(key.child("price"), "is missing; must be a price");
      }
      return;
    }
    if (carrier.sources().isEmpty()) {
      problems.add(key.child("imports", "sources"), "must have at least one source");
    }
    carrier
        .sources()
        .forEach(
            (id, source) -> {
              if (source.price().isEmpty() && carrier.price().isEmpty()) {
                problems.add(
                    key.child("imports", "sources", id, "price"),
                    "is missing, and the carrier has no `price` for sources without one");
              }
            });
  }

  /** Checks who delivers. */
  void source(KeyPath key, Carrier.Source source) {
    String importer = scenario.parties().importer();
    if (source.from().filter(importer::equals).isPresent()) {
      problems.add(
          key.child("from"),
          Wording.quote(importer)
              + " is the importer; what it makes itself is `supply`, and a source is of another");
    }
  }

  /** Checks that blocks are a month's hours, and their factors of mean 1. */
  void demand(KeyPath key, Carrier.Demand demand) {
    if (demand.blocks().isEmpty()) {
      return;
    }
    double hours = 0;
    double mean = 0;
    for (Carrier.Block block : demand.blocks()) {
      hours += block.hours();
      mean += block.hours() * block.factor();
    }
    sum(key.child("blocks"), "the hours of the blocks must sum to 1", hours, "");
    sum(
        key.child("blocks"),
        "the factors' mean over the hours, the sum of hours times factor, must be 1",
        mean,
        "; divide the factors by that");
  }

  private void sum(KeyPath key, String must, double sum, String remedy) {
    if (Double.isFinite(sum) && Math.abs(sum - 1) > SUM_TOLERANCE) {
      problems.add(key, must + " within 0.1 %, not " + Wording.number(sum) + remedy);
    }
  }

  /** Checks what the keys of units must agree on. */
  void units(KeyPath key, Carrier.Units units) {
    if (numbers.support(units.outage()).filter(support -> support.reaches(1)).isPresent()) {
      problems.add(
          key.child("outage"),
          "must be below 1: units that never run are left out, or end with `until`");
    }
    if (units.from().isPresent() && units.until().isPresent()) {
      dates.inOrder(key.child("until"), units.from().get(), units.until().get());
    }
  }

  /** Checks what the keys of a store must agree on. */
  void storage(KeyPath key, Carrier.Storage storage) {
    content(key.child("start"), storage);
    Set<Integer> seen = new HashSet<>();
    for (int i = 0; i < storage.fillMonths().size(); i++) {
      names.once(key.child("fill-months").item(i), storage.fillMonths().get(i), seen);
    }
  }

  /** The same parameter in both places is the same number, whatever its distribution. */
  private void content(KeyPath key, Carrier.Storage storage) {
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

  /**
   * Returns each ring of fuels in words, by the carrier to report it at. A carrier burns one fuel
   * at most, so following fuels comes to an end, to a carrier of an earlier walk, or back to this
   * one.
   */
  private Map<String, String> rings() {
    Map<String, String> rings = new LinkedHashMap<>();
    Map<String, String> walks = new HashMap<>();
    for (String first : energy.carriers().keySet()) {
      String carrier = first;
      while (carrier != null && walks.putIfAbsent(carrier, first) == null) {
        carrier = fuelOf(carrier);
      }
      if (carrier != null && first.equals(walks.get(carrier))) {
        rings.put(carrier, ring(carrier));
      }
    }
    return rings;
  }

  /** Returns the known fuel of {@code carrier}, or null. */
  private @Nullable String fuelOf(String carrier) {
    return requireNonNull(energy.carriers().get(carrier))
        .supply()
        .fuel()
        .map(Carrier.Fuel::carrier)
        .filter(energy.carriers()::containsKey)
        .orElse(null);
  }

  private String ring(String first) {
    List<String> ring = new ArrayList<>(List.of(first));
    for (String next = fuelOf(first); next != null && !next.equals(first); next = fuelOf(next)) {
      ring.add(next);
    }
    return Wording.ring(ring);
  }
}
