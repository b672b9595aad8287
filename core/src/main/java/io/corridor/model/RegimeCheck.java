package io.corridor.model;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Checks the section {@code regime}, and whatever depends on the regime. */
final class RegimeCheck {
  /** What the sums of probabilities may miss 1 by: far more than rounding, far less than a typo. */
  private static final double TOLERANCE = 1e-9;

  /** So many missing regimes are named. */
  private static final int NAMED = 3;

  private final Scenario scenario;
  private final NumberCheck numbers;
  private final NameCheck names;
  private final DateCheck dates;
  private final Problems problems;

  /** The names that the scenario declares, in order; none without the section. */
  private final Set<String> declared;

  RegimeCheck(
      Scenario scenario, NumberCheck numbers, NameCheck names, DateCheck dates, Problems problems) {
    this.scenario = scenario;
    this.numbers = numbers;
    this.names = names;
    this.dates = dates;
    this.problems = problems;
    this.declared =
        scenario
            .regime()
            .<Set<String>>map(regime -> new LinkedHashSet<>(regime.states()))
            .orElse(Set.of());
  }

  /** Checks what the section {@code regime} must agree on. */
  void section(KeyPath key, Regime regime) {
    states(regime.states());
    regime.monthly().forEach(this::sum);
    for (int i = 0; i < regime.events().size(); i++) {
      dates.afterStart(key.child("events").item(i).child("month"), regime.events().get(i).month());
    }
  }

  private void states(List<String> states) {
    if (states.isEmpty()) {
      problems.add(KeyPath.of("regime", "states"), "must name at least one regime");
    }
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < states.size(); i++) {
      KeyPath key = KeyPath.of("regime", "states").item(i);
      names.id(key, states.get(i));
      names.once(key, states.get(i), seen);
    }
  }

  /** A row that says itself what stays must add up to 1. */
  private void sum(String from, Map<String, Double> row) {
    KeyPath key = KeyPath.of("regime", "monthly", from);
    if (!row.values().stream().allMatch(Range.FRACTION::contains)) {
      return;
    }
    double sum = row.values().stream().mapToDouble(Double::doubleValue).sum();
    if (sum > 1 + TOLERANCE) {
      problems.add(
          key, "the probabilities of a row must sum to 1 at most, not " + Wording.number(sum));
    } else if (row.containsKey(from) && sum < 1 - TOLERANCE) {
      problems.add(
          key.child(from),
          "a row that says how often the regime stays must sum to 1, not "
              + Wording.number(sum)
              + "; leave it out, and what the row leaves over stays");
    }
  }

  /** Returns the names of the regimes that the scenario declares. */
  Set<String> declared() {
    return declared;
  }

  private void known(KeyPath key, String state) {
    if (!declared.contains(state)) {
      problems.unknown(key, "regime", state, declared);
    }
  }

  /** Checks a number that depends on the regime. */
  void values(KeyPath key, ByRegime values, Range range) {
    values.otherwise().ifPresent(value -> numbers.value(key, value, range));
    values
        .states()
        .forEach(
            (state, value) -> {
              known(key.child(state), state);
              numbers.value(key.child(state), value, range);
            });
    if (values.otherwise().isEmpty()) {
      complete(key, values.states().keySet());
    }
  }

  /** Checks that a mapping without a default names every regime. */
  void complete(KeyPath key, Set<String> named) {
    Collection<String> all = scenario.regime().isPresent() ? declared : scenario.regimeStates();
    List<String> missing =
        all.stream()
            .filter(state -> !named.contains(state))
            .limit(NAMED)
            .collect(Collectors.toList());
    if (missing.isEmpty()) {
      return;
    }
    problems.add(
        key,
        scenario.regime().isEmpty()
            ? "the scenario has no regimes: give what holds throughout, not a mapping"
            : "every regime must be named here; missing: "
                + missing.stream().map(Wording::quote).collect(Collectors.joining(", ")));
  }

  /** Returns whether {@code state} is the regime of month 0. */
  boolean isInitial(String state) {
    return scenario.regime().filter(regime -> regime.initial().equals(state)).isPresent();
  }

  /** Returns the value in the initial regime, or null where it is not given. */
  @Nullable Value initially(ByRegime values) {
    return values.in(scenario.regime().map(Regime::initial).orElse(""));
  }
}
