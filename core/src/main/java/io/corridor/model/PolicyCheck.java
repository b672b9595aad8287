package io.corridor.model;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Checks what the keys of waivers and of sanctions must agree on. */
final class PolicyCheck {
  private final Scenario scenario;
  private final NumberCheck numbers;
  private final RegimeCheck regimes;
  private final DateCheck dates;
  private final Problems problems;

  /** The flows that each sanction surely left nothing of, by the sanction's path. */
  private final Map<KeyPath, Set<String>> closed;

  PolicyCheck(
      Scenario scenario,
      NumberCheck numbers,
      RegimeCheck regimes,
      DateCheck dates,
      Problems problems) {
    this.scenario = scenario;
    this.numbers = numbers;
    this.regimes = regimes;
    this.dates = dates;
    this.problems = problems;
    this.closed = closedFlows();
  }

  /** Checks the terms of a waiver. */
  void waiver(KeyPath key, Waiver waiver) {
    corridor(key.child("covers"), waiver.covers());
    terms(key.child("terms"), waiver.terms());
  }

  /**
   * Returns what may be hit or covered, and the rivals' sources, which are refused by themselves.
   */
  static Set<String> targets(Scenario scenario) {
    Set<String> targets = new LinkedHashSet<>(TradeCheck.flowsAndCarriers(scenario));
    targets.addAll(sources(scenario, source -> true));
    return targets;
  }

  private static Set<String> sources(Scenario scenario, Predicate<Carrier.Source> wanted) {
    Set<String> names = new LinkedHashSet<>();
    scenario
        .energy()
        .map(Energy::carriers)
        .orElse(Map.of())
        .forEach(
            (id, carrier) -> {
              if (carrier.namesSources()) {
                carrier
                    .sources()
                    .forEach(
                        (source, offer) -> {
                          if (wanted.test(offer)) {
                            names.add(id + "." + source);
                          }
                        });
              }
            });
    return names;
  }

  private void corridor(KeyPath key, List<String> words) {
    Set<String> rivals = sources(scenario, source -> !scenario.parties().delivers(source));
    for (int i = 0; i < words.size(); i++) {
      if (rivals.contains(words.get(i))) {
        problems.add(
            key.item(i),
            Wording.quote(words.get(i))
                + " is a rival's source, which nothing between the parties reaches; only sources"
                + " of the exporter may stand here");
      }
    }
  }

  private void terms(KeyPath key, Waiver.Terms terms) {
    boolean everywhere = !terms.everywhere().isEmpty();
    if (everywhere && !terms.states().isEmpty()) {
      problems.add(key, "must be one list of terms or a list for each regime, not both");
    } else if (everywhere || terms.states().isEmpty()) {
      list(key, terms.everywhere());
    } else {
      terms.states().forEach((state, list) -> list(key.child(state), list));
      regimes.complete(key, terms.states().keySet());
    }
  }

  private void list(KeyPath key, List<Waiver.Term> terms) {
    if (terms.isEmpty()) {
      problems.add(key, "must have at least one term");
      return;
    }
    List<Double> weights = terms.stream().map(Waiver.Term::weight).toList();
    if (weights.stream().allMatch(Range.NOT_NEGATIVE::contains)) {
      Distributions.weights(weights).ifPresent(defect -> problems.add(key, defect));
    }
  }

  /** Checks what the keys of a sanction must agree on. */
  void sanction(KeyPath key, Sanction sanction) {
    sanction.until().ifPresent(until -> dates.inOrder(key.child("until"), sanction.from(), until));
    corridor(key.child("targets"), sanction.targets());
    effects(key, sanction);
    for (String flow : closed.getOrDefault(key, Set.of())) {
      problems.add(
          key.child("cut"),
          "cuts the flow "
              + Wording.quote(flow)
              + " off wholly in the month before the start, so that"
              + " nothing is known of what it would be without; put its annual value in a scenario"
              + " in which it is traded");
    }
  }

  private void effects(KeyPath key, Sanction sanction) {
    if (sanction.cost().isEmpty() && sanction.cut().isEmpty()) {
      problems.add(key, "a measure needs a `cost`, a `cut` or both, but has neither");
    }
    if (sanction.cost().isPresent()) {
      sanction.targets().stream()
          .filter(
              target ->
                  TradeCheck.carriers(scenario).contains(target)
                      || sources(scenario, source -> true).contains(target))
          .forEach(
              carrier ->
                  problems.add(
                      key.child("cost"),
                      "costs are for flows, but the target "
                          + Wording.quote(carrier)
                          + " is a carrier or source; these know `cut` alone"));
    }
  }

  /**
   * Returns, by measure, the flows that it surely left nothing of on the day before: k(0⁻) = 0.
   * What depends on draws or on the energy balance is left to the run.
   */
  private Map<KeyPath, Set<String>> closedFlows() {
    Map<String, Set<String>> measures = new HashMap<>();
    if (dates.isHorizon() && isComplianceFull()) {
      scenario.sanctions().forEach((id, sanction) -> collectClosed(id, sanction, measures));
      LocalDate firstDay = firstDay();
      scenario.waivers().values().stream()
          .filter(waiver -> waiver.expires().isAfter(firstDay))
          .forEach(waiver -> reopen(waiver, measures));
    }
    Map<KeyPath, Set<String>> flows = new HashMap<>();
    measures.forEach(
        (flow, ids) ->
            ids.forEach(
                id ->
                    flows
                        .computeIfAbsent(KeyPath.of("sanctions", id), any -> new TreeSet<>())
                        .add(flow)));
    return flows;
  }

  private LocalDate firstDay() {
    return scenario.start().atDay(1);
  }

  private boolean isComplianceFull() {
    Compliance compliance = scenario.compliance();
    boolean independent =
        scenario.energy().isEmpty() || numbers.isAlways(compliance.dependencyExponent(), 0);
    return independent && isInitially(compliance.level(), 1);
  }

  private boolean isInitially(ByRegime values, double number) {
    Value initial = regimes.initially(values);
    return initial != null && numbers.isAlways(initial, number);
  }

  private void collectClosed(String id, Sanction sanction, Map<String, Set<String>> measures) {
    boolean total =
        sanction.inForce(scenario.start().minusMonths(1))
            && sanction.cut().filter(cut -> numbers.isAlways(cut, 1)).isPresent()
            && isInitially(sanction.enforcement(), 1);
    if (total) {
      sanction.targets().stream()
          .filter(scenario.flows()::containsKey)
          .forEach(flow -> measures.computeIfAbsent(flow, any -> new HashSet<>()).add(id));
    }
  }

  private static void reopen(Waiver waiver, Map<String, Set<String>> measures) {
    if (waiver.waives().isEmpty()) {
      waiver.covers().forEach(measures::remove);
      return;
    }
    Set<String> waived = new HashSet<>(waiver.waives().get());
    for (String flow : waiver.covers()) {
      measures.getOrDefault(flow, new HashSet<>()).removeAll(waived);
    }
  }
}
