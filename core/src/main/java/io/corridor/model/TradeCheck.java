package io.corridor.model;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Checks what the keys of a flow must agree on. */
final class TradeCheck {
  /** What the mean of a flow's season may miss 1 by, rounding of the sum allowed for. */
  private static final double SEASON_TOLERANCE = 0.001 + 1e-12;

  private final Scenario scenario;
  private final NumberCheck numbers;
  private final Problems problems;

  TradeCheck(Scenario scenario, NumberCheck numbers, Problems problems) {
    this.scenario = scenario;
    this.numbers = numbers;
    this.problems = problems;
  }

  /** Returns the names of the two parties. */
  static Set<String> parties(Scenario scenario) {
    Parties parties = scenario.parties();
    return new LinkedHashSet<>(List.of(parties.exporter(), parties.importer()));
  }

  /** Returns the ids of the carriers. */
  static Set<String> carriers(Scenario scenario) {
    return scenario.energy().map(energy -> energy.carriers().keySet()).orElse(Set.of());
  }

  /** Returns the ids of the flows and carriers. */
  static Set<String> flowsAndCarriers(Scenario scenario) {
    Set<String> ids = new LinkedHashSet<>(carriers(scenario));
    ids.addAll(scenario.flows().keySet());
    return ids;
  }

  /** Checks what the keys of a flow must agree on. */
  void flow(KeyPath key, Flow flow) {
    direction(key, flow);
    substitution(key.child("substitution"), flow);
    mean(key.child("season"), flow.season());
  }

  /** Checks that a noise that has long been going on returns to 0, else it has no variance. */
  void noise(KeyPath key, Noise noise) {
    boolean still =
        numbers
            .support(noise.reversion())
            .filter(s -> s.high() == 0 || s.low() == 0 && noise.reversion() instanceof Value.Draw)
            .isPresent();
    if (noise.start().isPresent() && still) {
      problems.add(
          key.child("reversion"),
          "must be above 0 where the noise has a `start`, whose variance is that of the long run");
    }
  }

  private void direction(KeyPath key, Flow flow) {
    if (flow.from().equals(flow.to()) && parties(scenario).contains(flow.to())) {
      problems.add(
          key.child("to"),
          "a flow goes from one party to the other, but both ends are " + Wording.quote(flow.to()));
    }
  }

  private void substitution(KeyPath key, Flow flow) {
    boolean rivals =
        numbers.support(flow.partnerShare()).filter(share -> share.low() < 1).isPresent();
    if (rivals && flow.substitution().isEmpty()) {
      problems.add(key, "is required where `partner-share` may be below 1; it must be above 1");
    }
  }

  private void mean(KeyPath key, List<Double> season) {
    double mean = season.stream().mapToDouble(Double::doubleValue).average().orElse(1);
    if (!season.isEmpty() && Math.abs(mean - 1) > SEASON_TOLERANCE) {
      problems.add(
          key, "the mean of a flow's season must be 1 within 0.1 %, not " + Wording.number(mean));
    }
  }
}
