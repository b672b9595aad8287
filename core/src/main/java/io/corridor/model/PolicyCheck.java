package io.corridor.model;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Checks the sections {@code waivers}, {@code sanctions} and {@code compliance}. */
final class PolicyCheck {
  private final Scenario scenario;
  private final NumberCheck numbers;
  private final NameCheck names;
  private final RegimeCheck regimes;
  private final DateCheck dates;
  private final Problems problems;

  /** What measures may hit and waivers cover: flows and carriers. */
  private final Set<String> targets;

  PolicyCheck(
      Scenario scenario,
      NumberCheck numbers,
      NameCheck names,
      RegimeCheck regimes,
      DateCheck dates,
      Problems problems) {
    this.scenario = scenario;
    this.numbers = numbers;
    this.names = names;
    this.regimes = regimes;
    this.dates = dates;
    this.problems = problems;
    this.targets = TradeCheck.flowsAndCarriers(scenario);
  }

  /** Checks the section {@code waivers}. */
  void waivers() {
    scenario.waivers().forEach((id, waiver) -> waiver("waivers." + id, id, waiver));
  }

  private void waiver(String key, String id, Waiver waiver) {
    names.id(key, id);
    names.references(key + ".covers", "flow or carrier", waiver.covers(), targets);
    waiver
        .waives()
        .ifPresent(
            waived ->
                names.references(
                    key + ".waives", "measure", waived, scenario.sanctions().keySet()));
    dates.day(key + ".expires", waiver.expires());
    terms(key + ".terms", waiver.terms());
    regimes.values(key + ".renew", waiver.renew(), Range.FRACTION);
    regimes.values(key + ".reinstate", waiver.reinstate(), Range.FRACTION);
    numbers.value(key + ".on-unserved", waiver.onUnserved(), Range.FREE);
    numbers.value(key + ".on-dependency", waiver.onDependency(), Range.FREE);
  }

  private void terms(String key, Waiver.Terms terms) {
    boolean everywhere = !terms.everywhere().isEmpty();
    if (everywhere && !terms.states().isEmpty()) {
      problems.add(key, "must be one list of terms or a list for each regime, not both");
    } else if (everywhere || terms.states().isEmpty()) {
      list(key, terms.everywhere());
    } else {
      terms
          .states()
          .forEach(
              (state, list) -> {
                regimes.known(key + "." + state, state);
                list(key + "." + state, list);
              });
      regimes.complete(key, terms.states().keySet());
    }
  }

  private void list(String key, List<Waiver.Term> terms) {
    if (terms.isEmpty()) {
      problems.add(key, "must have at least one term");
      return;
    }
    for (int i = 0; i < terms.size(); i++) {
      numbers.duration(key + "." + i + ".days", terms.get(i).days());
      numbers.fixed(key + "." + i + ".weight", terms.get(i).weight(), Range.NOT_NEGATIVE);
    }
    List<Double> weights = terms.stream().map(Waiver.Term::weight).toList();
    if (weights.stream().allMatch(Range.NOT_NEGATIVE::contains)) {
      Distributions.weights(weights).ifPresent(defect -> problems.add(key, defect));
    }
  }

  /** Checks the section {@code sanctions}. */
  void sanctions() {
    Map<String, Set<String>> closed = closedFlows();
    scenario
        .sanctions()
        .forEach(
            (id, sanction) ->
                sanction("sanctions." + id, id, sanction, closed.getOrDefault(id, Set.of())));
  }

  private void sanction(String key, String id, Sanction sanction, Set<String> closed) {
    names.id(key, id);
    dates.month(key + ".from", sanction.from());
    sanction.until().ifPresent(until -> dates.month(key + ".until", until));
    if (sanction.until().filter(until -> until.isBefore(sanction.from())).isPresent()) {
      problems.add(
          key + ".until",
          "must not lie before `from`, but "
              + sanction.until().get()
              + " is before "
              + sanction.from());
    }
    names.references(key + ".targets", "flow or carrier", sanction.targets(), targets);
    effects(key, sanction);
    for (String flow : closed) {
      problems.add(
          key + ".cut",
          "cuts the flow "
              + Wording.quote(flow)
              + " off wholly in the month before the start, so that"
              + " nothing is known of what it would be without; put its annual value in a scenario"
              + " in which it is traded");
    }
    regimes.values(key + ".enforcement", sanction.enforcement(), Range.FRACTION);
  }

  private void effects(String key, Sanction sanction) {
    if (sanction.cost().isEmpty() && sanction.cut().isEmpty()) {
      problems.add(key, "a measure needs a `cost`, a `cut` or both, but has neither");
    }
    numbers.value(key + ".cost", sanction.cost(), Range.NOT_NEGATIVE);
    if (sanction.cost().isPresent()) {
      sanction.targets().stream()
          .filter(target -> !scenario.flows().containsKey(target) && targets.contains(target))
          .forEach(
              carrier ->
                  problems.add(
                      key + ".cost",
                      "costs are for flows, but the target "
                          + Wording.quote(carrier)
                          + " is a carrier; carriers know `cut` alone"));
    }
    numbers.value(key + ".cut", sanction.cut(), Range.FRACTION);
  }

  /** Checks the section {@code compliance}. */
  void compliance() {
    regimes.values("compliance.level", scenario.compliance().level(), Range.FRACTION);
    numbers.value(
        "compliance.dependency-exponent",
        scenario.compliance().dependencyExponent(),
        Range.NOT_NEGATIVE);
  }

  /**
   * Returns, by measure, the flows that it surely left nothing of on the day before: k(0⁻) = 0.
   * What depends on draws or on the energy balance is left to the run.
   */
  private Map<String, Set<String>> closedFlows() {
    Map<String, Set<String>> measures = new HashMap<>();
    if (dates.isHorizon() && isComplianceFull()) {
      scenario.sanctions().forEach((id, sanction) -> collectClosed(id, sanction, measures));
      LocalDate firstDay = firstDay();
      scenario.waivers().values().stream()
          .filter(waiver -> waiver.expires().isAfter(firstDay))
          .forEach(waiver -> reopen(waiver, measures));
    }
    Map<String, Set<String>> flows = new HashMap<>();
    measures.forEach(
        (flow, ids) ->
            ids.forEach(id -> flows.computeIfAbsent(id, any -> new TreeSet<>()).add(flow)));
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
