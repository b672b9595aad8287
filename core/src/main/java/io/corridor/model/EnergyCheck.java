package io.corridor.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Checks the section {@code energy}. */
final class EnergyCheck {
  private final Energy energy;
  private final NumberCheck numbers;
  private final NameCheck names;
  private final Problems problems;

  EnergyCheck(Energy energy, NumberCheck numbers, NameCheck names, Problems problems) {
    this.energy = energy;
    this.numbers = numbers;
    this.names = names;
    this.problems = problems;
  }

  /** Checks the carriers together. */
  void energy(String key) {
    if (energy.carriers().isEmpty()) {
      problems.add(key + ".carriers", "must have at least one carrier");
    }
    rings()
        .forEach(
            (id, ring) ->
                problems.add(
                    key + ".carriers." + id + ".supply.fuel.carrier",
                    "carriers may not burn each other in a ring: " + ring));
  }

  /** Checks what the keys of a carrier must agree on. */
  void carrier(String key, Carrier carrier) {
    if (carrier.storage().isPresent() && carrier.kind() == Carrier.Kind.ELECTRICITY) {
      problems.add(key + ".storage", "electricity has no storage; gas and oil have");
    }
  }

  /** Checks what the keys of a store must agree on. */
  void storage(String key, Carrier.Storage storage) {
    content(key + ".start", storage);
    Set<Integer> seen = new HashSet<>();
    for (int i = 0; i < storage.fillMonths().size(); i++) {
      names.once(key + ".fill-months." + i, storage.fillMonths().get(i), seen);
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
