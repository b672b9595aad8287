package io.corridor.model;

import static io.corridor.model.Wording.number;
import static io.corridor.model.Wording.quote;
import static java.util.Objects.requireNonNull;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Checks the section {@code energy}. */
final class EnergyCheck {
  /** What sums over the hours may miss 1 by, rounding allowed for. */
  private static final double SUM_TOLERANCE = 0.001 + 1e-12;

  private final Checking in;

  EnergyCheck(Checking in) {
    this.in = in;
  }

  /** Checks the carriers together. */
  void energy(KeyPath key, Energy energy) {
    Map<String, Carrier> carriers = energy.carriers();
    if (carriers.isEmpty()) {
      in.add(key.child("carriers"), "must have at least one carrier");
    }
    Rings.of(
            carriers.keySet(),
            id ->
                requireNonNull(carriers.get(id)).supply().fuel().map(Carrier.Fuel::carrier).stream()
                    .filter(carriers::containsKey)
                    .toList())
        .forEach(
            ring ->
                in.add(
                    key.child("carriers", ring.get(0), "supply", "fuel", "carrier"),
                    "carriers may not burn each other in a ring: %s",
                    Wording.ring(ring)));
  }

  /** Checks what the keys of a carrier must agree on. */
  void carrier(KeyPath key, Carrier carrier) {
    if (carrier.storage().isPresent() && carrier.kind() == Carrier.Kind.ELECTRICITY) {
      in.add(key.child("storage"), "electricity has no storage; gas and oil have");
    }
    if (carrier.storage().isPresent() && !carrier.demand().blocks().isEmpty()) {
      in.add(
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
        in.add(
            key.child("imports"),
            "a source without a name has no `from` and no `price` of its own");
      }
      if (carrier.price().isEmpty()) {
        in.add(key.child("price"), "is missing; must be a price");
      }
      return;
    }
    if (carrier.sources().isEmpty()) {
      in.add(key.child("imports", "sources"), "must have at least one source");
    }
    carrier
        .sources()
        .forEach(
            (id, source) -> {
              if (source.price().isEmpty() && carrier.price().isEmpty()) {
                in.add(
                    key.child("imports", "sources", id, "price"),
                    "is missing, and the carrier has no `price` for sources without one");
              }
            });
  }

  /** Checks who delivers. */
  void source(KeyPath key, Carrier.Source source) {
    String importer = in.scenario.parties().importer();
    if (source.from().filter(importer::equals).isPresent()) {
      in.add(
          key.child("from"),
          "%s is the importer; what it makes itself is `supply`, and a source is of another",
          quote(importer));
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
      in.add(key, "%s within 0.1 %%, not %s%s", must, number(sum), remedy);
    }
  }

  /** Checks what the keys of units must agree on. */
  void units(KeyPath key, Carrier.Units units) {
    if (units.from().isPresent() && units.until().isPresent()) {
      in.dates.inOrder(key.child("until"), units.from().get(), units.until().get());
    }
  }

  /** Checks that an interruption lasts a day at least, and isn't written as less. */
  void interruptions(KeyPath key, Carrier.Interruptions interruptions) {
    in.numbers
        .support(interruptions.days())
        .filter(days -> days.low() >= 0 && days.high() < 1)
        .ifPresent(
            days ->
                in.add(
                    key.child("days"),
                    "must be at least 1, since an interruption lasts a day at least, but %s; let"
                        + " `rate-per-month` say that there are fewer",
                    days.words()));
  }

  /** Checks what the keys of a store must agree on. */
  void storage(KeyPath key, Carrier.Storage storage) {
    content(key.child("start"), storage);
    Set<Integer> seen = new HashSet<>();
    for (int i = 0; i < storage.fillMonths().size(); i++) {
      in.once(key.child("fill-months").item(i), storage.fillMonths().get(i), seen);
    }
  }

  /** The same parameter in both places is the same number, whatever its distribution. */
  private void content(KeyPath key, Carrier.Storage storage) {
    Optional<Support> start = in.numbers.support(storage.start());
    Optional<Support> capacity = in.numbers.support(storage.capacity());
    boolean same =
        storage.start() instanceof Value.Parameter && storage.start().equals(storage.capacity());
    if (!same
        && start.isPresent()
        && capacity.isPresent()
        && start.get().high() > capacity.get().low()) {
      in.add(
          key,
          "must not exceed the capacity, but it %s and the capacity %s",
          start.get().words(),
          capacity.get().words());
    }
  }
}
