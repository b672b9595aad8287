package io.corridor.model;

import static io.corridor.model.Wording.number;

import io.corridor.model.Key.Refers;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Checks the section {@code regime}, and whatever depends on the regime. */
final class RegimeCheck {
  /** What the sums of probabilities may miss 1 by: far more than rounding, far less than a typo. */
  private static final double TOLERANCE = 1e-9;

  /** Maximum number of missing regimes that are named. */
  private static final int NAMED = 3;

  private final Checking in;
  private final Scenario scenario;

  RegimeCheck(Checking in) {
    this.in = in;
    this.scenario = in.scenario;
  }

  /** Checks what the section {@code regime} must agree on. */
  void section(KeyPath key, Regime regime) {
    states(key.child("states"), regime.states());
    regime.monthly().forEach((from, row) -> sum(key.child("monthly", from), from, row));
    for (int i = 0; i < regime.events().size(); i++) {
      in.dates.afterStart(
          key.child("events").item(i).child("month"), regime.events().get(i).month());
    }
  }

  private void states(KeyPath key, List<String> states) {
    if (states.isEmpty()) {
      in.add(key, "must name at least one regime");
    }
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < states.size(); i++) {
      in.id(key.item(i), states.get(i));
      in.once(key.item(i), states.get(i), seen);
    }
  }

  /** A row that says itself what stays must add up to 1. */
  private void sum(KeyPath key, String from, Map<String, Value> row) {
    if (!row.values().stream().allMatch(Value.Constant.class::isInstance)) {
      if (row.containsKey(from)) {
        in.add(
            key.child(from),
            "what stays can't be said beside probabilities that are uncertain; leave it out, and"
                + " what the row leaves over stays");
      }
      return;
    }
    List<Double> numbers =
        row.values().stream().map(Value.Constant.class::cast).map(Value.Constant::number).toList();
    if (!numbers.stream().allMatch(Range.FRACTION::contains)) {
      return;
    }
    double sum = numbers.stream().reduce(0.0, Double::sum);
    if (sum > 1 + TOLERANCE) {
      in.add(key, "the probabilities of a row must sum to 1 at most, not %s", number(sum));
    } else if (row.containsKey(from) && sum < 1 - TOLERANCE) {
      in.add(
          key.child(from),
          "a row that says how often the regime stays must sum to 1, not %s; leave it out, and what"
              + " the row leaves over stays",
          number(sum));
    }
  }

  /** Checks a number that depends on the regime. */
  void values(KeyPath key, ByRegime values, Range range) {
    values.otherwise().ifPresent(value -> in.numbers.value(key, value, range));
    values
        .states()
        .forEach(
            (state, value) -> {
              in.reference(key.child(state), state, Refers.REGIME);
              in.numbers.value(key.child(state), value, range);
            });
    if (values.otherwise().isEmpty()) {
      complete(key, values.states().keySet());
    }
  }

  /** Checks that a mapping without a default names every regime. */
  void complete(KeyPath key, Set<String> named) {
    boolean none = scenario.regime().isEmpty();
    Collection<String> all = none ? scenario.regimeStates() : in.known(Refers.REGIME);
    List<String> missing =
        all.stream().filter(state -> !named.contains(state)).limit(NAMED).toList();
    if (missing.isEmpty()) {
      return;
    }
    in.add(
        key,
        none
            ? "the scenario has no regimes: give what holds throughout, not a mapping"
            : "every regime must be named here; missing: "
                + missing.stream().map(Wording::quote).collect(Collectors.joining(", ")));
  }

  /** Returns whether {@code state} is the regime of month 0. */
  boolean isInitial(String state) {
    return scenario.regime().isPresent() && scenario.initialRegime().equals(state);
  }
}
